import { z } from 'zod';

/**
 * When a lead is made. The first three are Odoo's own, of its lead rules: attendees are created (`create`), registered (`confirm`), attended
 * (`done`). Two are ours: a consultation was asked for, the score reached a threshold.
 */
export const LEAD_TRIGGERS = ['create', 'confirm', 'done', 'consultation', 'score'] as const;
export const LEAD_TYPES = ['lead', 'opportunity'] as const;

const email = z.email({ pattern: z.regexes.html5Email }).max(254);
// Control characters can be kept in settings, and not be asked for in a database.
const name = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^\P{Cc}*$/u);

/** One rule, in the words of Odoo's own lead rules. */
export const leadRule = z.strictObject({
  id: z.string().regex(/^[a-z0-9_-]{1,40}$/),
  name,
  isActive: z.boolean().default(true),
  /** "When" */
  trigger: z.enum(LEAD_TRIGGERS),
  /** 0 to 100; counts for the trigger `score`. */
  minScore: z.int().min(0).max(100).default(50),
  /** "Lead Type" */
  leadType: z.enum(LEAD_TYPES).default('lead'),
  /** "Salesperson": the log-in or e-mail address of a user there; null is the one of the settings. */
  salesperson: email.nullable().default(null),
  /** "Sales Team", by its name there. */
  team: name.nullable().default(null),
  /** "Tags", beside those of the settings. */
  tags: z.array(name).max(10).default([]),
  /** Only sessions whose topic is of one of these categories; none is all. */
  categories: z.array(name).max(50).default([]),
  /** Only people who agreed to be contacted by the consultant, or to news. */
  needsConsent: z.boolean().default(false),
});
export type LeadRule = z.infer<typeof leadRule>;
export type LeadTrigger = LeadRule['trigger'];

/** What staff decide about the sync. The rules are asked in their order; the first that applies makes the lead. */
export const odooSettings = z.strictObject({
  /** Sessions become events. Each session can say no for itself. */
  odooEventCreation: z.boolean().default(true),
  /** Registrations become attendees. */
  autoSyncRegistrations: z.boolean().default(true),
  /** "Event Template" of new events, by its name there; ignored where there is none. */
  eventTemplate: name.nullable().default('Webinar'),
  /** The user there to whom leads go. Null is the programme manager, where they are a user there; else leads are nobody's. */
  salesperson: email.nullable().default(null),
  source: name.default('Webinar'),
  medium: name.default('Education'),
  tags: z.array(name).max(10).default(['Webinar Lead']),
  /** A to-do for the salesperson where a consultation was asked for. */
  consultationActivity: z.boolean().default(true),
  rules: z
    .array(leadRule)
    .max(20)
    .refine((rules) => new Set(rules.map(({ id }) => id)).size === rules.length, 'Two rules have the same id.')
    .default([
      {
        id: 'registered',
        name: 'Registered',
        isActive: true,
        trigger: 'confirm',
        minScore: 50,
        leadType: 'lead',
        salesperson: null,
        team: null,
        tags: [],
        categories: [],
        needsConsent: false,
      },
    ]),
});
export type OdooSettings = z.infer<typeof odooSettings>;

/** Settings that replace those of `revision`. */
export const odooSettingsChange = odooSettings.extend({ revision: z.int().min(0) });
export type CurrentOdooSettings = OdooSettings & { revision: number };
