import { z } from 'zod';
import { hasBrokenLink } from './inline-text';

/** What a person may agree to, each under the name of its box in the form. */
export const CONSENT_FIELDS = {
  terms: 'termsAccepted',
  privacy: 'privacyConsent',
  marketing: 'marketingConsent',
  consultantFollowUp: 'consultantFollowUpConsent',
  dataProcessing: 'dataProcessingConsent',
} as const;
export type Consent = keyof typeof CONSENT_FIELDS;
export type ConsentField = (typeof CONSENT_FIELDS)[Consent];
export const CONSENTS = Object.keys(CONSENT_FIELDS) as [Consent, ...Consent[]];

const shownVersion = z.string().min(1).max(50).optional();

/** Which wording stood beside the boxes: of what is not named, the one that counts when the form arrives. */
export const consentsShown = z
  .strictObject({
    language: z.enum(['en', 'de']),
    versions: z.strictObject({
      termsAccepted: shownVersion,
      privacyConsent: shownVersion,
      marketingConsent: shownVersion,
      consultantFollowUpConsent: shownVersion,
      dataProcessingConsent: shownVersion,
    }),
  })
  .meta({
    id: 'ConsentsShown',
    description: 'Which wording of the consents the form showed, as a landing answer names it',
  });
export type ConsentsShown = z.infer<typeof consentsShown>;

const text = z
  .string()
  .trim()
  .min(1)
  .max(2000)
  .refine((source) => !hasBrokenLink(source), { error: 'link' });

/** A new version of one text. `after`: the number of the last version that its author has seen. */
export const consentPublication = z.strictObject({
  consent: z.enum(CONSENTS),
  en: text,
  de: text,
  /** From when on it counts; null: from now on. */
  validFrom: z.iso.datetime({ offset: true }).nullable().default(null),
  after: z.int().min(0),
});
export type ConsentPublication = z.infer<typeof consentPublication>;

/** A version of the text of a consent. It is never changed: people have agreed to it, or may have. */
export type ConsentVersion = {
  consent: Consent;
  /** 1, 2, 3 … within its consent. */
  number: number;
  /** What consent records call it. */
  version: string;
  en: string;
  de: string;
  validFrom: string;
  publishedAt: string;
  publishedBy: string | null;
};

/** All versions of one text, the newest first; `current` and `next` are numbers of versions. */
export type ConsentTexts = { consent: Consent; current: number; next: number | null; versions: ConsentVersion[] };
