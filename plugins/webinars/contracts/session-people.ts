import { z } from 'zod';
import { ROSTER_STATES } from './roster';

const count = z.int().min(0);

/** What is told about the people of a session. */
export const TRAITS = [
  'company',
  'companySize',
  'industry',
  'position',
  'country',
  'timezone',
  'language',
  'source',
] as const;
export type Trait = (typeof TRAITS)[number];

/** What somebody does, or has done to their place, as the log of a session's people tells it. */
export const PEOPLE_EVENTS = [
  'registration.approval_requested',
  'registration.payment_requested',
  'registration.confirmed',
  'registration.waitlisted',
  'registration.promoted',
  'registration.approved',
  'registration.paid',
  'registration.cancelled',
  'registration.joined',
  'registration.feedback_given',
] as const;

/** The people of a session in figures. */
export const sessionPeople = z.strictObject({
  at: z.iso.datetime(),
  total: count,
  states: z.array(z.strictObject({ state: z.enum(ROSTER_STATES), count })),
  /** Of those who are not cancelled. */
  active: count,
  traits: z.array(
    z.strictObject({
      trait: z.enum(TRAITS),
      /** The most frequent ones, as people wrote them. */
      top: z.array(z.strictObject({ value: z.string(), count })),
      others: count,
      /** Who said nothing. */
      unknown: count,
    }),
  ),
  /** The latest first. */
  activity: z.array(
    z.strictObject({
      id: z.string(),
      type: z.enum(PEOPLE_EVENTS),
      at: z.iso.datetime(),
      /** Null where the registration is gone. */
      documentId: z.string().nullable(),
      name: z.string().nullable(),
    }),
  ),
});
export type SessionPeople = z.infer<typeof sessionPeople>;
