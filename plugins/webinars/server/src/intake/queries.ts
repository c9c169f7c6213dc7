import type {
  Dialect,
  IntakeSession,
  IntakeSettings,
  IntakeSource,
  IntakeState,
  IntakeSummary,
  Verdict,
} from '../../../contracts/intake';
import { rows, type Sql, type Trx } from '../kernel/database';
import { sessionTitleIn } from '../kernel/session-title';
import type { Locale } from '../kernel/text';
import type { Actor } from '../kernel/staff';
import { UNCHANGED } from '../registration';
import type { TableLine } from './csv';

/** A file as the use cases read it. */
export type Intake = {
  id: string;
  state: IntakeState;
  revision: number;
  fileName: string;
  source: IntakeSource;
  dialect: Dialect;
  headings: string[];
  settings: IntakeSettings;
  session: string | null;
  total: number;
  done: number;
  doneUpTo: number;
  counts: Partial<Record<Verdict, number>>;
  takenBack: number;
  trouble: string | null;
  createdAt: Date;
  createdBy: string | null;
  by: Actor;
};

// Strapi has jsonb come as text; json comes as what it says.
const COLUMNS = `i.id::text, i.state, i.revision, i.file_name as "fileName", i.source, i.dialect::json, i.headings::json, i.settings::json,
  i.session_document_id as session, i.total, i.done, i.done_up_to as "doneUpTo", i.counts::json, i.taken_back as "takenBack", i.trouble,
  i.created_at as "createdAt", i.created_by as "createdBy", i.by_whom::json as by`;

export const readIntake = async (sql: Sql, id: string): Promise<Intake | null> =>
  (await rows<Intake>(sql, `select ${COLUMNS} from webinars_intakes i where i.id = ?`, [id]))[0] ?? null;

/** Under its lock: nothing else happens with it until the transaction ends. */
export const lockIntake = async (trx: Trx, id: string): Promise<Intake | null> =>
  (await rows<Intake>(trx, `select ${COLUMNS} from webinars_intakes i where i.id = ? for update`, [id]))[0] ?? null;

export type NewIntake = Pick<
  Intake,
  'fileName' | 'source' | 'dialect' | 'headings' | 'settings' | 'session' | 'createdAt' | 'by'
>;

export const insertIntake = async (trx: Trx, given: NewIntake): Promise<string> => {
  const { fileName, source, dialect, headings, settings, session, createdAt, by } = given;
  const [made] = await rows<{ id: string }>(
    trx,
    `insert into webinars_intakes (file_name, source, dialect, headings, settings, session_document_id, total, created_at, created_by, by_whom)
     values (?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?, 0, ?, ?, ?::jsonb) returning id::text`,
    [
      fileName,
      source,
      JSON.stringify(dialect),
      JSON.stringify(headings),
      JSON.stringify(settings),
      session,
      createdAt,
      by.name,
      JSON.stringify(by),
    ],
  );
  return made!.id;
};

export type IntakeChange = Partial<
  Pick<
    Intake,
    | 'state'
    | 'revision'
    | 'source'
    | 'dialect'
    | 'headings'
    | 'settings'
    | 'session'
    | 'total'
    | 'done'
    | 'doneUpTo'
    | 'counts'
    | 'takenBack'
    | 'trouble'
    | 'by'
  >
>;

/** Changes some of it and leaves the rest. The caller holds its lock. */
export const changeIntake = async (trx: Trx, before: Intake, change: IntakeChange): Promise<void> => {
  const after = { ...before, ...change };
  await rows(
    trx,
    `update webinars_intakes
        set state = ?, revision = ?, source = ?, dialect = ?::jsonb, headings = ?::jsonb, settings = ?::jsonb, session_document_id = ?,
            total = ?, done = ?, done_up_to = ?, counts = ?::jsonb, taken_back = ?, trouble = ?, by_whom = ?::jsonb
      where id = ?`,
    [
      after.state,
      after.revision,
      after.source,
      JSON.stringify(after.dialect),
      JSON.stringify(after.headings),
      JSON.stringify(after.settings),
      after.session,
      after.total,
      after.done,
      after.doneUpTo,
      JSON.stringify(after.counts),
      after.takenBack,
      after.trouble,
      JSON.stringify(after.by),
      before.id,
    ],
  );
};

/** A null byte cannot be stored, and what cannot be read is refused by the form: both are the same sign. */
const storable = (cells: readonly string[]): string[] => cells.map((cell) => cell.replaceAll('\0', '\ufffd'));

export const insertLines = async (trx: Trx, id: string, lines: readonly TableLine[]): Promise<void> => {
  if (lines.length === 0) return;
  await rows(
    trx,
    `insert into webinars_intake_lines (intake_id, line, cells)
     select ?::bigint, l.line, l.cells from jsonb_to_recordset(?::jsonb) as l(line int, cells jsonb)`,
    [id, JSON.stringify(lines.map(({ line, cells }) => ({ line, cells: storable(cells) })))],
  );
};

