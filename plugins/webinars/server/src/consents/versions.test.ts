import { currentAt, GRACE_HOURS, nextAfter, wordingOf, type Version } from './versions';

const HOUR = 3_600_000;
const version = (number: number, validFrom: number, consent: Version['consent'] = 'terms'): Version => ({
  consent,
  number,
  version: String(number),
  en: `Words ${number}`,
  de: `Worte ${number}`,
  validFrom: validFrom * HOUR,
});

const FIRST = (['privacy', 'marketing', 'consultantFollowUp', 'dataProcessing'] as const).map((consent) =>
  version(1, 0, consent),
);
const current = (versions: Version[], hour: number) => currentAt(versions, 'terms', hour * HOUR)?.number ?? null;

describe('the version that counts', () => {
  it('is the last of those that have begun', () => {
    const versions = [version(1, 0), version(2, 100)];
    expect([99, 100, 200].map((hour) => current(versions, hour))).toEqual([1, 2, 2]);
    expect(nextAfter(versions, 'terms', 50 * HOUR)?.number).toBe(2);
    expect(nextAfter(versions, 'terms', 100 * HOUR)).toBeNull();
  });

  it('is never one that was announced and then replaced before its time', () => {
    const versions = [version(1, 0), version(2, 100), version(3, 50)];
    expect([49, 50, 100].map((hour) => current(versions, hour))).toEqual([1, 3, 3]);
    expect(nextAfter(versions, 'terms', 10 * HOUR)?.number).toBe(3);
  });
});

describe('the wording somebody agreed to', () => {
  const versions = [...FIRST, version(1, 0), version(2, 100)];
  const agreed = (shown: string | undefined, hour: number) =>
    wordingOf(versions, {
      shown: shown === undefined ? undefined : { language: 'de', versions: { termsAccepted: shown } },
      language: 'en',
      at: hour * HOUR,
    });

  it('is the one that counts where the form does not say which it showed', () => {
    expect(agreed(undefined, 99)).toMatchObject({ language: 'en', versions: { terms: '1', privacy: '1' } });
    expect(agreed(undefined, 100)).toMatchObject({ versions: { terms: '2' } });
  });

  it('is the one the form showed, in the language it showed it in, also a day after it was replaced', () => {
    expect(agreed('2', 100)).toMatchObject({ language: 'de', versions: { terms: '2' } });
    expect(agreed('1', 100)).toMatchObject({ versions: { terms: '1' } });
    expect(agreed('1', 99.9 + GRACE_HOURS)).toMatchObject({ versions: { terms: '1' } });
  });

  it('is refused where it was replaced longer ago, has not begun, or is none of ours', () => {
    expect(agreed('1', 100 + GRACE_HOURS)).toBeNull();
    expect(agreed('2', 99)).toBeNull();
    expect(agreed('of another house', 100)).toBeNull();
  });
});
