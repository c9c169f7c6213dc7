import type { RefusalCode } from '../../../contracts/registration';
import type { Locale } from '../kernel/text';

/** Why a visitor was refused: what happened, and what to do next. */
export const REFUSALS: Record<RefusalCode, Record<Locale, string>> = {
  DUPLICATE_REGISTRATION: {
    en: 'This e-mail address is already registered for this session. The link in the confirmation leads to the registration.',
    de: 'Diese E-Mail-Adresse ist für diese Veranstaltung bereits angemeldet. Der Link in der Bestätigung führt zur Anmeldung.',
  },
  SESSION_FULL: {
    en: 'All seats of this session are taken, and it has no waitlist. Please choose another date.',
    de: 'Alle Plätze dieser Veranstaltung sind vergeben, und es gibt keine Warteliste. Bitte wählen Sie einen anderen Termin.',
  },
  REGISTRATION_NOT_OPEN: {
    en: 'Registration for this session has not opened yet.',
    de: 'Die Anmeldung für diese Veranstaltung ist noch nicht geöffnet.',
  },
  REGISTRATION_CLOSED: {
    en: 'Registration for this session is closed.',
    de: 'Die Anmeldung für diese Veranstaltung ist geschlossen.',
  },
  SESSION_CANCELLED: {
    en: 'This session was cancelled.',
    de: 'Diese Veranstaltung wurde abgesagt.',
  },
  PAYMENT_UNAVAILABLE: {
    en: 'This session is paid, and payment is not available at the moment. No seat was taken and nothing was charged.',
    de: 'Diese Veranstaltung ist kostenpflichtig, und die Zahlung ist derzeit nicht möglich. Es wurde kein Platz belegt und nichts berechnet.',
  },
};

/** What the form's contract says in words of its own. */
export const FAULTS: Record<string, Record<Locale, string>> = {
  accept: { en: 'This has to be accepted.', de: 'Dem muss zugestimmt werden.' },
  unreadable: {
    en: 'This contains characters that cannot be read.',
    de: 'Dies enthält Zeichen, die nicht lesbar sind.',
  },
  phone: { en: 'This is not a telephone number.', de: 'Dies ist keine Telefonnummer.' },
};
