import type { Pass } from '../jobs';
import type { Clock } from '../kernel/clock';
import type { Database } from '../kernel/database';
import { createPace } from '../kernel/pace';
import { answerOf, failureOf, type Failure } from './answers';
import { isGivenUp, nextTry, type Mail, type RenderedMail, type Result } from './mail';
import { dueMails, lanesWithWork, markBounced, recordResults } from './queries';
import type { Prepared } from './prepare';
import { createRecorder } from './record';
import { CONNECTIONS, type Transport } from './transport';
import { LANES } from './constraints';

export type DeliveryDeps = {
  database: Database;
  clock: Clock;
  /** Puts mails into words, all of a batch together. */
  prepare(mails: readonly Mail[], now: Date): Promise<Map<string, Prepared>>;
  /** Null where there is no mail server: mails are kept and shown. */
  transport: Transport | null;
  /** Mails a second over all instances; null is without limit. */
  perSecond: number | null;
};

const BATCH = 200;

const NOTHING = { subject: null, html: null, text: null, calendar: null } as const;

type Fate = Partial<Result> & Pick<Result, 'state'>;

const resultOf = (mail: Mail, now: Date, rendered: RenderedMail | null, fate: Fate): Result => ({
  id: mail.id,
  attempts: mail.attempts,
  nextTryAt: now,
  sentAt: null,
  smtpMessageId: null,
  answer: null,
  bouncedAt: null,
  ...(rendered ?? NOTHING),
  ...fate,
});

/** What becomes of a mail whose try failed. */
export const afterFailure = (mail: Mail, failure: Failure, now: Date): Fate => {
  const attempts = mail.attempts + 1;
  const isFinal = failure.kind === 'permanent' || isGivenUp(mail, attempts, now);
  return {
    state: isFinal ? 'failed' : 'queued',
    attempts,
    nextTryAt: nextTry(attempts, now),
    answer: failure.words,
    bouncedAt: failure.isAddress ? now : null,
  };
};

/** Mails of one registration follow one another; those of others may pass. */
const inStreams = (mails: readonly Mail[]): Mail[][] => {
  const streams = new Map<string, Mail[]>();
  for (const mail of mails) {
    const stream = mail.registrationDocumentId ?? mail.key;
    const before = streams.get(stream);
    if (before) before.push(mail);
    else streams.set(stream, [mail]);
  }
  return [...streams.values()];
};

/** Sends what is due. Whoever calls it for a lane holds that lane. */
export const createDelivery = (deps: DeliveryDeps) => {
  const { database, clock, transport } = deps;
  const lanes = Array.from({ length: LANES }, () => ({
    recorder: createRecorder((results) => recordResults(database.read, results)),
    // All lanes together keep the provider's limit, whichever instances work them.
    pace: createPace(deps.perSecond && deps.perSecond / LANES),
  }));

  /** Tries one mail. Answers whether the next one of its registration may follow, and whether the server was there. */
  const attempt = async (mail: Mail, prepared: Prepared, record: (result: Result) => void) => {
    const now = clock.now();
    if ('skip' in prepared) {
      record(resultOf(mail, now, null, { state: 'skipped', answer: prepared.skip }));
      return { mayFollow: true, isUnreachable: false };
    }
    if ('fault' in prepared) {
      record(resultOf(mail, now, null, { state: 'failed', answer: prepared.fault, attempts: mail.attempts + 1 }));
      return { mayFollow: true, isUnreachable: false };
    }
    const { rendered, message } = prepared;
    if (!transport) {
      record(resultOf(mail, now, rendered, { state: 'kept', smtpMessageId: message.messageId }));
      return { mayFollow: true, isUnreachable: false };
    }
    try {
      const answer = await transport.send(message);
      record(
        resultOf(mail, now, rendered, {
          state: 'sent',
          attempts: mail.attempts + 1,
          sentAt: now,
          smtpMessageId: message.messageId,
          answer: answerOf(answer),
        }),
      );
      return { mayFollow: true, isUnreachable: false };
    } catch (error) {
      const failure = failureOf(error);
      const fate = afterFailure(mail, failure, now);
      if (failure.isAddress)
        await markBounced(database.read, [{ email: mail.recipient, words: failure.words }], now).catch(() => {});
      record(resultOf(mail, now, rendered, { ...fate, smtpMessageId: message.messageId }));
      return { mayFollow: fate.state === 'failed', isUnreachable: failure.kind === 'unreachable' };
    }
  };

  /** One batch of a lane. `mayGoOn` is asked before each mail: it says no when the lane is lost or the instance stops. */
  const pass = async (lane: number, mayGoOn: () => boolean = () => true): Promise<Pass> => {
    const { recorder, pace } = lanes[lane]!;
    await recorder.settled();
    const now = clock.now();
    const mails = await dueMails(database.read, lane, now, BATCH);
    if (mails.length === 0) return { tried: 0, isUnreachable: false };
    const prepared = await deps.prepare(mails, now);
    const streams = inStreams(mails);
    let tried = 0;
    let isUnreachable = false;
    const work = async (): Promise<void> => {
      for (let stream = streams.shift(); stream; stream = streams.shift()) {
        for (const mail of stream) {
          if (isUnreachable || recorder.isRefused() || !mayGoOn()) return;
          await pace();
          tried += 1;
          const outcome = await attempt(mail, prepared.get(mail.id)!, recorder.add);
          isUnreachable ||= outcome.isUnreachable;
          if (!outcome.mayFollow) break;
        }
      }
    };
    await Promise.all(Array.from({ length: CONNECTIONS }, work));
    await recorder.settled();
    return { tried, isUnreachable };
  };

  return {
    pass,
    lanesWithWork: () => lanesWithWork(database.read, clock.now()),
    /** Everything that is due in all lanes, for whoever is the only one at it. Stops where the mail server does not answer. */
    async deliverDue(): Promise<void> {
      for (let lane = 0; lane < LANES; lane += 1) {
        for (let { tried, isUnreachable } = await pass(lane); tried > 0 && !isUnreachable;) {
          ({ tried, isUnreachable } = await pass(lane));
        }
      }
    },
  };
};

export type Delivery = ReturnType<typeof createDelivery>;
