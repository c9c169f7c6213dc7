import type { RegistrationChoice, SessionChoice } from '../../../contracts/mail-admin';
import { rows, type Sql } from '../kernel/database';
import { SESSION_TITLE } from '../kernel/session-title';

const MOST = 20;
// A name is looked for among those who registered last: a list of a million names is not read for every letter somebody types.
const NEWEST = 5000;
const COLUMNS = 'r.id, r.reference, r.first_name, r.last_name, r.email, r.session_document_id';

/** Sessions whose title or slug contains what somebody typed, those nearest to now first. */
export const findSessions = (sql: Sql, search: string, now: Date): Promise<SessionChoice[]> =>
  rows<SessionChoice>(
    sql,
    `select c.document_id as "documentId", c.title, to_char(c.datetime, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as datetime, c.timezone, c.state,
            coalesce(c.registration_count, 0) as registered
       from (select s.*, ${SESSION_TITLE} as title from sessions s) c, (select lower(?) as search) q
      where c.datetime is not null
        and (q.search = '' or c.document_id = q.search or position(q.search in lower(c.title)) > 0 or position(q.search in lower(coalesce(c.slug, ''))) > 0)
      order by abs(extract(epoch from c.datetime - ?::timestamp)), c.id limit ${MOST}`,
    [search, now],
  );

/** Registrations by their whole reference or address, or by how a name or an address begins among the newest. */
export const findRegistrations = (sql: Sql, search: string): Promise<RegistrationChoice[]> =>
  rows<RegistrationChoice>(
    sql,
    `with asked as (select lower(?) as search),
     newest as materialized (select ${COLUMNS} from registrations r order by r.id desc limit ${NEWEST}),
     found as (
       select ${COLUMNS} from registrations r, asked where r.reference = upper(asked.search) or r.email = asked.search
       union
       select n.* from newest n, asked
        where asked.search = '' or starts_with(n.email, asked.search) or starts_with(lower(n.last_name), asked.search)
           or starts_with(lower(concat_ws(' ', n.first_name, n.last_name)), asked.search))
     select f.reference, concat_ws(' ', f.first_name, f.last_name) as name, f.email,
            (select ${SESSION_TITLE} from sessions s where s.document_id = f.session_document_id) as session
       from found f where f.reference is not null order by f.id desc limit ${MOST}`,
    [search],
  );
