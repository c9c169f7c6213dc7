import { z } from 'zod';

/** The mails that their reader may switch off. What belongs to a registration itself is always sent. */
export const OPTIONAL_CATEGORIES = ['reminders', 'follow_up', 'news'] as const;
export type OptionalCategory = (typeof OPTIONAL_CATEGORIES)[number];
export const optionalCategory = z.enum(OPTIONAL_CATEGORIES);

/** Where consent to news stands. It counts only while it is confirmed. */
export const CONSENT_STATES = ['none', 'requested', 'confirmed', 'withdrawn'] as const;
export type ConsentState = (typeof CONSENT_STATES)[number];

const wanted = (what: string) => z.boolean().meta({ description: what });

/** What an address gets. */
export const preferencesView = z
  .object({
    email: z.string().meta({ description: 'Masked: whoever a link was forwarded to does not learn the address' }),
    reminders: wanted('Reminders before a session'),
    follow_up: wanted('What comes after a session, and messages of the organiser about it'),
    news: wanted('News of the programme: true once consent is confirmed'),
    consent: z.enum(CONSENT_STATES).meta({ description: 'Where consent to news stands' }),
  })
  .meta({ id: 'MailPreferences', description: 'Which mails an e-mail address gets' });
export type PreferencesView = z.infer<typeof preferencesView>;

/** A change of them. What is not named stays. */
export const preferencesChange = z.strictObject({
  reminders: z.boolean().optional(),
  follow_up: z.boolean().optional(),
  news: z
    .boolean()
    .optional()
    .meta({ description: 'true asks for consent, which the address has to confirm; false withdraws it' }),
});
export type PreferencesChange = z.infer<typeof preferencesChange>;

/** Which mails a one-click link ends. */
export const unsubscribeQuery = z.object({ category: optionalCategory });
