import type { MailKind } from '../../../contracts/mail';
import { rows, type Sql, type Trx } from '../kernel/database';
import { sqlList, type Locale } from '../kernel/text';
import type { DomainEvent, EventType } from '../kernel/events';

/**
 * One line of subscriptions.ts: when this happens (and its data say so), this mail follows, to the registration it happened to, or to everyone
 * who has a place in the session.
 */
export type MailSubscription = {
  when: readonly EventType[];
  where?: Record<string, unknown>;
  mail: MailKind;
  to: 'registration' | 'session';
};

/** `cause`: what else makes it another mail of the same kind to the same registration, in place of the session's schedule version. */
type Asked = { kind: MailKind; registration: string; data: Record<string, unknown>; cause?: string };
type AskedOfAll = { kind: MailKind; session: string; data: Record<string, unknown> };

const matches = (event: DomainEvent, where: Record<string, unknown> = {}): boolean =>
  Object.entries(where).every(([name, value]) => event.data?.[name] === value);

/** The mails that follow from events, in the events' order. */
export const mailsAfter = (subscriptions: readonly MailSubscription[], events: readonly DomainEvent[]) => {
  const toOne: Asked[] = [];
  const toAll: AskedOfAll[] = [];
  for (const event of events) {
    const { type, sessionDocumentId: session, registrationDocumentId: registration, data = {} } = event;
    // Whoever brings people in, or takes them back, may choose that nobody is written to because of it.
    if (data.quietly === true) continue;
    for (const { when, where, mail: kind, to } of subscriptions) {
      if (!when.includes(type) || !matches(event, where)) continue;
      if (to === 'session') toAll.push({ kind, session, data });
      else if (registration !== undefined) toOne.push({ kind, registration, data });
    }
  }
  return { toOne, toAll };
};

/** Who hears of what happens to a session: everyone who has a place in it that is not over. */
const HEARING = ['pending_approval', 'pending_payment', 'confirmed', 'waitlisted'] as const;

// The key spells the reason: kind, registration, schedule version or another cause. Whoever comes second writes nothing.
const INSERT = `insert into webinars_mails (key, kind, locale, recipient, registration_document_id, session_document_id, schedule_version,
    data, next_try_at, created_at)
  select m.kind || ':' || r.document_id || ':' || coalesce(m.cause, s.schedule_version::text, '0'), m.kind, coalesce(r.locale, 'en'), r.email, r.document_id,
         s.document_id, coalesce(s.schedule_version, 0), m.data, t.now, t.now
    from (select ?::timestamptz as now) t`;

const TO_ONE = `${INSERT}, jsonb_to_recordset(?::jsonb) as m(n int, kind text, registration text, data jsonb, cause text)
    join registrations r on r.document_id = m.registration
    join sessions s on s.document_id = r.session_document_id
   order by m.n
  on conflict (key) do nothing`;

const TO_ALL = `${INSERT}, jsonb_to_recordset(?::jsonb) as m(n int, kind text, session text, data jsonb, cause text)
    join sessions s on s.document_id = m.session
    join registrations r on r.session_document_id = s.document_id
     and r.state in (${sqlList(HEARING)})
   order by m.n, r.id
  on conflict (key) do nothing`;

const numbered = (asked: readonly object[]): string => JSON.stringify(asked.map((one, n) => ({ n, ...one })));

/** Binds the subscriptions once; the result writes the mails that follow from events, in the transaction of their cause. */
export const createMailWriter =
  (subscriptions: readonly MailSubscription[]) =>
  async (trx: Trx, events: readonly DomainEvent[], at: Date): Promise<void> => {
    const { toOne, toAll } = mailsAfter(subscriptions, events);
    if (toOne.length > 0) await rows(trx, TO_ONE, [at, numbered(toOne)]);
    if (toAll.length > 0) await rows(trx, TO_ALL, [at, numbered(toAll)]);
  };

/**
 * Writes a mail that somebody asks for by hand. `cause` is the wish: the same one again is the same mail. Answers its id, and whether it was
 * written only now; null where there is no such registration.
 */
export const writeWished = async (
  trx: Trx,
  { kind, registration, cause }: { kind: MailKind; registration: string; cause: string },
  at: Date,
): Promise<{ id: string; isNew: boolean } | null> => {
  const [before] = await rows<{ latest: string }>(
    trx,
    `select coalesce(max(id), 0)::text as latest from webinars_mails where registration_document_id = ?`,
    [registration],
  );
  await rows(trx, TO_ONE, [at, numbered([{ kind, registration, data: {}, cause }])]);
  const [mail] = await rows<{ id: string; isNew: boolean }>(
    trx,
    `select id::text, id > ?::bigint as "isNew" from webinars_mails where key = ?`,
    [before!.latest, `${kind}:${registration}:${cause}`],
  );
  return mail ?? null;
};

/** A fact that is not one yet; `people`: to how many registrations it would happen. */
export type Foreseen = { event: Omit<DomainEvent, 'registrationDocumentId'>; people: number };

/** Binds the same subscriptions; the result counts the mails that would follow from what is foreseen. */
export const createMailForesight =
  (subscriptions: readonly MailSubscription[]) =>
  async (sql: Sql, foreseen: readonly Foreseen[]): Promise<{ kind: MailKind; people: number }[]> => {
    const counts = new Map<MailKind, number>();
    const add = (kind: MailKind, people: number) => counts.set(kind, (counts.get(kind) ?? 0) + people);
    for (const { event, people } of foreseen) {
      const { toOne, toAll } = mailsAfter(subscriptions, [{ ...event, registrationDocumentId: '' }]);
      toOne.forEach(({ kind }) => add(kind, people));
      for (const { kind, session } of toAll) {
        const [counted] = await rows<{ people: number }>(
          sql,
          `select count(*)::int as people from registrations r where r.session_document_id = ? and r.state in (${sqlList(HEARING)})`,
          [session],
        );
        add(kind, counted!.people);
      }
    }
    return [...counts].filter(([, people]) => people > 0).map(([kind, people]) => ({ kind, people }));
  };

/** Writes the mail that asks an address whether it agreed to marketing: one each time it has to be asked, for who withdrew may ask anew. */
export const writeOptIns = async (trx: Trx, registrations: readonly string[], at: Date): Promise<void> => {
  if (registrations.length === 0) return;
  await rows(trx, TO_ONE, [
    at,
    numbered(
      registrations.map((registration) => ({ kind: 'opt_in', registration, data: {}, cause: at.toISOString() })),
    ),
  ]);
};

/** Writes a mail to the programme manager that is about no single session. `cause` is its reason: the same one again is the same mail. */
export const writeToManager = async (
  trx: Trx,
  {
    kind,
    cause,
    recipient,
    locale,
    data,
  }: { kind: MailKind; cause: string; recipient: string; locale: Locale; data: object },
  at: Date,
): Promise<void> => {
  await rows(
    trx,
    `insert into webinars_mails (key, kind, locale, recipient, data, next_try_at, created_at)
     values (?, ?, ?, ?, ?::jsonb, ?::timestamptz, ?::timestamptz) on conflict (key) do nothing`,
    [`${kind}:${cause}`, kind, locale, recipient, JSON.stringify(data), at, at],
  );
};
