import { MAIL_KINDS, type LetterVariables, type MailKind } from '../../../contracts/mail';
import type { z } from 'zod';
import type { MailTemplate, templateChange, TemplateSource } from '../../../contracts/mail-admin';
import { writeAudit, type Actor } from '../audit';
import type { Clock } from '../kernel/clock';
import { rows, type Database, type Sql, type Trx } from '../kernel/database';
import { conflict } from '../kernel/errors';
import { LOCALES, type Locale } from '../kernel/text';
import { digest } from '../kernel/token';
import type { Mail } from './mail';
import { compileTemplate, defaultHash, DEFAULT_TEMPLATES, sampleVariables, type CompiledTemplate } from './template';

type Row = TemplateSource & {
  kind: MailKind;
  locale: Locale;
  defaultHash: string;
  updatedAt: string;
  updatedBy: string | null;
};

const COLUMNS = `kind, locale, subject, preheader, body, default_hash as "defaultHash",
  to_char(updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "updatedAt", updated_by as "updatedBy"`;

/** Tells one text of a template from another: who saves says which one was on the screen. */
const revisionOf = ({ subject, preheader, body }: TemplateSource): string =>
  digest(JSON.stringify([subject, preheader, body])).slice(0, 16);

const KINDS = Object.keys(MAIL_KINDS) as MailKind[];

// One text of each template is in use at a time; a few more while staff are editing.
const MOST_COMPILED = 200;

/**
 * The templates: those of the release, and over them what staff have changed. A template nobody touched follows the release; an edited one stays
 * as it is.
 */
export const createTemplates = ({ database, clock }: { database: Database; clock: Clock }) => {
  const compiled = new Map<string, CompiledTemplate>();

  const compile = (kind: MailKind, locale: Locale, source: TemplateSource): CompiledTemplate => {
    const key = `${kind} ${locale} ${revisionOf(source)}`;
    const known = compiled.get(key);
    if (known) return known;
    const fresh = compileTemplate(source, { kind, locale });
    if (compiled.size >= MOST_COMPILED) compiled.clear();
    compiled.set(key, fresh);
    return fresh;
  };

  const edited = async (sql: Sql, kinds: readonly MailKind[]): Promise<Map<string, Row>> => {
    const found = await rows<Row>(sql, `select ${COLUMNS} from webinars_mail_templates where kind = any(?)`, [kinds]);
    return new Map(found.map((row) => [`${row.kind} ${row.locale}`, row]));
  };

  const shown = (kind: MailKind, locale: Locale, row: Row | undefined): MailTemplate => {
    const source = row ?? DEFAULT_TEMPLATES[kind][locale];
    return {
      kind,
      locale,
      subject: source.subject,
      preheader: source.preheader,
      body: source.body,
      isEdited: row !== undefined,
      hasNewerDefault: row !== undefined && row.defaultHash !== defaultHash(kind, locale),
      revision: revisionOf(source),
      updatedAt: row?.updatedAt ?? null,
      updatedBy: row?.updatedBy ?? null,
    };
  };

  const one = async (sql: Sql, kind: MailKind, locale: Locale): Promise<MailTemplate> =>
    shown(kind, locale, (await edited(sql, [kind])).get(`${kind} ${locale}`));

  const unlessChanged = async (sql: Sql, kind: MailKind, locale: Locale, revision: string): Promise<void> => {
    if ((await one(sql, kind, locale)).revision !== revision) {
      throw conflict(
        'TEMPLATE_CHANGED',
        'Somebody else has changed this template meanwhile. Nothing was saved: copy your text, load the template again and merge.',
      );
    }
  };

  const audited = (trx: Trx, action: string, before: MailTemplate, after: MailTemplate, by: Actor, at: Date) => {
    const source = ({ subject, preheader, body }: MailTemplate) => ({ subject, preheader, body });
    const subject = { kind: 'template', documentId: `${after.kind}/${after.locale}` };
    return writeAudit(trx, [{ action, subject, before: source(before), after: source(after) }], by, at);
  };

  return {
    /** What renders the mails of a batch. A template that cannot say a mail throws `invalid`. */
    async rendererFor(mails: readonly Pick<Mail, 'kind'>[]) {
      const own = await edited(database.read, [...new Set(mails.map(({ kind }) => kind))]);
      return ({ kind, locale }: Pick<Mail, 'kind' | 'locale'>, variables: LetterVariables) =>
        compile(kind, locale, own.get(`${kind} ${locale}`) ?? DEFAULT_TEMPLATES[kind][locale]).render(variables);
    },
    async list(): Promise<MailTemplate[]> {
      const own = await edited(database.read, KINDS);
      return KINDS.flatMap((kind) => LOCALES.map((locale) => shown(kind, locale, own.get(`${kind} ${locale}`))));
    },
    one: (kind: MailKind, locale: Locale) => one(database.read, kind, locale),
    /** The release's own text, whatever staff have made of it. */
    defaultOf: (kind: MailKind, locale: Locale): TemplateSource => DEFAULT_TEMPLATES[kind][locale],
    /**
     * The same text with given variables: what an editor sees before saving. Throws `invalid` where it does not render; `words` is the language
     * of what it says about that.
     */
    render: (kind: MailKind, locale: Locale, source: TemplateSource, variables: LetterVariables, words: Locale) =>
      compileTemplate(source, { kind, locale, words }).render(variables),
    /** Keeps a text that renders. `revision`: the one the editor began with. */
    async save(
      kind: MailKind,
      locale: Locale,
      { source, revision, words }: z.infer<typeof templateChange>,
      by: Actor,
    ): Promise<MailTemplate> {
      compileTemplate(source, { kind, locale, words }).render(sampleVariables(kind, locale));
      return database.inTransaction(async (trx) => {
        await rows(trx, `select pg_advisory_xact_lock(hashtext('webinars.mail-template'), hashtext(?))`, [
          `${kind} ${locale}`,
        ]);
        await unlessChanged(trx, kind, locale, revision);
        const before = await one(trx, kind, locale);
        const now = clock.now();
        await rows(
          trx,
          `insert into webinars_mail_templates (kind, locale, subject, preheader, body, default_hash, updated_at, updated_by)
         values (?, ?, ?, ?, ?, ?, ?, ?)
         on conflict (kind, locale) do update set subject = excluded.subject, preheader = excluded.preheader, body = excluded.body,
           default_hash = excluded.default_hash, updated_at = excluded.updated_at, updated_by = excluded.updated_by`,
          [
            kind,
            locale,
            source.subject,
            source.preheader,
            source.body,
            defaultHash(kind, locale),
            now.toISOString(),
            by.name,
          ],
        );
        const after = await one(trx, kind, locale);
        await audited(trx, 'template.changed', before, after, by, now);
        return after;
      });
    },
    /** Back to the text of the release, which it follows from now on. */
    async reset(kind: MailKind, locale: Locale, by: Actor): Promise<MailTemplate> {
      return database.inTransaction(async (trx) => {
        const before = await one(trx, kind, locale);
        await rows(trx, `delete from webinars_mail_templates where kind = ? and locale = ?`, [kind, locale]);
        const after = await one(trx, kind, locale);
        if (before.isEdited) await audited(trx, 'template.reset', before, after, by, clock.now());
        return after;
      });
    },
  };
};

export type Templates = ReturnType<typeof createTemplates>;
