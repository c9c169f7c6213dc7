import type { Actor } from '../kernel/staff';
import { rows, type Trx } from '../kernel/database';
import { changedFields, type Fields } from './changed-fields';

/** Something that was changed by somebody. */
export type AuditEntry = {
  /** The thing and what was done to it, in the past tense: `session.changed`. */
  action: string;
  /** What was changed: a topic, session, speaker or registration, or one of our own things, by the name it has there. */
  subject: { kind: string; documentId: string };
  /** In the history of which session it stands; a session's own changes stand in its own. */
  session?: string | null;
  /** The whole before and after, as they are read: the log keeps the fields that differ, long texts cut, secrets hidden. */
  before?: Fields | null;
  after?: Fields | null;
  /** What else there is to say about it, such as a reason. */
  data?: Record<string, unknown>;
};

export type WriteAudit = (trx: Trx, entries: readonly AuditEntry[], by: Actor, at: Date) => Promise<void>;

const INSERT = `insert into webinars_audit (at, actor, actor_name, action, subject_kind, subject_document_id, session_document_id, before, after, data)
         select ?::timestamptz, ?::text, ?::text, e.action, e.kind, e.id, e.session, e.before, e.after, coalesce(e.data, '{}')
           from jsonb_to_recordset(?::jsonb) as e(n int, action text, kind text, id text, session text, before jsonb, after jsonb, data jsonb)
          order by e.n`;

export const actorKey = ({ kind = 'staff', id }: Actor): string => (id === null ? kind : `${kind}:${id}`);

/** Writes down what somebody changed, in the transaction that changes it. */
export const writeAudit: WriteAudit = async (trx, entries, by, at) => {
  if (entries.length === 0) return;
  const told = entries.map(({ action, subject, session, before, after, data }, n) => ({
    n,
    action,
    kind: subject.kind,
    id: subject.documentId,
    session: session ?? (subject.kind === 'session' ? subject.documentId : null),
    ...changedFields(before ?? null, after ?? null),
    data,
  }));
  await rows(trx, INSERT, [at, actorKey(by), by.name, JSON.stringify(told)]);
};
