import { z } from 'zod';
import { isTimezone } from './registration';

const email = z.email().max(254);

/** Who answers for the programme, and what they are written about. */
export const programmeManager = z.strictObject({
  /** One of the speakers, by document id: name and address are theirs, as they are by then. Null: those below. */
  speaker: z.string().min(1).max(40).nullable().default(null),
  name: z
    .string()
    .trim()
    .max(100)
    .regex(/^\P{Cc}*$/u)
    .nullable()
    .default(null),
  email: email.nullable().default(null),
  locale: z.enum(['en', 'de']).default('en'),
  /** Each morning, who registered since the last one. */
  newRegistrations: z.boolean().default(false),
  /** Where a session stands, as long before it as the reminder plan says. */
  sessionReminders: z.boolean().default(true),
  /** Each Monday, what the week before came to. */
  performanceReports: z.boolean().default(false),
});
export type ProgrammeManager = z.infer<typeof programmeManager>;

/** What a new session begins with, where nobody says otherwise. */
export const newSessionDefaults = z.strictObject({
  /** In minutes. */
  duration: z.int().min(1).max(1440).default(60),
  /** Null is without limit. */
  capacity: z.int().min(1).max(100_000).nullable().default(null),
  allowWaitlist: z.boolean().default(true),
  /** Registration opens so many days before the start; null: with its publication. */
  registrationWindowDays: z.int().min(1).max(365).nullable().default(null),
});
export type NewSessionDefaults = z.infer<typeof newSessionDefaults>;

/** What staff decide about the programme as a whole. */
export const programmeSettings = z.strictObject({
  manager: programmeManager.prefault({}),
  /** The zone of the programme's days, weeks and months, and of new sessions. Null: the installation's. */
  timezone: z.string().max(64).refine(isTimezone, { error: 'unknown' }).nullable().default(null),
  newSessions: newSessionDefaults.prefault({}),
  conflicts: z
    .strictObject({
      /** What somebody on stage needs between two sessions; 0 asks for nothing. */
      gapMinutes: z.int().min(0).max(1440).default(30),
      /** How far apart two sessions for the same audience should be; 0 asks for nothing. */
      audienceMinutes: z.int().min(0).max(10_080).default(120),
    })
    .prefault({}),
});
export type ProgrammeSettings = z.infer<typeof programmeSettings>;

/** Settings that replace those of `revision`. */
export const programmeSettingsChange = programmeSettings.extend({ revision: z.int().min(0) });

/** Somebody who may be chosen as programme manager. */
export type ManagerChoice = { documentId: string; name: string; email: string | null };

export type ProgrammeSettingsView = ProgrammeSettings & {
  revision: number;
  defaults: { timezone: string };
  /** The speaker who is chosen, as they are now; null where none is, or where the one that was is gone. */
  speaker: ManagerChoice | null;
  /** What may go to the manager, and when: the next morning and Monday. */
  next: { newRegistrations: string; performanceReport: string };
};
