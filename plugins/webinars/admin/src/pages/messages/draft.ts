import type { MessageAudience, MessageTexts, SessionAudience } from '../../../../contracts/messages';

export type Draft = {
  /** Those who were chosen in the list; null where a session and its conditions say who. */
  selection: string | null;
  audience: Omit<SessionAudience, 'session'> & { session: string | null };
  texts: { en: { subject: string; body: string }; de: { subject: string; body: string } };
  category: 'follow_up' | 'news';
};

export const newDraft = (session: string | null, selection: string | null = null): Draft => ({
  selection,
  audience: { session, states: ['confirmed'], company: null, source: null, locale: null, wantsConsultation: false },
  texts: { en: { subject: '', body: '' }, de: { subject: '', body: '' } },
  category: 'follow_up',
});

const LOCALES = ['en', 'de'] as const;
const isEmpty = ({ subject, body }: { subject: string; body: string }) => subject.trim() === '' && body.trim() === '';
const isWhole = ({ subject, body }: { subject: string; body: string }) => subject.trim() !== '' && body.trim() !== '';

/** The languages in which something is written that cannot be sent: a subject without words, or words without a subject. */
export const halfWritten = ({ texts }: Draft): ('en' | 'de')[] =>
  LOCALES.filter((locale) => !isEmpty(texts[locale]) && !isWhole(texts[locale]));

/** What is sent: each language that is written whole. Null where none is. */
export const textsOf = ({ texts }: Draft): MessageTexts | null => {
  const whole = (locale: 'en' | 'de') => (isWhole(texts[locale]) ? texts[locale] : null);
  const [en, de] = [whole('en'), whole('de')];
  return en || de ? { en, de } : null;
};

/** Whom it goes to. Null while no session is chosen, or nobody of it. */
export const audienceOf = ({ selection, audience }: Draft): MessageAudience | null => {
  if (selection !== null) return { selection };
  const { session, company, source } = audience;
  if (session === null || audience.states.length === 0) return null;
  return { ...audience, session, company: company?.trim() || null, source: source?.trim() || null };
};

/** Whether there is anything in it that would be a pity to lose. */
export const isBegun = ({ texts }: Draft): boolean => LOCALES.some((locale) => !isEmpty(texts[locale]));

/** Makes a second click harmless: one per draft. `crypto.randomUUID` is missing on pages without encryption. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
