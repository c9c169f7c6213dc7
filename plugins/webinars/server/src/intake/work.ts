import { z } from 'zod';
import type { Verdict } from '../../../contracts/intake';
import type { RegistrationForm } from '../../../contracts/registration';
import { writeAudit, type Actor } from '../audit';
import type { Job } from '../jobs';
import type { Clock } from '../kernel/clock';
import type { Database, Sql, Trx } from '../kernel/database';
import { asDomainError } from '../kernel/problems';
import type { Admission, Ahead, Leaving, Newcomers } from '../registration';
import { judge } from './person';
import {
  changeIntake,
  earlierLines,
  lockIntake,
  nextLines,
  nextToTakeBack,
  writeOutcomes,
  type Intake,
  type KeptLine,
  type LineOutcome,
} from './queries';

/** Goes through the lines of a file, to foresee what becomes of them, to bring people in, or to take them back. */
export const intakeJob: Job<{ intake: string }> = {
  name: 'intake.work',
  payload: z.strictObject({ intake: z.string() }),
  concurrency: 2,
};

export type WorkDeps = {
  database: Database;
  clock: Clock;
  /** The use cases of registrations: what an import may do is what they allow. */
  foresee(sql: Sql, newcomers: Newcomers, ahead: Ahead): Promise<Admission['verdict'][]>;
  bringIn(trx: Trx, newcomers: Newcomers, by: Actor): Promise<Admission[]>;
  takeBack(trx: Trx, leaving: Leaving, by: Actor): Promise<number>;
};

// A session's lock is held for as long as a batch takes: visitors who register meanwhile wait for it.
const BATCH = 200;

/** How an import is told of in the logs. */
const noteOf = ({ id }: Intake) => ({ import: id });

type Coming = { person: RegistrationForm; registeredElsewhere: string | null };

export const newcomersOf = (intake: Intake, coming: readonly Coming[]): Newcomers => {
  const { settings } = intake;
  return {
    session: settings.session,
    people: coming.map(({ person }) => person),
    registeredElsewhere: coming.map((one) => one.registeredElsewhere),
    whenFull: settings.whenFull,
    payment: settings.payment,
    quietly: !settings.sendsMails,
    consent: {
      from: settings.consentFrom === '' ? 'import' : `import: ${settings.consentFrom}`,
      textVersion: settings.consentVersion,
    },
    note: noteOf(intake),
  };
};

const verdictOf = (verdict: Admission['verdict']): Verdict => {
  if (!('refused' in verdict)) {
    // Staff need no approval, so nobody they bring in waits for one.
    return verdict.state === 'pending_approval' ? 'confirmed' : verdict.state;
  }
  if (verdict.refused === 'DUPLICATE_REGISTRATION') return 'registered';
  return verdict.refused === 'SESSION_FULL' ? 'full' : 'refused';
};

const counted = (counts: Intake['counts'], outcomes: readonly LineOutcome[]): Intake['counts'] => {
  const sum = { ...counts };
  for (const { verdict } of outcomes) sum[verdict] = (sum[verdict] ?? 0) + 1;
  return sum;
};

const aheadOf = ({ confirmed = 0, pending_payment = 0, waitlisted = 0 }: Intake['counts']): Ahead => ({
  seated: confirmed + pending_payment,
  waiting: waitlisted,
});

type Admit = (coming: readonly Coming[]) => Promise<Admission[]>;

/** What becomes of the lines of a batch; `admit` decides about those who come, each address once. */
const outcomesOf = async (
  intake: Intake,
  lines: readonly KeptLine[],
  earlier: (emails: readonly string[]) => Promise<Map<string, number>>,
  admit: Admit,
): Promise<LineOutcome[]> => {
  const blank = { email: null, twin: null, registration: null, isOver: false };
  const judged = lines.map(({ line, cells, twin }) => ({
    line,
    twin,
    says: judge(cells ?? [], intake.headings, intake.settings, 'en'),
  }));
  const emails = judged.flatMap(({ says }) => ('person' in says ? [says.person.email] : []));
  const firstOf = await earlier(emails);
  const coming: (Coming & { line: number })[] = [];
  const outcomes = new Map<number, LineOutcome>();
  for (const { line, twin, says } of judged) {
    if ('faults' in says) outcomes.set(line, { ...blank, line, verdict: 'fault' });
    else if ('notComing' in says) outcomes.set(line, { ...blank, line, verdict: 'not_coming' });
    else {
      // What the check found holds: the values of a line that is brought in are forgotten with it.
      const first = (intake.state === 'running' ? twin : null) ?? firstOf.get(says.person.email);
      if (first !== undefined) outcomes.set(line, { ...blank, line, verdict: 'in_file', twin: first });
      else {
        firstOf.set(says.person.email, line);
        coming.push({ line, ...says });
      }
    }
  }
  const admissions = coming.length === 0 ? [] : await admit(coming);
  coming.forEach(({ line, person: { email } }, at) => {
    const { verdict: given, documentId } = admissions[at]!;
    const verdict = verdictOf(given);
    outcomes.set(line, {
      ...blank,
      line,
      verdict,
      email: documentId ? null : email,
      registration: documentId,
      isOver: documentId !== null,
    });
  });
  return lines.map(({ line }) => outcomes.get(line)!);
};

