import { MAIL_KINDS, type MailKind } from '../../../../contracts/mail';
import { LOCALES } from '../../kernel/text';
import { compileTemplate, DEFAULT_TEMPLATES, defaultHash, FILTERS, PARTIAL_LIST, sampleVariables, VARIABLES } from '.';
import { filtersFor } from './filters';
import { PARTIALS } from './partials';
import { sparseVariables } from './sample';

const KINDS = Object.keys(MAIL_KINDS) as MailKind[];

const pathsIn = (value: unknown, path = ''): string[] => {
  if (Array.isArray(value)) return value.flatMap((item) => pathsIn(item, `${path}[]`));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, item]) => pathsIn(item, path ? `${path}.${key}` : key));
  return value === null || value === undefined ? [] : [path];
};

const filledIn = (kind: MailKind) =>
  new Set(pathsIn(sampleVariables(kind, 'en', { logoUrl: 'https://a.example/logo.png' })));

describe('the catalogue of variables', () => {
  it('names all that a letter holds, and nothing else', () => {
    const there = new Set(KINDS.flatMap((kind) => [...filledIn(kind)]));
    expect(VARIABLES.map(({ name }) => name).sort()).toEqual([...there].sort());
  });

  it('offers to a kind what its letters fill, and nothing else', () => {
    const beside = VARIABLES.flatMap(({ name, kinds }) =>
      KINDS.flatMap((kind) => {
        const isOffered = kinds === null || kinds.includes(kind);
        return isOffered === filledIn(kind).has(name) ? [] : [`${name} in ${kind}`];
      }),
    );
    // What no sample has, for it would contradict itself.
    expect(beside).toEqual([
      'registration.waitlistPosition in session_moved',
      'registration.waitlistPosition in staff_message',
      'refund.amount in cancelled',
    ]);
  });

  it('offers to a report the programme, and nothing of a session', () => {
    const offered = [...VARIABLES, ...PARTIAL_LIST]
      .filter(({ kinds }) => kinds === null || kinds.includes('new_registrations'))
      .map(({ name }) => name);
    const groups = new Set(offered.map((name) => name.split('.')[0]));
    expect([...groups].sort()).toEqual(['brand', 'contact', 'links', 'recipient', 'report', 'signature']);
    expect(offered.filter((name) => name.startsWith('links.'))).toEqual(['links.admin']);
  });

  it('explains each in both languages, with an example, and its template compiles', () => {
    for (const { name, en, de, example, kinds } of VARIABLES) {
      expect([name, en.length > 3, de.length > 3, example !== '']).toEqual([name, true, true, true]);
      const loop = name.indexOf('[]');
      const body =
        loop < 0
          ? `{{ ${name} }}`
          : `{% for item in ${name.slice(0, loop)} %}{{ item${name.slice(loop + 2)} }}{% endfor %}`;
      const kind = kinds?.[0] ?? 'confirmation';
      expect(() => compileTemplate({ subject: '', preheader: '', body }, { kind, locale: 'en' })).not.toThrow();
    }
  });

  it('lists the filters and parts there are, with examples that compile', () => {
    const inner = ['safe_url', 'url_part'];
    expect([...FILTERS.map(({ name }) => name), ...inner].sort()).toEqual(Object.keys(filtersFor('en')).sort());
    expect(PARTIAL_LIST.map(({ name }) => name)).toEqual(Object.keys(PARTIALS));
    for (const { example } of FILTERS)
      expect(() =>
        compileTemplate({ subject: example, preheader: '', body: example }, { kind: 'confirmation', locale: 'de' }),
      ).not.toThrow();
    for (const { name } of PARTIAL_LIST)
      for (const locale of LOCALES)
        expect(() =>
          compileTemplate(
            { subject: '', preheader: '', body: `{% include '${name}' %}` },
            { kind: 'programme_summary', locale },
          ),
        ).not.toThrow();
  });

  it('is in a sparse letter too: every name is there, if only as null', () => {
    const names = (value: object): string[] => Object.keys(value).sort();
    for (const kind of KINDS) {
      const [full, sparse] = [sampleVariables(kind, 'en'), sparseVariables(kind, 'en')];
      expect(names(sparse)).toEqual(names(full));
      for (const group of ['session', 'links', 'brand'] as const)
        expect(names(sparse[group] ?? {})).toEqual(names(full[group] ?? {}));
    }
  });
});

describe('the digest of a default', () => {
  it('is another for each kind and language, and short', () => {
    const all = KINDS.flatMap((kind) => LOCALES.map((locale) => defaultHash(kind, locale)));
    expect(new Set(all).size).toBe(KINDS.length * LOCALES.length);
    for (const hash of all) expect(hash).toMatch(/^[\w-]{12}$/);
    expect(Object.keys(DEFAULT_TEMPLATES).sort()).toEqual([...KINDS].sort());
  });
});
