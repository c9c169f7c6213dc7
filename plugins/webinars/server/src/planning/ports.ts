import type { ForeseenReminder } from '../../../contracts/planning';
import type { Clock } from '../kernel/clock';
import type { Database, Sql } from '../kernel/database';
import type { Foresight } from '../registration';
import type { Session } from '../sessions';
import type { ConflictRules } from './conflicts';

type Data = Record<string, unknown>;

/** Strapi's documents, through the doors that everybody's writes pass. `by`: the administrator's id. */
export type SessionDocuments = {
  update(documentId: string, data: Data, by: string | null): Promise<void>;
  /** Answers with the copy's document id. */
  clone(documentId: string, data: Data, by: string | null): Promise<string>;
};

/** What the planner needs of the other parts. */
export type Deps = {
  database: Database;
  clock: Clock;
  /** The programme's zone: its days are the calendar's. */
  timezone(): Promise<string>;
  documents: SessionDocuments;
  conflictRules(): Promise<ConflictRules>;
  /** What saving this would do: decided by the doors. */
  foresee(documentId: string, data: Data, revision: string | null): Promise<Foresight>;
  foreseeReminders(
    sql: Sql,
    documentId: string,
    moved: Pick<Session, 'datetime' | 'duration' | 'timezone'>,
    now: Date,
  ): Promise<ForeseenReminder[]>;
  slugOfCopy(sql: Sql, original: Session, data: Data): Promise<string>;
  /** Where visitors find a session. */
  addressOf(session: { slug: string | null; documentId: string }): string;
};