/** One batch of lines and how far it is, in one transaction. Answers whether there may be more. */
const throughLines = async (deps: WorkDeps, trx: Trx, intake: Intake): Promise<boolean> => {
  const { id, counts, done, doneUpTo, state } = intake;
  const lines = await nextLines(trx, id, doneUpTo, BATCH);
  if (lines.length === 0) {
    await finish(deps, trx, intake);
    return false;
  }
  const outcomes = await outcomesOf(
    intake,
    lines,
    (emails) => earlierLines(trx, id, emails, lines[0]!.line),
    async (coming) => {
      const newcomers = newcomersOf(intake, coming);
      if (state === 'running') return deps.bringIn(trx, newcomers, intake.by);
      const verdicts = await deps.foresee(trx, newcomers, aheadOf(counts));
      return verdicts.map((verdict) => ({ verdict, documentId: null }));
    },
  );
  await writeOutcomes(trx, id, outcomes);
  await changeIntake(trx, intake, {
    done: done + lines.length,
    doneUpTo: lines.at(-1)!.line,
    counts: counted(counts, outcomes),
  });
  return true;
};

const finish = async ({ clock }: WorkDeps, trx: Trx, intake: Intake): Promise<void> => {
  if (intake.state === 'checking') return changeIntake(trx, intake, { state: 'checked' });
  await changeIntake(trx, intake, { state: 'done' });
  const told = { action: 'import.done', subject: { kind: 'import', documentId: intake.id }, session: intake.session };
  await writeAudit(trx, [{ ...told, data: { ...intake.counts } }], intake.by, clock.now());
};

const takingBack = async (deps: WorkDeps, trx: Trx, intake: Intake): Promise<boolean> => {
  const registrations = await nextToTakeBack(trx, intake.id, BATCH);
  const leaving = {
    session: intake.settings.session,
    registrations,
    quietly: !intake.settings.sendsMails,
    note: noteOf(intake),
  };
  if (registrations.length > 0) {
    const left = await deps.takeBack(trx, leaving, intake.by);
    await changeIntake(trx, intake, { takenBack: intake.takenBack + left });
    return true;
  }
  await changeIntake(trx, intake, { state: 'taken_back' });
  const subject = { kind: 'import', documentId: intake.id };
  const told = { action: 'import.taken_back', subject, session: intake.session, data: { people: intake.takenBack } };
  await writeAudit(trx, [told], intake.by, deps.clock.now());
  return false;
};

const batch = async (deps: WorkDeps, trx: Trx, id: string): Promise<boolean> => {
  const intake = await lockIntake(trx, id);
  if (!intake) return false;
  if (intake.state === 'taking_back') return takingBack(deps, trx, intake);
  return intake.state === 'checking' || intake.state === 'running' ? throughLines(deps, trx, intake) : false;
};

/** Where it stops for a reason that trying again will not change, such as a session that is gone. */
const halt = (deps: WorkDeps, id: string, code: string): Promise<void> =>
  deps.database.inTransaction(async (trx) => {
    const intake = await lockIntake(trx, id);
    if (!intake) return;
    const state = { checking: 'open', running: 'stopped', taking_back: 'done' } as const;
    const next = state[intake.state as keyof typeof state];
    if (next) await changeIntake(trx, intake, { state: next, trouble: code });
  });

/** The job's deed: batch after batch, so that it can be watched and stopped. Cut short between any two, it goes on where it was. */
export const createIntakeWork =
  (deps: WorkDeps) =>
  async ({ intake }: { intake: string }): Promise<void> => {
    try {
      let isMore = true;
      while (isMore) isMore = await deps.database.inTransaction((trx) => batch(deps, trx, intake));
    } catch (error) {
      const known = asDomainError(error);
      // Too busy is no reason to give up: the queue tries again.
      if (!known || known.kind === 'unavailable') throw error;
      await halt(deps, intake, known.code);
    }
  };
