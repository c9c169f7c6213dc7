import type { ChoiceQuery, RegistrationChoice, SessionChoice } from '../../../contracts/mail-admin';
import { rows, type Sql } from '../kernel/database';
import { sessionTitleIn } from '../kernel/session-title';
import type { Locale } from '../kernel/text';

const MOST = 20;
// A name is looked for among those who registered last: a list of a million names is not read for every letter somebody types.
const NEWEST = 5000;
const COLUMNS = 'r.id, r.reference, r.first_name, r.last_name, r.email, r.session_document_id';

const titleIn = (locale: Locale) => sessionTitleIn(`'${locale}'`);

/**
 * Sessions whose own title, whose topic's title in either language or whose slug contains what somebody typed, those nearest to now first. The
 * titles are looked through once, not once for each session.
 */
export const findSessions = (sql: Sql, { search, titles }: ChoiceQuery, now: Date): Promise<SessionChoice[]> =>
  rows<SessionChoice>(
    sql,
    `with asked as (select lower(?) as search),
     titled as materialized (
       select k.session_id as id from asked, topics v join topics t on t.document_id = v.document_id join sessions_topic_lnk k on k.topic_id = t.id
        where position(asked.search in lower(v.title)) > 0
       union
       select sc.entity_id from asked, components_session_localized_texts c join sessions_cmps sc on sc.cmp_id = c.id and sc.field = 'texts'
        where position(asked.search in lower(c.title)) > 0)
     select s.document_id as "documentId", ${titleIn(titles)} as title, to_char(s.datetime, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as datetime, s.timezone,
            s.state, coalesce(s.registration_count, 0) as registered
       from (
         select s.* from sessions s, asked
          where s.datetime is not null and (s.document_id = asked.search or position(asked.search in lower(coalesce(s.slug, ''))) > 0
             or s.id in (select id from titled))
          order by abs(extract(epoch from s.datetime - ?::timestamp)), s.id limit ${MOST}) s
      order by abs(extract(epoch from s.datetime - ?::timestamp)), s.id`,
    [search, now, now],
  );

/** Registrations by their whole reference or address, or by how a name or an address begins among the newest. */
export const findRegistrations = (sql: Sql, { search, titles }: ChoiceQuery): Promise<RegistrationChoice[]> =>
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
            (select ${titleIn(titles)} from sessions s where s.document_id = f.session_document_id) as session
       from found f where f.reference is not null order by f.id desc limit ${MOST}`,
    [search],
  );
