import type { PartnerName, PartnerTrouble } from '../../../contracts/partners';
import type { Log, Pass } from '../jobs';
import type { Clock } from '../kernel/clock';
import type { Database } from '../kernel/database';
import { PartnerError } from '../kernel/http-client';
import { pauseAfter } from './back-off';
import type { Outcomes, Partner } from './partner';
import { concernsAll, pushSplitting } from './push-splitting';
import { dueLinks, noteSuccess, noteTries, noteTrouble, readStanding, recordOutcomes } from './queries';

/** Counts what happens, for whoever watches. */
export type Watch = {
  called(partner: PartnerName, outcome: 'ok' | PartnerTrouble, seconds: number): void;
  recorded(partner: PartnerName, kind: string, outcome: 'done' | 'failed', count: number): void;
};

export type WorkerDeps = { database: Database; clock: Clock; watch: Watch; log: Log; random(): number };

const WHAT_NOW: Record<'unauthorized' | 'other', string> = {
  unauthorized: 'refuses our key; nothing is sent until there is another one or a test succeeds',
  other: 'does not answer as it should; work waits and is tried again',
};

/** Notes trouble that concerns all records, and says so once: when it begins. */
export const meetTrouble = async (
  { database, clock, log, random }: WorkerDeps,
  partner: Pick<Partner, 'name'>,
  error: PartnerError,
): Promise<void> => {
  const now = clock.now();
  const before = await readStanding(database.read, partner.name);
  const failures = (before?.failures ?? 0) + 1;
  const isRefused = error.trouble === 'unauthorized';
  // A key that was refused is not accepted because its partner went away.
  if (before?.stoppedAt && !isRefused) return;
  await noteTrouble(
    database.read,
    partner.name,
    { code: error.trouble, words: error.words, at: now },
    {
      failures,
      pausedUntil: isRefused ? null : new Date(now.getTime() + pauseAfter(failures, error.retryAfterMs, random())),
    },
  );
  if (before?.trouble === error.trouble) return;
  log.warn(`[webinars] ${partner.name} ${WHAT_NOW[isRefused ? 'unauthorized' : 'other']} (${error.trouble})`);
};

/** Outcomes that nobody but the partner can have brought about. */
const ANSWERED = ['done', 'gone', 'refused'];

const count = (outcomes: Outcomes, states: readonly string[]): number =>
  [...outcomes.values()].filter(({ state }) => states.includes(state)).length;

/** After so many failures in a row records are sent one by one, whatever the size of a batch. */
const ALONE = 10;

/** The trouble that a piece of work met which concerns everything we ask of a partner, or null. */
const troubleIn = async (work: () => Promise<unknown>): Promise<PartnerError | null> => {
  try {
    await work();
    return null;
  } catch (error) {
    if (!(error instanceof PartnerError && concernsAll(error))) throw error;
    return error;
  }
};

/** The same, of a mere question. Who says that something is in the way has answered. */
const troubleAsking = (partner: Partner, signal: AbortSignal): Promise<PartnerError | null> =>
  troubleIn(async () => {
    try {
      await partner.check(signal);
    } catch (error) {
      if (!(error instanceof PartnerError) || concernsAll(error)) throw error;
    }
  });

/** Sends one batch of what is due to a partner. Whoever calls it holds the partner's lane: one at a time, over all instances. */
export const createPass =
  (deps: WorkerDeps) =>
  async (partner: Partner, signal: AbortSignal): Promise<Pass> => {
    const { database, clock, watch, random } = deps;
    const standing = await readStanding(database.read, partner.name);
    const isLeftAlone = !standing || standing.stoppedAt || (standing.pausedUntil && standing.pausedUntil > clock.now());
    if (isLeftAlone) return { tried: 0, isUnreachable: false };
    for (const { kind, batch } of partner.kinds) {
      // What took too long together may pass in parts.
      const most = Math.ceil(batch / 2 ** Math.min(standing.failures, ALONE));
      const links = await dueLinks(database.read, partner.name, kind, clock.now(), most);
      if (links.length === 0) continue;
      await noteTries(database.read, partner.name, kind, links);
      const outcomes: Outcomes = new Map();
      const isAlone = standing.failures >= ALONE;
      const away = isAlone ? await troubleAsking(partner, signal) : null;
      const met =
        away ??
        (await troubleIn(() => pushSplitting((some, told) => partner.push(kind, some, told, signal), links, outcomes)));
      // It answers otherwise: this is the trouble of one record, whose tries are counted, or what is behind it would wait for ever.
      const answersOtherwise = isAlone && !away;
      const [alone] = answersOtherwise && !signal.aborted ? links : [];
      if (alone && met?.trouble === 'unreachable' && !outcomes.has(alone.record)) {
        outcomes.set(alone.record, { state: 'retry', trouble: 'unreachable', words: met.words });
      }
      await recordOutcomes(database.read, partner.name, kind, links, outcomes, clock.now(), random);
      watch.recorded(partner.name, kind, 'done', count(outcomes, ['done']));
      watch.recorded(partner.name, kind, 'failed', count(outcomes, ['refused', 'retry']));
      const hasAnswered = answersOtherwise || count(outcomes, ANSWERED) > 0;
      // After trouble it is asked whether it is back, where what was sent does not tell.
      const isInDoubt = standing.failures > 0 && !hasAnswered;
      const trouble = met ?? (isInDoubt ? await troubleAsking(partner, signal) : null);
      // An instance that stops has cut its own call off; the partner is not to blame.
      if (trouble && !signal.aborted) await meetTrouble(deps, partner, trouble);
      else if (hasAnswered || (isInDoubt && !trouble)) await noteSuccess(database.read, partner.name, clock.now());
      return { tried: trouble ? 0 : links.length, isUnreachable: false };
    }
    return { tried: 0, isUnreachable: false };
  };
