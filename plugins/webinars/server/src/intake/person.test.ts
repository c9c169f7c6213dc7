import type { IntakeSettings } from '../../../contracts/intake';
import { judge } from './person';

const HEADINGS = ['First', 'Last', 'Mail', 'Firm', 'Phone', 'State', 'News'];

const settings: IntakeSettings = {
  session: 'one',
  columns: ['firstName', 'lastName', 'email', 'company', 'phone', 'status', null],
  language: 'de',
  company: '',
  allAgreed: true,
  consentFrom: 'Zoom',
  consentVersion: '3',
  whenFull: 'waitlist',
  payment: 'here',
  sendsMails: true,
};

const ada = ['Ada', 'Lovelace', ' Ada@Example.com ', 'Engines', '', 'approved', 'yes'];
const with_ = (at: number, cell: string) => ada.map((one, index) => (index === at ? cell : one));
const faultsOf = (cells: string[], changes: Partial<IntakeSettings> = {}) => {
  const says = judge(cells, HEADINGS, { ...settings, ...changes }, 'en');
  return 'faults' in says ? says.faults : says;
};

describe('a line of a file', () => {
  it('is a registration form, as a visitor fills it in', () => {
    expect(judge(ada, HEADINGS, settings, 'en')).toEqual({
      registeredElsewhere: null,
      person: expect.objectContaining({
        firstName: 'Ada',
        email: 'ada@example.com',
        language: 'de',
        termsAccepted: true,
        privacyConsent: true,
        marketingConsent: false,
      }),
    });
  });

  it('keeps to the rules of that form, and tells where it does not', () => {
    expect(faultsOf(with_(2, 'ada at example'))).toEqual([
      { field: 'email', column: 'Mail', value: 'ada at example', message: 'This is not an e-mail address.' },
    ]);
    expect(faultsOf(with_(3, ''))).toMatchObject([{ field: 'company', message: 'This is required.' }]);
    expect(faultsOf(with_(4, '4.91E+11'))).toMatchObject([{ field: 'phone', column: 'Phone' }]);
    expect(faultsOf(with_(0, 'x'.repeat(10_000)))[0 as never]).toMatchObject({
      field: 'firstName',
      value: `${'x'.repeat(120)}…`,
    });
    expect(faultsOf(with_(1, 'Love\u0000lace'))).toMatchObject([{ field: 'lastName' }]);
    expect(judge(with_(2, ''), HEADINGS, settings, 'de')).toMatchObject({
      faults: [{ message: 'Dies wird benötigt.' }],
    });
  });

  it('reads a country and the size of a company as people write them, and says how where it cannot', () => {
    const columns: IntakeSettings['columns'] = [
      'firstName',
      'lastName',
      'email',
      'company',
      'country',
      null,
      'companySize',
    ];
    const line = (country: string, size: string) => [
      'Ada',
      'Lovelace',
      'ada@example.com',
      'Engines',
      country,
      '',
      size,
    ];
    expect(faultsOf(line('Vereinigtes Königreich', '1,001-5,000'), { columns })).toMatchObject({
      person: { country: 'GB', companySize: 'over999' },
    });
    const { person } = faultsOf(line('', ''), { columns }) as { person: object };
    expect(person).not.toHaveProperty('country', expect.anything());
    expect(person).not.toHaveProperty('companySize', expect.anything());
    expect(faultsOf(line('Atlantis', 'many'), { columns })).toMatchObject([
      {
        field: 'country',
        column: 'Phone',
        value: 'Atlantis',
        message: expect.stringContaining('or its code such as DE'),
      },
      { field: 'companySize', column: 'News', value: 'many', message: expect.stringContaining('50-249') },
    ]);
    expect(judge(line('Atlantis', ''), HEADINGS, { ...settings, columns }, 'de')).toMatchObject({
      faults: [{ message: expect.stringContaining('Dieses Land kennen wir nicht.') }],
    });
  });

  it('takes an apostrophe before a formula away, which a table that is opened in Excel has', () => {
    expect(faultsOf(with_(4, "'+49 30 1234"))).toMatchObject({ person: { phone: '+49 30 1234' } });
    expect(faultsOf(with_(1, "O'Neill"))).toMatchObject({ person: { lastName: "O'Neill" } });
    expect(faultsOf(with_(1, "'s Gravesande"))).toMatchObject({ person: { lastName: "'s Gravesande" } });
  });

  it('agrees to nothing of which nobody says so', () => {
    expect(faultsOf(ada, { allAgreed: false })).toMatchObject([
      { field: 'termsAccepted', message: 'This has to be accepted.' },
      { field: 'privacyConsent' },
    ]);
    const columns: IntakeSettings['columns'] = [...settings.columns.slice(0, 6), 'marketingConsent'];
    expect(faultsOf(ada, { columns })).toMatchObject({ person: { marketingConsent: true } });
    expect(faultsOf(with_(6, ''), { columns })).toMatchObject({ person: { marketingConsent: false } });
    expect(faultsOf(with_(6, 'perhaps'), { columns })).toMatchObject([{ field: 'marketingConsent', value: 'perhaps' }]);
  });

  it('of somebody who is not coming is left out, whatever else it says', () => {
    expect(judge(with_(5, 'Denied'), HEADINGS, settings, 'en')).toEqual({ notComing: 'Denied' });
    expect(faultsOf(with_(5, 'perhaps'))).toMatchObject([{ field: 'status', column: 'State', value: 'perhaps' }]);
  });

  it('with more values than columns is not guessed at', () => {
    expect(faultsOf([...ada, 'Berlin'])).toMatchObject([{ field: null, message: expect.stringContaining('8 values') }]);
    expect(faultsOf([...ada, ' '])).toMatchObject({ person: {} });
  });

  it('fills in what holds for all, and splits a name', () => {
    const columns: IntakeSettings['columns'] = ['fullName', null, 'email', null, null, null, null];
    expect(faultsOf(with_(0, 'von Humboldt, Alexander'), { columns, company: 'Various' })).toMatchObject({
      person: { firstName: 'Alexander', lastName: 'von Humboldt', company: 'Various' },
    });
    expect(faultsOf(with_(0, 'Plato'), { columns, company: 'Various' })).toMatchObject([
      { field: 'lastName', column: 'First', value: 'Plato' },
    ]);
  });
});
