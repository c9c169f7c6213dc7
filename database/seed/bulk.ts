import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { bulkSpeakers, bulkTopics } from './bulk-content';
import { AVERAGES, PLAN, REGISTRATIONS, SESSIONS, words } from './bulk-statements';
import { withoutIndexes } from './bulk-load';
import { createWriter } from './entries';

/** How much to make beside what is there. */
export type BulkOrder = {
  sessions: number;
  registrations: number;
  /** Without a number: some, where there are none yet. */
  topics?: number;
  speakers?: number;
  /** Every coming session is full and has a line, instead of one in ten. */
  waiting?: boolean;
  /** Nobody else works on the database: many times as fast, and all or nothing. */
  alone?: boolean;
};

export type BulkOptions = {
  /** Told after each batch how far it is. */
  tell?(line: string): void;
  now?: Date;
  /** Stops it between two batches. What is written stays and is true. */
  stopped?: AbortSignal;
};

const SESSIONS_AT_ONCE = 5_000;
const REGISTRATIONS_AT_ONCE = 25_000;

/** One connection for as long as its temporary tables are needed. */
type Ask = (statement: string, bindings?: Record<string, unknown>) => Promise<{ rows: { n: number }[] }>;

const onOneConnection = async (sql: Knex, work: (ask: Ask) => Promise<void>): Promise<void> => {
  // Knex does not type its pool.
  const pool = sql.client as {
    acquireConnection(): Promise<object>;
    releaseConnection(connection: object): Promise<void>;
  };
  const connection = await pool.acquireConnection();
  try {
    await work(async (statement, bindings = {}) =>
      sql.raw<{ rows: { n: number }[] }>(statement, bindings as Knex.ValueDict).connection(connection),
    );
  } finally {
    await pool.releaseConnection(connection);
  }
};

const countIn = async (ask: Ask, statement: string): Promise<number> => Number((await ask(statement)).rows[0]?.n ?? 0);

const POOLS = [
  `create temporary table topic_pool as
     select id, slug, (row_number() over (order by id) - 1)::int as place from topics where locale = 'en' and state = 'active'`,
  `create temporary table speaker_pool as
     select id, (row_number() over (order by id) - 1)::int as place from speakers where locale = 'en' and is_active`,
];

const DROP = 'drop table if exists bulk_plan, topic_pool, speaker_pool';

const writeContent = async (strapi: Core.Strapi, order: BulkOrder, run: string, now: Date): Promise<void> => {
  const have = async (statement: string): Promise<boolean> =>
    countIn(async (text) => strapi.db.connection.raw(text), statement).then((n) => n > 0);
  const topics = order.topics ?? ((await have(`select count(*) as n from topics where state = 'active'`)) ? 0 : 60);
  const speakers = order.speakers ?? ((await have('select count(*) as n from speakers where is_active')) ? 0 : 30);
  await strapi.db.connection.transaction(async (trx) => {
    const writer = createWriter(strapi, trx);
    await writer.write('api::speaker.speaker', bulkSpeakers(speakers, run, now));
    await writer.write('api::topic.topic', bulkTopics(topics, run, now));
  });
};

/**
 * Makes a large data set with statements that PostgreSQL runs by itself, a batch a transaction. Every guard and counter stays in force, so
 * what is there when it ends, or is interrupted, is as true as what people registered.
 */
export const seedBulk = async (
  strapi: Core.Strapi,
  order: BulkOrder,
  { tell = () => {}, now = new Date(), stopped }: BulkOptions = {},
): Promise<void> => {
  const { sessions, registrations, waiting = false, alone = false } = order;
  if (sessions === 0 && registrations > 0)
    throw new Error('Registrations need sessions: give --sessions a number above 0.');
  const inBatches = async (
    what: string,
    count: number,
    size: number,
    write: (from: number, to: number) => Promise<unknown>,
  ): Promise<void> => {
    for (let from = 0; from < count; from += size) {
      stopped?.throwIfAborted();
      const to = Math.min(from + size, count);
      await write(from, to);
      tell(`${what}: ${to.toLocaleString('en')} of ${count.toLocaleString('en')}`);
    }
  };
  await onOneConnection(strapi.db.connection, async (ask) => {
    const base = await countIn(ask, 'select coalesce(max(id), 0) as n from sessions');
    const run = `b${base + 1}`;
    await writeContent(strapi, order, run, now);
    await ask(DROP);
    await ask(PLAN, { sessions, registrations, waiting, now: now.toISOString() });
    for (const pool of POOLS) await ask(pool);
    const topics = await countIn(ask, 'select count(*) as n from topic_pool');
    const speakers = await countIn(ask, 'select count(*) as n from speaker_pool');
    if (topics === 0 || speakers === 0)
      throw new Error('Sessions need active topics and speakers: give --topics and --speakers numbers above 0.');
    await inBatches('Sessions', sessions, SESSIONS_AT_ONCE, (from, to) =>
      ask(SESSIONS, { from: from + 1, to, run, topics, speakers }),
    );
    await ask('analyze bulk_plan');
    const most = await countIn(ask, 'select coalesce(max(guests), 0) as n from bulk_plan');
    const people = Math.max(most + 1, Math.ceil(registrations * 0.55));
    const common = { words: words(), base: base * 1000, people, run, now: now.toISOString() };
    const register = () =>
      inBatches('Registrations', registrations, REGISTRATIONS_AT_ONCE, (from, to) =>
        ask(REGISTRATIONS, { ...common, from, to }),
      );
    await (alone ? withoutIndexes(ask, register) : register());
    tell('Averages');
    for (const average of AVERAGES) await ask(average, average.includes(':run') ? { run } : {});
    tell('Statistics');
    await ask(DROP);
    await ask('select webinars_fold_registration_sums()');
    await ask('analyze');
  });
};