export const deleteLines = (trx: Trx, id: string): Promise<unknown> =>
  rows(trx, `delete from webinars_intake_lines where intake_id = ?`, [id]);

export type KeptLine = {
  line: number;
  cells: string[] | null;
  verdict: Verdict | null;
  twin: number | null;
  registration: string | null;
};

const LINE = `l.line, l.cells::json, l.verdict, l.twin, l.registration_document_id as registration`;

/** The next lines of a file, in order. */
export const nextLines = (sql: Sql, id: string, after: number, most: number): Promise<KeptLine[]> =>
  rows<KeptLine>(
    sql,
    `select ${LINE} from webinars_intake_lines l where l.intake_id = ? and l.line > ? order by l.line limit ?`,
    [id, after, most],
  );

/** The next lines of which the same became. */
export const nextOfVerdict = (
  sql: Sql,
  id: string,
  verdict: Verdict,
  { after, upTo, most }: { after: number; upTo: number; most: number },
): Promise<KeptLine[]> =>
  rows<KeptLine>(
    sql,
    `select ${LINE} from webinars_intake_lines l
      where l.intake_id = ? and l.verdict = ? and l.line > ? and l.line <= ? order by l.line limit ?`,
    [id, verdict, after, upTo, most],
  );

/** For each of these addresses the first line before this one that brings it in. */
export const earlierLines = async (
  sql: Sql,
  id: string,
  emails: readonly string[],
  before: number,
): Promise<Map<string, number>> => {
  const found = await rows<{ email: string; line: number }>(
    sql,
    `select l.email, min(l.line)::int as line from webinars_intake_lines l
      where l.intake_id = ? and l.email = any(?) and l.line < ? group by l.email`,
    [id, emails, before],
  );
  return new Map(found.map(({ email, line }) => [email, line]));
};

export type LineOutcome = {
  line: number;
  verdict: Verdict;
  /** Whom it brings in, while that is needed to find the same address again. */
  email: string | null;
  twin: number | null;
  registration: string | null;
  /** Whether the line's values have done their service. */
  isOver: boolean;
};

export const writeOutcomes = async (trx: Trx, id: string, outcomes: readonly LineOutcome[]): Promise<void> => {
  await rows(
    trx,
    `update webinars_intake_lines l
        set verdict = o.verdict, email = o.email, twin = o.twin, registration_document_id = o.registration,
            cells = case when o."isOver" then null else l.cells end
       from jsonb_to_recordset(?::jsonb) as o(line int, verdict text, email text, twin int, registration text, "isOver" boolean)
      where l.intake_id = ? and l.line = o.line`,
    [JSON.stringify(outcomes), id],
  );
};

const BROUGHT_IN = `webinars_intake_lines l join registrations r on r.document_id = l.registration_document_id
  where l.intake_id = ? and l.registration_document_id is not null`;

/**
 * Those an import brought in with whom nothing has happened since; who waits in line first, so that nobody of them moves up meanwhile, and
 * from its end, so that those who stay for a moment longer keep their places.
 */
export const nextToTakeBack = async (sql: Sql, id: string, most: number): Promise<string[]> =>
  (
    await rows<{ id: string }>(
      sql,
      `select r.document_id as id from ${BROUGHT_IN} and ${UNCHANGED} order by r.state <> 'waitlisted', l.line desc limit ?`,
      [id, most],
    )
  ).map((row) => row.id);

export const countToTakeBack = async (sql: Sql, id: string): Promise<{ people: number; changed: number }> => {
  const [count] = await rows<{ people: number; changed: number }>(
    sql,
    `select count(*) filter (where ${UNCHANGED})::int as people, count(*) filter (where not (${UNCHANGED}))::int as changed from ${BROUGHT_IN}`,
    [id],
  );
  return count!;
};

export const readIntakeSession = async (
  sql: Sql,
  documentId: string,
  titles: Locale,
): Promise<IntakeSession | null> => {
  const [session] = await rows<IntakeSession>(
    sql,
    `select s.document_id as "documentId", ${sessionTitleIn(`'${titles}'`)} as title, to_char(s.datetime, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as datetime, s.timezone,
            s.language, s.capacity, s.registration_count as taken, s.waitlist_count as waiting, s.allow_waitlist as "allowWaitlist",
            coalesce(s.price, 0) > 0 as "isPriced"
       from sessions s where s.document_id = ?`,
    [documentId],
  );
  return session ?? null;
};

/** Older ones, the newest first. */
export const listIntakes = (sql: Sql, before: string | null, most: number, titles: Locale): Promise<IntakeSummary[]> =>
  rows<IntakeSummary>(
    sql,
    `select i.id::text, i.state, i.file_name as "fileName", i.source, i.total, i.counts::json,
            to_char(i.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "createdAt", i.created_by as "createdBy",
            (select json_build_object('documentId', s.document_id, 'title', ${sessionTitleIn(`'${titles}'`)})
               from sessions s where s.document_id = i.session_document_id) as session
       from webinars_intakes i where i.id < coalesce(?::bigint, 9223372036854775807) order by i.id desc limit ?`,
    [before, most],
  );
