import type { DraftForm } from '../../../contracts/carts';
import { rows, type Sql, type Trx } from '../kernel/database';
import type { Locale } from '../kernel/text';
import type { Cart, Decided } from './cart';

// Strapi has jsonb come back as text; json it leaves to the driver.
const COLUMNS = `id::text, user_id as "userId", draft::json as draft, sessions::json as sessions, expires_at as "expiresAt",
  submitted_at as "submittedAt", completed_at as "completedAt", results::json as results`;

export type NewCartRow = {
  tokenDigest: string;
  userId: string | null;
  draft: DraftForm;
  sessions: string[];
  createdAt: Date;
  expiresAt: Date;
};

export const insertCart = async (sql: Sql, cart: NewCartRow): Promise<Cart> => {
  const [inserted] = await rows<Cart>(
    sql,
    `insert into webinars_carts (token_digest, user_id, draft, sessions, created_at, expires_at)
     values (?, ?, ?, ?, ?, ?) returning ${COLUMNS}`,
    [
      cart.tokenDigest,
      cart.userId,
      JSON.stringify(cart.draft),
      JSON.stringify(cart.sessions),
      cart.createdAt,
      cart.expiresAt,
    ],
  );
  return inserted!;
};

export const findCart = async (sql: Sql, tokenDigest: string): Promise<Cart | null> => {
  const [found] = await rows<Cart>(sql, `select ${COLUMNS} from webinars_carts where token_digest = ?`, [tokenDigest]);
  return found ?? null;
};

/** Changes to one cart take turns, so that none of two that come together is lost. */
export const lockCart = async (trx: Trx, tokenDigest: string): Promise<Cart | null> => {
  const [found] = await rows<Cart>(trx, `select ${COLUMNS} from webinars_carts where token_digest = ? for update`, [
    tokenDigest,
  ]);
  return found ?? null;
};

export const writeDraft = async (
  trx: Trx,
  id: string,
  draft: DraftForm,
  sessions: readonly string[],
): Promise<void> => {
  await rows(trx, `update webinars_carts set draft = ?, sessions = ? where id = ?`, [
    JSON.stringify(draft),
    JSON.stringify(sessions),
    id,
  ]);
};

export const markSubmitted = async (trx: Trx, id: string, now: Date): Promise<void> => {
  await rows(trx, `update webinars_carts set submitted_at = ? where id = ?`, [now, id]);
};

/** Keeps the results of whoever came first; answers with what is kept. */
export const complete = async (sql: Sql, id: string, results: Decided[], now: Date): Promise<Cart | null> => {
  const [completed] = await rows<Cart>(
    sql,
    `update webinars_carts set completed_at = coalesce(completed_at, ?), results = coalesce(results, ?) where id = ?
     returning ${COLUMNS}`,
    [now, JSON.stringify(results), id],
  );
  return completed ?? null;
};

export const deleteCarts = async (sql: Sql, expiredBefore: Date): Promise<void> => {
  await rows(sql, `delete from webinars_carts where expires_at <= ?`, [expiredBefore]);
};

export type NamedSession = { documentId: string; slug: string | null; isPublic: boolean };

export const sessionsNamed = (sql: Sql, slugsOrIds: readonly string[]): Promise<NamedSession[]> =>
  rows(
    sql,
    `select document_id as "documentId", slug, state <> 'draft' as "isPublic" from sessions
      where document_id = any(?) or slug = any(?)`,
    [slugsOrIds, slugsOrIds],
  );

/** Titles as a visitor reads them: a session's own in the language asked for, else its topic's, else either in any language. */
export const titlesOf = (
  sql: Sql,
  documentIds: readonly string[],
  locale: Locale,
): Promise<{ documentId: string; slug: string | null; title: string | null }[]> =>
  rows(
    sql,
    `select s.document_id as "documentId", s.slug, coalesce(
       (select c.title from sessions_cmps sc join components_session_localized_texts c on c.id = sc.cmp_id
         where sc.entity_id = s.id and sc.field = 'texts' and c.title <> '' order by (c.locale = ?) desc, sc."order" limit 1),
       (select t.title from sessions_topic_lnk l join topics linked on linked.id = l.topic_id
          join topics t on t.document_id = linked.document_id
         where l.session_id = s.id order by (t.locale = ?) desc, (t.locale = 'en') desc, t.id limit 1)) as title
     from sessions s where s.document_id = any(?)`,
    [locale, locale, documentIds],
  );
