import {
  programmeSettings,
  type ManagerChoice,
  type ProgrammeManager,
  type ProgrammeSettings,
} from '../../../contracts/programme';
import { flatFields, writeAudit, type Actor } from '../audit';
import { rows, type Database, type Sql, type Trx } from '../kernel/database';
import { readKept, replaceKept, type Kept as Stored } from '../kernel/kept-settings';
import { invalid } from '../kernel/errors';

/** Where they are kept in Strapi's store. */
export const PROGRAMME_KEY = 'plugin_webinars_programme';
const KEY = PROGRAMME_KEY;

/** Which mails of the manager's began when: what came before is not told. */
export type ManagerSince = Partial<Record<'newRegistrations' | 'performanceReports', string>>;

export type CurrentProgramme = ProgrammeSettings & { revision: number; since: ManagerSince };

/** What an older release kept and this one no longer knows gives way to the default. */
const currentOf = ({ revision = 0, since = {}, ...kept }: Stored & { since?: ManagerSince }): CurrentProgramme => {
  const parsed = programmeSettings.safeParse(kept);
  return { ...(parsed.success ? parsed.data : programmeSettings.parse({})), revision, since };
};

/** The settings as staff have them, over the defaults. */
export const readProgrammeSettings = async (sql: Sql): Promise<CurrentProgramme> => currentOf(await readKept(sql, KEY));

const PERSON = `select distinct on (s.document_id) s.document_id as "documentId", concat_ws(' ', s.first_name, s.last_name) as name,
    nullif(lower(btrim(s.email)), '') as email
  from speakers s`;

/** A speaker as a programme manager; null where there is none, or where they have left. */
export const readManagerChoice = async (sql: Sql, documentId: string): Promise<ManagerChoice | null> => {
  const [found] = await rows<ManagerChoice>(
    sql,
    `${PERSON} where s.document_id = ? and s.is_active order by s.document_id, s.id`,
    [documentId],
  );
  return found ?? null;
};

const MOST_CHOICES = 20;

/** Speakers by a part of their name, or one by document id, in the order of their names. */
export const findManagerChoices = (sql: Sql, search: string): Promise<ManagerChoice[]> =>
  rows<ManagerChoice>(
    sql,
    `select * from (${PERSON} where s.is_active and (s.document_id = ? or strpos(lower(concat_ws(' ', s.first_name, s.last_name)), lower(?)) > 0)
        order by s.document_id, s.id) found
      order by name, "documentId" limit ${MOST_CHOICES}`,
    [search, search],
  );

/** Whom the programme's own mails go to, and since when which of them. */
export type CurrentManager = ProgrammeManager & { since: ManagerSince };

/** The manager as mails know them: a speaker's name and address are the speaker's own. Nobody without an address is written to. */
export const managerIn = async (sql: Sql, kept: Stored): Promise<CurrentManager> => {
  const { manager, since } = currentOf(kept);
  if (manager.speaker === null) return { ...manager, since };
  const speaker = await readManagerChoice(sql, manager.speaker);
  return { ...manager, name: speaker?.name ?? null, email: speaker?.email ?? null, since };
};

const isSamePerson = (one: ProgrammeManager, other: ProgrammeManager): boolean =>
  one.speaker === other.speaker && one.email === other.email;

/** Since when each of the manager's mails is wanted: one switched on, or whoever comes new, begins now. */
const sinceWhen = ({ manager: before, since }: CurrentProgramme, manager: ProgrammeManager, now: Date): ManagerSince =>
  Object.fromEntries(
    (['newRegistrations', 'performanceReports'] as const)
      .filter((mail) => manager[mail])
      .map((mail) => [mail, (before[mail] && isSamePerson(before, manager) && since[mail]) || now.toISOString()]),
  );

/** Replaces the settings, and what follows from it with them. `revision` is the one the editor began with; throws where somebody was faster. */
export const saveProgrammeSettings = async (
  database: Database,
  { revision, ...next }: ProgrammeSettings & { revision: number },
  now: Date,
  by: Actor,
  onSaved: (trx: Trx, before: ProgrammeSettings) => Promise<void>,
): Promise<CurrentProgramme> => {
  const { speaker } = next.manager;
  if (speaker !== null && !(await readManagerChoice(database.read, speaker))) {
    throw invalid([
      {
        path: ['manager', 'speaker'],
        message: 'This speaker is no longer there. Nothing was saved: choose another one.',
      },
    ]);
  }
  await replaceKept(
    database,
    KEY,
    revision,
    (before) => ({ ...next, since: sinceWhen(currentOf(before), next.manager, now) }),
    async (trx, before) => {
      const { since: _, revision: __, ...was } = currentOf(before);
      const subject = { kind: 'settings', documentId: 'programme' };
      const change = { action: 'settings.changed', subject, before: flatFields(was), after: flatFields(next) };
      await writeAudit(trx, [change], by, now);
      await onSaved(trx, was);
    },
  );
  return readProgrammeSettings(database.read);
};
