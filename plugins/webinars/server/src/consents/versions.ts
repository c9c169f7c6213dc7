import {
  CONSENT_FIELDS,
  CONSENTS,
  type Consent,
  type ConsentsShown,
  type ConsentVersion,
} from '../../../contracts/consents';

/** A version as rules see it; instants in milliseconds. */
export type Version = Pick<ConsentVersion, 'consent' | 'number' | 'version' | 'en' | 'de'> & { validFrom: number };

/**
 * How long a form may have been open when its wording is replaced. A form left open overnight still counts with the words that were read;
 * a page kept for days does not.
 */
export const GRACE_HOURS = 24;

const of = (versions: readonly Version[], consent: Consent): Version[] =>
  versions.filter((one) => one.consent === consent);

/**
 * The version that counts at an instant: the last published of those that have begun. One that was published later and begins earlier
 * takes the place of one that was announced.
 */
export const currentAt = (versions: readonly Version[], consent: Consent, at: number): Version | null =>
  of(versions, consent)
    .filter(({ validFrom }) => validFrom <= at)
    .reduce<Version | null>((last, one) => (last === null || one.number > last.number ? one : last), null);

/** The next change of a text that is announced. */
export const nextAfter = (versions: readonly Version[], consent: Consent, at: number): Version | null => {
  const current = currentAt(versions, consent, at);
  const ahead = of(versions, consent)
    .filter(({ validFrom, number }) => validFrom > at && number > (current?.number ?? 0))
    .sort((one, other) => one.validFrom - other.validFrom || other.number - one.number);
  return ahead[0] ?? null;
};

/** Whether a version counts, or did while a form may have been open. */
const counted = (versions: readonly Version[], version: Version, at: number): boolean => {
  const since = at - GRACE_HOURS * 3_600_000;
  const changes = of(versions, version.consent).map(({ validFrom }) => validFrom);
  return [since, at, ...changes.filter((change) => change > since && change <= at)].some(
    (instant) => currentAt(versions, version.consent, instant)?.number === version.number,
  );
};

/** In which wording somebody agreed, or did not: a version for each text, and the language it was read in. */
export type Wording = { language: 'en' | 'de'; versions: Record<Consent, string> };

/** The wording that a form showed; where it says nothing, the one that counted at `at`. Null where it showed one that is out of date or none of ours. */
export const wordingOf = (
  versions: readonly Version[],
  { shown, language, at }: { shown: ConsentsShown | undefined; language: 'en' | 'de'; at: number },
): Wording | null => {
  const named: [Consent, string][] = [];
  for (const consent of CONSENTS) {
    const asked = shown?.versions[CONSENT_FIELDS[consent]];
    const version =
      asked === undefined
        ? currentAt(versions, consent, at)
        : of(versions, consent).find((one) => one.version === asked);
    if (asked !== undefined && (!version || !counted(versions, version, at))) return null;
    named.push([consent, version?.version ?? '']);
  }
  return {
    language: shown?.language ?? language,
    // Built from every consent there is.
    versions: Object.fromEntries(named) as Record<Consent, string>,
  };
};
