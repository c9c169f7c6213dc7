import {
  CONSENT_FIELDS,
  CONSENTS,
  type ConsentField,
  type ConsentPublication,
  type ConsentsShown,
  type ConsentTexts,
  type ConsentVersion,
} from '../../../contracts/consents';
import { SYSTEM, writeAudit, type Actor } from '../audit';
import type { Clock } from '../kernel/clock';
import { rows, type Database, type Sql, type Trx } from '../kernel/database';
import { conflict, invalid } from '../kernel/errors';
import type { Locale } from '../kernel/text';
import { FIRST_TEXTS } from './first-texts';
import { currentAt, nextAfter, wordingOf, type Version, type Wording } from './versions';

type Row = Omit<ConsentVersion, 'validFrom' | 'publishedAt'> & { validFrom: Date; publishedAt: Date };

const readRows = (sql: Sql): Promise<Row[]> =>
  rows<Row>(
    sql,
    `select consent, number, version, en, de, valid_from as "validFrom", published_at as "publishedAt", published_by as "publishedBy"
       from webinars_consent_versions order by consent, number desc`,
  );

const versionOf = ({ consent, number, version, en, de, validFrom }: Row): Version => ({
  consent,
  number,
  version,
  en,
  de,
  validFrom: validFrom.getTime(),
});

const told = ({ validFrom, publishedAt, ...row }: Row): ConsentVersion => ({
  ...row,
  validFrom: validFrom.toISOString(),
  publishedAt: publishedAt.toISOString(),
});

/**
 * How long an instance may not know of what another has published from now on. In this time it shows, and records, the words before: as
 * long as a form may be open anyway. What is announced ahead every instance knows to the instant.
 */
const KNOWN_FOR_MS = 10_000;

const OUTDATED: Record<Locale, string> = {
  en: 'The wording of a consent has changed since you opened the form. You are not registered yet: please read it again and send the form once more.',
  de: 'Der Wortlaut einer Einwilligung hat sich geändert, seit Sie das Formular geöffnet haben. Sie sind noch nicht angemeldet: Bitte lesen Sie ihn noch einmal und senden Sie das Formular erneut ab.',
};

/** What stands beside one box. */
export type Shown = { version: string; language: Locale; text: string };

/** The texts that people agree to: which counts when, and who published it. */
export type Consents = ReturnType<typeof createConsents>;

export const createConsents = (deps: {
  database: Database;
  clock: Clock;
  /** What the records of before call the wording they had. */
  firstVersion: string;
}) => {
  const { database, clock, firstVersion } = deps;
  let known: { until: number; versions: Promise<Version[]> } | null = null;

  // By the machine's own time: what is remembered is how the table is, not what counts.
  const versions = (): Promise<Version[]> => {
    if (known !== null && known.until > performance.now()) return known.versions;
    const read = readRows(database.read).then((found) => found.map(versionOf));
    known = { until: performance.now() + KNOWN_FOR_MS, versions: read };
    read.catch(() => (known = null));
    return read;
  };

  const list = async (): Promise<ConsentTexts[]> => {
    const found = await readRows(database.read);
    const at = clock.now().getTime();
    const all = found.map(versionOf);
    return CONSENTS.map((consent) => ({
      consent,
      current: currentAt(all, consent, at)?.number ?? 0,
      next: nextAfter(all, consent, at)?.number ?? null,
      versions: found.filter((one) => one.consent === consent).map(told),
    }));
  };

  const insert = async (
    trx: Trx,
    { consent, en, de, after }: ConsentPublication,
    validFrom: Date,
    by: Actor,
    now: Date,
  ): Promise<void> => {
    await rows(trx, `select pg_advisory_xact_lock(hashtext('webinars.consents'))`);
    const before = (await readRows(trx)).filter((one) => one.consent === consent);
    const last = before[0];
    if ((last?.number ?? 0) !== after) {
      throw conflict(
        'CONSENT_PUBLISHED',
        'Somebody else has published a version of this text meanwhile. Yours was not published: look at theirs first.',
      );
    }
    const number = after + 1;
    // Records of before may call their wording by any name, and no two versions have one name.
    const names = new Set(before.map(({ version }) => version));
    let name = number;
    while (names.has(String(name))) name += 1;
    await rows(
      trx,
      `insert into webinars_consent_versions (consent, number, version, en, de, valid_from, published_at, published_by)
       values (?, ?::int, ?, ?, ?, ?::timestamptz, ?::timestamptz, ?)`,
      [consent, number, String(name), en, de, validFrom, now, by.name],
    );
    const entry = {
      action: 'consent.published',
      subject: { kind: 'settings', documentId: 'consents' },
      before: last ? { en: last.en, de: last.de } : {},
      after: { en, de },
      data: { consent, version: String(name), validFrom: validFrom.toISOString() },
    };
    await writeAudit(trx, [entry], by, now);
  };

  return {
    /** Writes the first version of each text, once in the life of a database: the words that forms had before anybody published others. */
    async begin(): Promise<void> {
      await rows(
        database.read,
        `insert into webinars_consent_versions (consent, number, version, en, de, valid_from, published_at)
         select t.consent, 1, ?, t.en, t.de, 'epoch', ?::timestamptz
           from jsonb_to_recordset(?::jsonb) as t(consent text, en text, de text)
          where not exists (select from webinars_consent_versions v where v.consent = t.consent)
         on conflict do nothing`,
        [firstVersion, clock.now(), JSON.stringify(CONSENTS.map((consent) => ({ consent, ...FIRST_TEXTS[consent] })))],
      );
      known = null;
    },
    list,
    /** Publishes a version; it can never be changed, only followed by another. */
    async publish(publication: ConsentPublication, by: Actor = SYSTEM): Promise<ConsentTexts[]> {
      const now = clock.now();
      const validFrom = publication.validFrom === null ? now : new Date(publication.validFrom);
      if (validFrom < now) {
        throw invalid([
          { path: ['validFrom'], message: 'A text cannot count before it is published. Choose a later time, or now.' },
        ]);
      }
      await database.inTransaction((trx) => insert(trx, publication, validFrom, by, now));
      known = null;
      return list();
    },
    /** What a form shows now, by the names of its boxes. */
    async shown(locale: Locale): Promise<Record<ConsentField, Shown>> {
      const all = await versions();
      const at = clock.now().getTime();
      const entries = CONSENTS.map((consent) => {
        const current = currentAt(all, consent, at);
        const text = current?.[locale] ?? FIRST_TEXTS[consent][locale];
        return [CONSENT_FIELDS[consent], { version: current?.version ?? firstVersion, language: locale, text }];
      });
      // Built from every box there is.
      return Object.fromEntries(entries) as Record<ConsentField, Shown>;
    },
    /** The wording somebody saw; refuses one that is out of date. `at`: when the form arrived, or was opened where that is known. */
    async wording(shown: ConsentsShown | undefined, language: Locale, at: Date): Promise<Wording> {
      const found = wordingOf(await versions(), { shown, language, at: at.getTime() });
      if (!found) throw conflict('CONSENT_TEXT_CHANGED', OUTDATED[shown?.language ?? language]);
      return found;
    },
    /** The same where a transaction is open: what counts now, whatever is remembered. */
    async wordingIn(trx: Trx, language: Locale, at: Date): Promise<Wording> {
      const all = (await readRows(trx)).map(versionOf);
      // Nothing was shown that could be out of date.
      return wordingOf(all, { shown: undefined, language, at: at.getTime() })!;
    },
  };
};
