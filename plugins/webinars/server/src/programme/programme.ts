import type { ManagerChoice, ProgrammeSettings, ProgrammeSettingsView } from '../../../contracts/programme';
import { SYSTEM, type Actor } from '../audit';
import type { Clock } from '../kernel/clock';
import type { Database, Sql, Trx } from '../kernel/database';
import { nextMorning } from './instants';
import {
  findManagerChoices,
  readManagerChoice,
  readProgrammeSettings,
  saveProgrammeSettings,
  type CurrentProgramme,
} from './settings';

/** What is decided about the programme as a whole, and who asks for it. */
export type Programme = ReturnType<typeof createProgramme>;

export const createProgramme = (deps: {
  database: Database;
  clock: Clock;
  /** The installation's own zone, where staff have set none. */
  defaultTimezone: string;
  /** What is summed by the programme's days is summed anew where they begin at another hour. */
  zoneChanged(trx: Trx, zone: string): Promise<void>;
}) => {
  const { database, clock, defaultTimezone, zoneChanged } = deps;
  const zoneOf = ({ timezone }: Pick<ProgrammeSettings, 'timezone'>): string => timezone ?? defaultTimezone;

  /** The settings with the zone that counts. */
  const current = async (sql: Sql = database.read): Promise<CurrentProgramme & { timezone: string }> => {
    const settings = await readProgrammeSettings(sql);
    return { ...settings, timezone: zoneOf(settings) };
  };

  const viewOf = async ({ since: _, ...settings }: CurrentProgramme): Promise<ProgrammeSettingsView> => {
    const { speaker } = settings.manager;
    const zone = zoneOf(settings);
    const now = clock.now();
    return {
      ...settings,
      defaults: { timezone: defaultTimezone },
      speaker: speaker === null ? null : await readManagerChoice(database.read, speaker),
      next: {
        newRegistrations: nextMorning(now, zone, 'day').toISOString(),
        performanceReport: nextMorning(now, zone, 'week').toISOString(),
      },
    };
  };

  return {
    current,
    /** The one answer to which zone the programme's days, weeks and months are those of. */
    timezone: async (): Promise<string> => (await current()).timezone,
    view: async (): Promise<ProgrammeSettingsView> => viewOf(await readProgrammeSettings(database.read)),
    save: async (next: ProgrammeSettings & { revision: number }, by: Actor = SYSTEM): Promise<ProgrammeSettingsView> =>
      viewOf(
        await saveProgrammeSettings(database, next, clock.now(), by, async (trx, before) => {
          if (zoneOf(before) !== zoneOf(next)) await zoneChanged(trx, zoneOf(next));
        }),
      ),
    choices: (search: string): Promise<ManagerChoice[]> => findManagerChoices(database.read, search),
  };
};
