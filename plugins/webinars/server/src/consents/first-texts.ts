import type { Consent } from '../../../contracts/consents';
import type { Locale } from '../kernel/text';

/** What the form says until somebody publishes other words. */
export const FIRST_TEXTS: Record<Consent, Record<Locale, string>> = {
  terms: { en: 'I accept the terms of participation', de: 'Ich akzeptiere die Teilnahmebedingungen' },
  privacy: {
    en: 'I have read the privacy notice and agree that my details are used for this session',
    de: 'Ich habe die Datenschutzhinweise gelesen und bin einverstanden, dass meine Angaben für diese Veranstaltung verwendet werden',
  },
  marketing: {
    en: 'Send me news about webinars and offers',
    de: 'Schicken Sie mir Neuigkeiten zu Webinaren und Angeboten',
  },
  consultantFollowUp: {
    en: 'The consultant may contact me about this session',
    de: 'Die Referentin oder der Referent darf mich zu dieser Veranstaltung kontaktieren',
  },
  dataProcessing: {
    en: 'My details may be used to improve the programme',
    de: 'Meine Angaben dürfen verwendet werden, um das Programm zu verbessern',
  },
};
