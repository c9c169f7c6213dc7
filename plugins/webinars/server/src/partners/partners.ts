import { z } from 'zod';
import {
  partnerName,
  type DryRun,
  type PartnerCard,
  type PartnerName,
  type PartnerPage,
} from '../../../contracts/partners';
import { SYSTEM, writeAudit, type Actor } from '../audit';
import { addJobs, newJob, type Job, type Lanes } from '../jobs';
import { rows, type Sql, type Trx } from '../kernel/database';
import { DomainError, notFound } from '../kernel/errors';
import { PartnerError } from '../kernel/http-client';
import { piece } from '../kernel/text';
import type { KnownPartner, Link, Partner } from './partner';
import {
  beginPartner,
  dueLinks,
  forgetRemoteIds,
  noteSuccess,
  partnersWithWork,
  recountKept,
  replayFailed,
} from './queries';
import { expiresSoon, readCard, readDifferences, readLeft, readRecords, readSyncs, type Paged } from './read';
import { reconcile } from './reconcile';
import { repair } from './repair';
import { concernsAll } from './push-splitting';
import { createPass, meetTrouble, type WorkerDeps } from './worker';
import { writeMarks } from './marks';

/** Compares a partner with us, records and all. */
export const reconcileJob: Job<{ partner: PartnerName }> = {
  name: 'partners.reconcile',
  payload: z.strictObject({ partner: partnerName }),
  concurrency: 1,
  maxAttempts: 3,
};

/** Asks a partner who we are there, so that a key that is about to expire is noticed in time. */
export const checkJob: Job<{ partner: PartnerName }> = {
  name: 'partners.check',
  payload: z.strictObject({ partner: partnerName }),
  concurrency: 1,
  maxAttempts: 3,
};

/** As many records of each kind are rehearsed; enough to see what would happen. */
const REHEARSED = 200;
const CHECK_MS = 20_000;
const REHEARSAL_MS = 60_000;

