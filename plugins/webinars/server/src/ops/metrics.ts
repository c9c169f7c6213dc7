import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { PARTNER_TROUBLES } from '../../../contracts/partners';
import type { Clock } from '../kernel/clock';
import type { Database } from '../kernel/database';
import { EVENT_TYPES, type DomainEvent } from '../kernel/events';
import { measure, MEASURES, type MeasuredPartner, type MeasureName, type Sample } from './measure';

export type MetricsDeps = {
  database: Database;
  clock: Clock;
  /** The partners that are switched on. */
  partners(): readonly MeasuredPartner[];
  /** The kinds of jobs there are. */
  jobs(): readonly string[];
  /** Notes an accident for whoever runs this instance. */
  report(error: unknown): void;
};

export type Metrics = {
  contentType: string;
  /** All numbers, in Prometheus' text format. */
  text(): Promise<string>;
  /** A call to a partner has ended: `ok`, or what was wrong. */
  partnerCalled: (partner: string, outcome: string, seconds: number) => void;
  /** A partner has taken records, or this try to send them failed. */
  partnerRecord: (partner: string, kind: string, outcome: 'done' | 'failed', count: number) => void;
  /** Events are in the log. Gives them back. */
  eventsRecorded(events: readonly DomainEvent[]): readonly DomainEvent[];
};

const PREFIX = 'webinars_';

// A call to a partner takes some 30 ms; a batch of hundreds takes seconds, and its time-out a minute.
const CALL_SECONDS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

// Scrapers come every 15 seconds or so. A storm of them reads the database no more often than this.
const KEPT_MS = 5000;

// A scraper waits ten seconds by default. What takes longer helps nobody and is not left running.
const PATIENCE = `set local statement_timeout = '8s'`;

/** Each read makes its numbers anew: what is no longer there, such as a kind of job, is not told any more. */
const told = (samples: readonly Sample[] | null): Promise<string> => {
  const registry = new Registry();
  const registers = [registry];
  const up = { name: `${PREFIX}database_up`, help: '1 where the numbers of the database could be read.', registers };
  new Gauge(up).set(samples ? 1 : 0);
  if (samples) {
    const gauges = new Map(
      (Object.keys(MEASURES) as MeasureName[]).map((name) => {
        const { help, labels: labelNames } = MEASURES[name];
        return [name, new Gauge<string>({ name: `${PREFIX}${name}`, help, labelNames, registers })];
      }),
    );
    for (const { name, labels, value } of samples) gauges.get(name)?.set(labels, value);
  }
  return registry.metrics();
};

/** What this process did, counted as it does it. */
const createCounters = (registers: Registry[]) => ({
  calls: new Counter({
    name: `${PREFIX}partner_calls_total`,
    help: 'Calls to a partner by this process: ok, or what was wrong.',
    labelNames: ['partner', 'outcome'] as const,
    registers,
  }),
  seconds: new Histogram({
    name: `${PREFIX}partner_call_seconds`,
    help: 'How long calls to a partner took.',
    labelNames: ['partner'] as const,
    buckets: CALL_SECONDS,
    registers,
  }),
  records: new Counter({
    name: `${PREFIX}partner_records_total`,
    help: 'Tries of this process to send a record to a partner: done, or failed.',
    labelNames: ['partner', 'kind', 'outcome'] as const,
    registers,
  }),
  events: new Counter({
    name: `${PREFIX}events_total`,
    help: 'Events this process wrote into the log. Those of a transaction that was undone afterwards count too.',
    labelNames: ['type'] as const,
    registers,
  }),
});

/**
 * The numbers for whoever watches this instance. What is true of the database is read when they are asked for, so each of many instances tells
 * the same; what a process did it counts itself, and whoever watches adds up.
 */
export const createMetrics = ({ database, clock, partners, jobs, report }: MetricsDeps): Metrics => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const { calls, seconds, records, events } = createCounters([registry]);

  /** A counter that is not there before its first failure hides that failure: a rate needs two values. */
  const beginAtNought = (): void => {
    for (const type of EVENT_TYPES) events.inc({ type }, 0);
    for (const { name: partner, kinds } of partners()) {
      for (const outcome of ['ok', ...PARTNER_TROUBLES]) calls.inc({ partner, outcome }, 0);
      for (const kind of kinds) for (const outcome of ['done', 'failed']) records.inc({ partner, kind, outcome }, 0);
    }
  };

  const read = async (now: Date): Promise<string> => {
    try {
      const samples = await database.read.transaction(
        async (sql) => {
          await sql.raw(PATIENCE);
          return measure(sql, { partners: partners(), jobs: jobs(), now });
        },
        { isolationLevel: 'repeatable read', readOnly: true },
      );
      return await told(samples);
    } catch (error) {
      report(error);
      return told(null);
    }
  };

  let last: { at: number; text: Promise<string> } | null = null;
  let hasBegun = false;
  return {
    contentType: registry.contentType,
    async text() {
      if (!hasBegun) beginAtNought();
      hasBegun = true;
      const now = clock.now();
      if (!last || Math.abs(now.getTime() - last.at) >= KEPT_MS) last = { at: now.getTime(), text: read(now) };
      return `${await registry.metrics()}\n${await last.text}`;
    },
    partnerCalled(partner, outcome, took) {
      calls.inc({ partner, outcome });
      seconds.observe({ partner }, took);
    },
    partnerRecord: (partner, kind, outcome, count) => records.inc({ partner, kind, outcome }, count),
    eventsRecorded(recorded) {
      for (const { type } of recorded) events.inc({ type });
      return recorded;
    },
  };
};
