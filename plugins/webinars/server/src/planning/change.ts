import type {
  CancelRequest,
  CapacityRequest,
  ChangePreview,
  CopyPreview,
  DuplicateRequest,
  MoveRequest,
  PublishDoubt,
  PublishPreview,
  PublishRequest,
  SaveRequest,
} from '../../../contracts/planning';
import type { Sql } from '../kernel/database';
import { conflict, invalid, notFound } from '../kernel/errors';
import type { Locale } from '../kernel/text';
import type { Foresight } from '../registration';
import { readSessions, registrationClosesAt, type Session } from '../sessions';
import { datesOfCopy } from './copy';
import { findConflictsOf } from './find-conflicts';
import type { Looks } from './look';
import type { Deps } from './ports';
import { countUnreachable } from './queries';

type Data = Record<string, unknown>;

/** What each deed saves. A preview foresees the same. */
const moveData = ({ datetime, duration, timezone }: MoveRequest): Data => ({ datetime, duration, timezone });
const capacityData = ({ capacity }: CapacityRequest): Data => ({ capacity });
const CANCELLED: Data = { state: 'cancelled' };
const publishData = ({ at }: PublishRequest): Data =>
  at === null ? { state: 'published', scheduledPublishAt: null } : { scheduledPublishAt: at };

const fault = (name: string, message: string) => invalid([{ path: [name], message, name: 'ValidationError' }]);

const checkMove = (session: Session): void => {
  if (session.state === 'completed' || session.state === 'cancelled') {
    throw conflict(
      'SESSION_OVER',
      `This session is ${session.state}: it can no longer be moved. Duplicate it instead. Nothing was changed.`,
    );
  }
};

const checkPublish = (session: Session, { at }: PublishRequest, now: Date): void => {
  if (session.state !== 'draft') {
    throw conflict('NOT_A_DRAFT', 'This session is public already, or over. Nothing was changed.');
  }
  if (at !== null && new Date(at) <= now)
    throw fault('at', 'This time has passed. Choose a later one, or publish now.');
  if (at !== null && new Date(at) >= session.datetime) {
    throw fault('at', 'This is not before the session starts: nobody could register. Choose an earlier time.');
  }
};

const iso = (instant: Date | null): string | null => instant?.toISOString() ?? null;

const seats = (session: Session) => ({
  state: session.state,
  datetime: session.datetime.toISOString(),
  duration: session.duration,
  timezone: session.timezone,
  capacity: session.capacity,
});