/** What is done with partners: by the workers, by the beats, and by staff. */
export const createPartners = (deps: WorkerDeps, known: readonly KnownPartner[]) => {
  const { database, clock, log } = deps;
  const on = known.flatMap(({ partner }) => (partner ? [partner] : []));
  const names = on.map(({ name }) => name);
  const stopping = new AbortController();
  const pass = createPass(deps);

  const ofName = (name: PartnerName): KnownPartner => {
    const found = known.find((one) => one.name === name);
    if (!found) throw notFound('This partner');
    return found;
  };
  const inReach = (name: PartnerName): Partner => {
    const { partner, missing } = ofName(name);
    if (partner) return partner;
    throw new DomainError(
      'conflict',
      'PARTNER_OFF',
      `${name} is off. Set ${missing.join(' and ')} in the environment and start again; docs/${name}.md says how.`,
    );
  };
  const urlOf = (name: PartnerName, kind: string, remoteId: string): string | null =>
    known.find((one) => one.name === name)?.partner?.url(kind, remoteId) ?? null;
  const card = (name: PartnerName): Promise<PartnerCard> => readCard(database.read, ofName(name), clock.now());

  /** Marks what is still to come, belongs there and is not there. */
  const markAll = async (partner: Partner): Promise<void> => {
    const marks = (await partner.unmarked()).map((one) => ({ ...one, partner: partner.name }));
    await writeMarks(database.read, marks, clock.now());
  };

  const queueFor = (job: Job<{ partner: PartnerName }>, some: readonly PartnerName[]): Promise<void> =>
    database.inTransaction((trx) =>
      addJobs(
        trx,
        some.map((partner) => newJob(job, { partner }, partner)),
      ),
    );

  /** Begins each partner's books: one that is new takes along what is still to come. */
  const begin = async (): Promise<void> => {
    for (const partner of on) {
      const news = await database.inTransaction(async (trx) => {
        const found = await beginPartner(trx, partner);
        if (found !== 'place') return found;
        await forgetRemoteIds(trx, partner.name);
        await recountKept(trx, partner.name, clock.now());
        await partner.forget(trx);
        return found;
      });
      if (news === 'partner' || news === 'place') await markAll(partner);
      if (news) await queueFor(checkJob, [partner.name]);
    }
  };

  const audited = (trx: Trx, action: string, name: PartnerName, by: Actor, data: Record<string, unknown> = {}) =>
    writeAudit(trx, [{ action, subject: { kind: 'partner', documentId: name }, data }], by, clock.now());

  /** Asks who we are there, and keeps the answer. A success ends whatever was held against the partner. `by`: whoever wanted to know. */
  const check = async (name: PartnerName, by: Actor | null = null): Promise<PartnerCard> => {
    const partner = inReach(name);
    await begin();
    const at = clock.now();
    if (by) await database.inTransaction((trx) => audited(trx, 'partner.tested', name, by));
    try {
      const found = await partner.check(AbortSignal.any([stopping.signal, AbortSignal.timeout(CHECK_MS)]));
      const checked = {
        at,
        version: found.version,
        account: found.account,
        keyExpiresAt: found.keyExpiresAt?.toISOString() ?? null,
        warnings: found.warnings,
        problem: null,
      };
      const before = await card(name);
      await rows(
        database.read,
        `update webinars_partners set checked = ?::jsonb, key_expires_at = ? where partner = ?`,
        [JSON.stringify(checked), found.keyExpiresAt, name],
      );
      await noteSuccess(database.read, name, at);
      if (expiresSoon(found.keyExpiresAt, at) && !before.isKeyExpiring) {
        log.warn(
          `[webinars] the key for ${name} expires at ${found.keyExpiresAt?.toISOString()}; put a new one in before`,
        );
      }
    } catch (error) {
      if (!(error instanceof PartnerError)) throw error;
      const problem = { code: error.trouble, words: piece(error.words, 0, 500), at };
      await rows(
        database.read,
        `update webinars_partners set checked = coalesce(checked, '{"version":null,"account":null,"keyExpiresAt":null,"warnings":[]}')
            || jsonb_build_object('at', ?::text, 'problem', ?::jsonb) where partner = ?`,
        [at.toISOString(), JSON.stringify(problem), name],
      );
      if (concernsAll(error)) await meetTrouble(deps, partner, error);
    }
    return card(name);
  };

  return {
    names,
    /** What of ours each partner that is on keeps. */
    keepings: on.map(({ name, keeps }) => ({ partner: name, ...keeps })),
    begin,
    /** Marks what belongs to partners by settings that changed. */
    async takeAlong(): Promise<void> {
      for (const partner of on) await markAll(partner);
    },
    card,
    cards: () => Promise.all(known.map(({ name }) => card(name))),
    check,
    /** Does the work of `reconcileJob`. */
    reconcile: ({ partner }: { partner: PartnerName }) => reconcile(deps, inReach(partner), stopping.signal),
    /** Queues a comparison; the card says when it is done. */
    async askToReconcile(name: PartnerName, by: Actor = SYSTEM): Promise<PartnerCard> {
      inReach(name);
      await begin();
      await database.inTransaction(async (trx) => {
        await rows(trx, `update webinars_partners set reconciling_since = ? where partner = ?`, [clock.now(), name]);
        await addJobs(trx, [newJob(reconcileJob, { partner: name }, name)]);
        await audited(trx, 'partner.compared', name, by);
      });
      return card(name);
    },
    queueReconciliations: () => queueFor(reconcileJob, names),
    queueChecks: () => queueFor(checkJob, names),
    async rehearse(name: PartnerName): Promise<DryRun> {
      const partner = inReach(name);
      const work: { kind: string; links: Link[] }[] = [];
      // Whatever waits for its next try would be tried, too.
      const horizon = new Date(clock.now().getTime() + 24 * 3600 * 1000);
      for (const { kind } of partner.kinds) {
        work.push({ kind, links: await dueLinks(database.read, name, kind, horizon, REHEARSED) });
      }
      const [waiting] = await rows<{ count: number }>(
        database.read,
        `select count(*)::int as count from webinars_links where partner = ? and state = 'waiting'`,
        [name],
      );
      const more = waiting!.count - work.reduce((sum, { links }) => sum + links.length, 0);
      try {
        const signal = AbortSignal.any([stopping.signal, AbortSignal.timeout(REHEARSAL_MS)]);
        return { calls: await partner.rehearse(work, signal), more, problem: null };
      } catch (error) {
        if (!(error instanceof PartnerError)) throw error;
        return {
          calls: [],
          more,
          problem: { code: error.trouble, words: error.words, at: clock.now().toISOString() },
        };
      }
    },
    differences: (name: PartnerName, page: PartnerPage) =>
      readDifferences(database.read, ofName(name).name, page, urlOf),
    left: (name: PartnerName, page: PartnerPage): ReturnType<typeof readLeft> =>
      readLeft(database.read, ofName(name).name, page, urlOf),
    repair: (name: PartnerName, ids: readonly string[] | null, by: Actor = SYSTEM) =>
      repair(database, inReach(name).name, ids, clock.now(), by),
    replay: (name: PartnerName, records: readonly { kind: string; record: string }[] | null, by: Actor = SYSTEM) =>
      database.inTransaction(async (trx) => {
        const replayed = await replayFailed(trx, inReach(name).name, records, clock.now());
        await audited(trx, 'partner.replayed', name, by, { records: replayed });
        return replayed;
      }),
    /** How far each kind of a session's records is, and when something of it was last heard. */
    syncs: (sql: Sql, session: string) => readSyncs(sql, names, session),
    records: (whose: Parameters<typeof readRecords>[2]) => readRecords(database.read, on, whose, urlOf),
    /** One batch of what is due to a partner. Whoever calls it is the only one at it. */
    pass: (name: PartnerName, signal: AbortSignal = stopping.signal) => pass(inReach(name), signal),
    /** Everything that is due, for whoever is the only one at it. */
    async sendDue(): Promise<void> {
      for (const partner of on) {
        for (let { tried } = await pass(partner, stopping.signal); tried > 0;)
          ({ tried } = await pass(partner, stopping.signal));
      }
    },
    /** Each partner's work is a lane of its own. */
    lanes: {
      name: 'webinars.partners',
      withWork: async () =>
        (await partnersWithWork(database.read, names, clock.now())).map((name) => names.indexOf(name)),
      pass: (lane, signal) => pass(on[lane]!, signal),
      // What is told a partner twice is found there by our reference.
      notedWithin: 0,
      unreachable: 'a partner does not answer',
      failed: 'what waits for a partner could not be sent and keeps waiting',
    } satisfies Lanes,
    /** Cuts off what is asked of partners; nothing of it is lost. */
    stop: () => stopping.abort(),
  };
};

export type Partners = ReturnType<typeof createPartners>;
export type { Paged };
