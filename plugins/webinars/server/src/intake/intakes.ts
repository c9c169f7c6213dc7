import {
  type DialectChoice,
  type IntakeSettings,
  type IntakeSummary,
  type IntakeView,
  type TakeBackPreview,
} from '../../../contracts/intake';
import { writeAudit, type Actor } from '../audit';
import { addJobs, newJob } from '../jobs';
import type { Clock } from '../kernel/clock';
import type { Database, Sql, Trx } from '../kernel/database';
import { conflict, invalid, notFound } from '../kernel/errors';
import { piece } from '../kernel/text';
import type { Foreseen } from '../mail';
import { EVENT_OF } from '../registration';
import { KEPT_HOURS } from './forget';
import { openFile, type OpenedFile, type UploadedFile } from './open-file';
import {
  changeIntake,
  countToTakeBack,
  deleteLines,
  insertIntake,
  insertLines,
  listIntakes,
  lockIntake,
  nextLines,
  readIntake,
  readIntakeSession,
  type Intake,
} from './queries';
import { guessColumns } from './recognise';
import { intakeJob } from './work';
import type { Locale } from '../kernel/text';

export type IntakeDeps = {
  database: Database;
  clock: Clock;
  foreseeMails(sql: Sql, foreseen: readonly Foreseen[]): Promise<{ kind: string; people: number }[]>;
};

const WRITTEN_TOGETHER = 500;
const SAMPLES = 3;
const LONGEST_SAMPLE = 60;
const PAGE = 25;

const gone = () => notFound('This import');

const stale = () =>
  conflict(
    'IMPORT_CHANGED',
    'This import has changed since you opened it: the file was read anew, or its settings were changed. Nothing was done; look at what is new and go on from there.',
  );

const notNow = () =>
  conflict('IMPORT_NOT_NOW', 'This import is no longer where this is possible. Nothing was done; load the page anew.');

/** Reads a table into rows of ours: the file itself is not kept. Answers how many lines there are. */
const keepLines = async (trx: Trx, id: string, { lines }: OpenedFile): Promise<number> => {
  let total = 0;
  let together: Parameters<typeof insertLines>[2][number][] = [];
  for await (const line of lines) {
    together.push(line);
    total += 1;
    if (together.length === WRITTEN_TOGETHER) {
      await insertLines(trx, id, together);
      together = [];
    }
  }
  await insertLines(trx, id, together);
  return total;
};

/** The rules of the settings that need the whole of them. */
const refuseHalf = (settings: IntakeSettings): void => {
  const { columns, allAgreed, consentFrom, consentVersion } = settings;
  const fault = (path: string, message: string) => invalid([{ path: ['settings', path], message }]);
  if (!columns.includes('email')) throw fault('columns', 'Say which column holds the e-mail address.');
  const claims = allAgreed || columns.some((field) => field?.endsWith('Consent') || field === 'termsAccepted');
  if (claims && (consentFrom === '' || consentVersion === '')) {
    throw fault('consentFrom', 'Say where these people agreed, and to which wording.');
  }
};