/** What staff do with whole sessions, each with a look at what it would do. The deeds go through the doors that every save goes through. */
export const createChanges = (deps: Deps, looks: Pick<Looks, 'one'>) => {
  const read = async (sql: Sql, documentId: string): Promise<Session> => {
    const [session] = await readSessions(sql, [documentId]);
    if (!session || session.documentId !== documentId) throw notFound('This session');
    return session;
  };

  const conflictsAt = async (
    documentId: string,
    at: Pick<Session, 'datetime' | 'duration'>,
    locale: Locale,
    self: string | null = documentId,
  ) =>
    findConflictsOf(
      deps.database.read,
      { session: documentId, datetime: at.datetime.toISOString(), duration: at.duration, locale },
      await deps.conflictRules(),
      self,
    );

  const previewOf = async (
    documentId: string,
    { before, after, ...foreseen }: Foresight,
    locale: Locale,
  ): Promise<ChangePreview> => {
    const sql = deps.database.read;
    const isMoved = foreseen.facts.includes('session.moved');
    const states = new Map<string, number>();
    for (const { state, people } of foreseen.people) states.set(state, (states.get(state) ?? 0) + people);
    const ends = after.state === 'cancelled' || after.state === 'completed';
    const [{ session }, unreachable, reminders, conflicts] = await Promise.all([
      looks.one(documentId, locale),
      foreseen.mails.length > 0 ? countUnreachable(sql, documentId) : 0,
      isMoved ? deps.foreseeReminders(sql, documentId, after, deps.clock.now()) : [],
      ends ? [] : conflictsAt(documentId, after, locale),
    ]);
    const { cancelled, promoted, mustPay, mails } = foreseen;
    const taken = after.state === 'cancelled' ? 0 : before.registrationCount + promoted;
    return {
      session: {
        ...seats(before),
        documentId,
        title: session.title,
        taken: before.registrationCount,
        waiting: before.waitlistCount,
        revision: iso(before.revision),
      },
      after: {
        ...seats(after),
        taken,
        waiting: after.state === 'cancelled' ? 0 : before.waitlistCount - promoted,
      },
      isMoved,
      people: [...states].map(([state, people]) => ({ state, people })),
      cancelled,
      promoted,
      mustPay,
      over: after.capacity === null || after.state === 'cancelled' ? 0 : Math.max(0, taken - after.capacity),
      paid: foreseen.people
        .flatMap(({ payers, paid, currency }) =>
          payers > 0 && currency !== null ? [{ people: payers, amount: paid, currency }] : [],
        )
        .reduce<ChangePreview['paid']>((sums, one) => {
          const same = sums.find(({ currency }) => currency === one.currency);
          if (!same) return [...sums, one];
          same.people += one.people;
          same.amount += one.amount;
          return sums;
        }, []),
      mails,
      unreachable,
      reminders,
      conflicts,
    };
  };

  const foresee = async (documentId: string, data: Data, revision: string | null, locale: Locale) =>
    previewOf(documentId, await deps.foresee(documentId, data, revision), locale);

  const save = async (documentId: string, data: Data, revision: string | null, by: string | null) => {
    await read(deps.database.read, documentId);
    await deps.documents.update(documentId, { ...data, revision }, by);
  };

  const dataOfCopy = (original: Session, { datetime }: DuplicateRequest): Data => {
    const { registrationOpensAt, registrationClosesAt, earlyBirdEndsAt } = datesOfCopy(original, new Date(datetime));
    return {
      datetime,
      registrationOpensAt: iso(registrationOpensAt),
      registrationClosesAt: iso(registrationClosesAt),
      earlyBirdEndsAt: iso(earlyBirdEndsAt),
      // The room of the original is open to whoever has its address.
      meetingUrl: null,
      meetingPassword: null,
      slidesUrl: null,
    };
  };

  return {
    /** What an editor's form would do when it is saved. */
    previewSave: (documentId: string, { revision, ...data }: SaveRequest, locale: Locale) =>
      foresee(documentId, data, revision, locale),

    async previewMove(documentId: string, asked: MoveRequest, locale: Locale) {
      checkMove(await read(deps.database.read, documentId));
      return foresee(documentId, moveData(asked), asked.revision, locale);
    },
    async move(documentId: string, asked: MoveRequest, by: string | null) {
      checkMove(await read(deps.database.read, documentId));
      await save(documentId, moveData(asked), asked.revision, by);
    },

    previewCapacity: (documentId: string, asked: CapacityRequest, locale: Locale) =>
      foresee(documentId, capacityData(asked), asked.revision, locale),
    changeCapacity: (documentId: string, asked: CapacityRequest, by: string | null) =>
      save(documentId, capacityData(asked), asked.revision, by),

    previewCancel: (documentId: string, asked: CancelRequest, locale: Locale) =>
      foresee(documentId, CANCELLED, asked.revision, locale),
    cancel: (documentId: string, asked: CancelRequest, by: string | null) =>
      save(documentId, CANCELLED, asked.revision, by),

    async previewPublish(documentId: string, asked: PublishRequest, locale: Locale): Promise<PublishPreview> {
      const now = deps.clock.now();
      checkPublish(await read(deps.database.read, documentId), asked, now);
      const foreseen = await deps.foresee(documentId, publishData(asked), asked.revision);
      const { session, conflicts } = await previewOf(documentId, foreseen, locale);
      const { oddities } = (await looks.one(documentId, locale)).session;
      const at = asked.at === null ? now : new Date(asked.at);
      const { registrationOpensAt, ...after } = foreseen.after;
      const doubts: Record<PublishDoubt, boolean> = {
        no_topic: oddities.includes('no_topic'),
        no_speaker: oddities.includes('no_speaker'),
        no_meeting_url: !after.meetingUrl?.trim(),
        registration_over: registrationClosesAt({ ...after, registrationOpensAt }) <= at,
        registration_ahead: registrationOpensAt !== null && registrationOpensAt > at,
      };
      return {
        session,
        conflicts,
        at: at.toISOString(),
        // Named in the order in which they are listed.
        doubts: (Object.keys(doubts) as PublishDoubt[]).filter((doubt) => doubts[doubt]),
      };
    },
    async publish(documentId: string, asked: PublishRequest, by: string | null) {
      checkPublish(await read(deps.database.read, documentId), asked, deps.clock.now());
      await save(documentId, publishData(asked), asked.revision, by);
    },

    async previewDuplicate(documentId: string, asked: DuplicateRequest, locale: Locale): Promise<CopyPreview> {
      const sql = deps.database.read;
      const original = await read(sql, documentId);
      const { session } = await looks.one(documentId, locale);
      const data = dataOfCopy(original, asked);
      const dates = datesOfCopy(original, new Date(asked.datetime));
      const nearby = await conflictsAt(documentId, { ...dates, duration: original.duration }, locale, null);
      return {
        title: session.title,
        slug: await deps.slugOfCopy(sql, original, data),
        datetime: asked.datetime,
        duration: original.duration,
        timezone: original.timezone,
        registrationOpensAt: iso(dates.registrationOpensAt),
        registrationClosesAt: iso(dates.registrationClosesAt),
        earlyBirdEndsAt: iso(dates.earlyBirdEndsAt),
        conflicts: nearby,
      };
    },
    /** Answers with the copy's document id. */
    async duplicate(documentId: string, asked: DuplicateRequest, by: string | null): Promise<string> {
      const original = await read(deps.database.read, documentId);
      return deps.documents.clone(documentId, dataOfCopy(original, asked), by);
    },
  };
};

export type Changes = ReturnType<typeof createChanges>;
