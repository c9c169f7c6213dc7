import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { createDemoAdmin } from './administrator';
import { createWriter, insertRows } from './entries';
import type { Fact } from './entry';
import { planProgramme } from './programme';

export { createDemoAdmin, demoAdmin, demoLogin } from './administrator';
export { seedBulk, type BulkOptions, type BulkOrder } from './bulk';

/** How much the demonstration wrote. */
export type Seeded = { topics: number; speakers: number; sessions: number; registrations: number };

const isEmpty = async (trx: Knex.Transaction): Promise<boolean> => {
  const { rows } = await trx.raw<{ rows: { empty: boolean }[] }>(
    'select not exists (select from topics) and not exists (select from sessions) as empty',
  );
  return rows[0]?.empty === true;
};

/** The history that the programme's own event log would hold. The jobs that follow from these events were done long ago, so none is queued. */
const writeFacts = (trx: Knex.Transaction, facts: readonly Fact[]): Promise<void> =>
  insertRows(
    trx,
    'webinars_events',
    facts.map((fact) => ({
      type: fact.type,
      session_document_id: fact.session,
      registration_document_id: fact.registration,
      data: fact.data,
      once_key: fact.onceKey,
      at: new Date(fact.at).toISOString(),
    })),
  );

/** The views that the sessions' own counters tell of, spread over the days on which people registered. */
const VIEWS = `insert into webinars_view_days (day, views)
  select day, sum(views * place / people - views * (place - 1) / people)
    from (select webinars_programme_day(r.registered_at) as day, s.view_count as views, count(*) over (partition by s.id) as people,
                 row_number() over (partition by s.id order by r.registered_at, r.id) as place
            from sessions s join registrations r on r.session_document_id = s.document_id where s.view_count > 0) v
   group by day`;

/**
 * Fills an empty database with the demonstration programme, and an administrator where there is none, in one transaction: all of it or nothing, and by one instance where several
 * start at once. Answers null, and does nothing, where there is a topic or a session already.
 */
export const seedDemo = async (strapi: Core.Strapi, now: Date = new Date()): Promise<Seeded | null> => {
  // First, so that a start that is interrupted here leaves a database which the next start still takes for empty.
  await createDemoAdmin(strapi);
  const seeded = await strapi.db.connection.transaction(async (trx) => {
    await trx.raw(`select pg_advisory_xact_lock(hashtext('webinars.seed'))`);
    if (!(await isEmpty(trx))) return null;
    const programme = planProgramme(now);
    const writer = createWriter(strapi, trx);
    await writer.write('api::speaker.speaker', programme.speakers);
    await writer.write('api::topic.topic', programme.topics);
    await writer.write('api::session.session', programme.sessions);
    await writer.write('api::registration.registration', programme.registrations);
    await writeFacts(trx, programme.facts);
    await trx.raw(VIEWS);
    return {
      topics: programme.topics.length,
      speakers: programme.speakers.length,
      sessions: programme.sessions.length,
      registrations: programme.registrations.length,
    };
  });
  // Fresh tables have no statistics yet, and the first visitors would pay for the plans made without.
  if (seeded) await strapi.db.connection.raw('analyze');
  return seeded;
};