/** What brings registrants in from a file: each step of it, from the file to taking it back. */
export const createIntakes = ({ database, clock, foreseeMails }: IntakeDeps) => {
  /** Changes an import that is where the step begins; null of a revision is any. */
  const step = async <Result>(
    id: string,
    from: readonly Intake['state'][],
    revision: number | null,
    work: (trx: Trx, intake: Intake) => Promise<Result>,
  ): Promise<Result> =>
    database.inTransaction(async (trx) => {
      const intake = await lockIntake(trx, id);
      if (!intake) throw gone();
      if (!from.includes(intake.state)) throw notNow();
      if (revision !== null && revision !== intake.revision) throw stale();
      return work(trx, intake);
    });

  const begin = async (trx: Trx, id: string) => addJobs(trx, [newJob(intakeJob, { intake: id }, id)]);
  const fresh = { done: 0, doneUpTo: 0, counts: {}, trouble: null };

  const mailsOf = async ({ id, counts, settings }: Intake) => {
    const accepted = [
      ['confirmed', counts.confirmed],
      ['waitlisted', counts.waitlisted],
      ['pending_payment', counts.pending_payment],
    ] as const;
    return foreseeMails(
      database.read,
      accepted.flatMap(([state, people = 0]): Foreseen[] =>
        people === 0
          ? []
          : [
              {
                event: {
                  type: EVENT_OF[state],
                  sessionDocumentId: settings.session,
                  data: { import: id, ...(settings.sendsMails ? {} : { quietly: true }) },
                },
                people,
              },
            ],
      ),
    );
  };

  const samplesOf = async ({ id, headings }: Intake) => {
    const lines = headings.length === 0 ? [] : await nextLines(database.read, id, 0, SAMPLES);
    return headings.map((name, at) => ({
      name,
      samples: lines.flatMap(({ cells }) => piece((cells?.[at] ?? '').trim(), 0, LONGEST_SAMPLE) || []),
    }));
  };

  const view = async (id: string, titles: Locale = 'en'): Promise<IntakeView> => {
    const intake = await readIntake(database.read, id);
    if (!intake) throw gone();
    const { createdAt, by: _by, doneUpTo: _doneUpTo, headings, ...rest } = intake;
    const [columns, session, mails] = await Promise.all([
      samplesOf(intake),
      readIntakeSession(database.read, intake.settings.session, titles),
      mailsOf(intake),
    ]);
    return {
      ...rest,
      createdAt: createdAt.toISOString(),
      columns,
      session,
      mails,
      keptUntil: headings.length === 0 ? null : new Date(+createdAt + KEPT_HOURS * 3_600_000).toISOString(),
    };
  };

  return {
    view,
    async list(before: string | null, titles: Locale): Promise<{ imports: IntakeSummary[]; next: string | null }> {
      const found = await listIntakes(database.read, before, PAGE + 1, titles);
      const imports = found.slice(0, PAGE);
      return { imports, next: found.length > PAGE ? imports.at(-1)!.id : null };
    },

    /** Reads a file. Nobody is registered by it. */
    async open(file: UploadedFile, sessionId: string, chosen: DialectChoice, by: Actor): Promise<IntakeView> {
      const session = await readIntakeSession(database.read, sessionId, 'en');
      if (!session) throw notFound('This session');
      const opened = await openFile(file, chosen);
      const { dialect, headings, source } = opened;
      const id = await database.inTransaction(async (trx) => {
        const made = await insertIntake(trx, {
          fileName: piece(file.originalFilename ?? '', 0, 200) || 'import.csv',
          source,
          dialect,
          headings,
          session: sessionId,
          createdAt: clock.now(),
          by,
          settings: {
            session: sessionId,
            columns: guessColumns(headings),
            language: session.language,
            company: '',
            allAgreed: false,
            consentFrom: '',
            consentVersion: '',
            whenFull: 'waitlist',
            payment: 'here',
            sendsMails: true,
          },
        });
        const intake = (await lockIntake(trx, made))!;
        await changeIntake(trx, intake, { total: await keepLines(trx, made, opened) });
        return made;
      });
      return view(id);
    },

    /** Reads the same file in another way. */
    async reopen(id: string, file: UploadedFile, chosen: DialectChoice): Promise<IntakeView> {
      const opened = await openFile(file, chosen);
      const { dialect, headings, source } = opened;
      await step(id, ['open', 'checking', 'checked'], null, async (trx, intake) => {
        await deleteLines(trx, id);
        const total = await keepLines(trx, id, opened);
        const settings = { ...intake.settings, columns: guessColumns(headings) };
        const revision = intake.revision + 1;
        await changeIntake(trx, intake, {
          ...fresh,
          state: 'open',
          revision,
          dialect,
          headings,
          source,
          settings,
          total,
        });
      });
      return view(id);
    },

    /** Foresees what would become of each line with these settings. */
    async check(id: string, settings: IntakeSettings, revision: number, by: Actor): Promise<IntakeView> {
      refuseHalf(settings);
      const session = await readIntakeSession(database.read, settings.session, 'en');
      if (!session) throw notFound('This session');
      await step(id, ['open', 'checked'], revision, async (trx, intake) => {
        if (settings.columns.length !== intake.headings.length) throw stale();
        await changeIntake(trx, intake, {
          ...fresh,
          state: 'checking',
          revision: intake.revision + 1,
          settings,
          session: settings.session,
          by,
        });
        await begin(trx, id);
      });
      return view(id);
    },

    /** Brings in whom the check foresaw; or goes on where it was stopped. */
    async run(id: string, revision: number, by: Actor): Promise<IntakeView> {
      await step(id, ['checked', 'stopped'], revision, async (trx, intake) => {
        const isNew = intake.state === 'checked';
        await changeIntake(trx, intake, { ...(isNew ? fresh : { trouble: null }), state: 'running', by });
        await begin(trx, id);
        const { session, total, fileName, source, settings } = intake;
        const data = { lines: total, source, mails: settings.sendsMails };
        const action = isNew ? 'import.started' : 'import.continued';
        const subject = { kind: 'import', documentId: id };
        await writeAudit(trx, [{ action, subject, session, data: { file: fileName, ...data } }], by, clock.now());
      });
      return view(id);
    },

    /** Stops after the lines that are looked at just now. */
    async stop(id: string, by: Actor): Promise<IntakeView> {
      await step(id, ['checking', 'running'], null, async (trx, intake) => {
        if (intake.state === 'checking') return changeIntake(trx, intake, { ...fresh, state: 'open' });
        await changeIntake(trx, intake, { state: 'stopped' });
        const { session, counts } = intake;
        const subject = { kind: 'import', documentId: id };
        await writeAudit(trx, [{ action: 'import.stopped', subject, session, data: { ...counts } }], by, clock.now());
      });
      return view(id);
    },

    /** Forgets the file. Who is brought in already stays. */
    async discard(id: string): Promise<IntakeView> {
      await step(id, ['open', 'checking', 'checked'], null, async (trx, intake) => {
        await deleteLines(trx, id);
        await changeIntake(trx, intake, { ...fresh, state: 'discarded', headings: [], revision: intake.revision + 1 });
      });
      return view(id);
    },

    async foreseeTakeBack(id: string): Promise<TakeBackPreview> {
      const intake = await readIntake(database.read, id);
      if (!intake) throw gone();
      return { ...(await countToTakeBack(database.read, id)), sendsMails: intake.settings.sendsMails };
    },

    /** Cancels those who came by it and with whom nothing has happened since. */
    async takeBack(id: string, by: Actor): Promise<IntakeView> {
      await step(id, ['stopped', 'done'], null, async (trx, intake) => {
        await changeIntake(trx, intake, { state: 'taking_back', trouble: null, by });
        await begin(trx, id);
      });
      return view(id);
    },
  };
};

export type Intakes = ReturnType<typeof createIntakes>;
