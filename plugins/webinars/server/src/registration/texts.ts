import {
  COMPANY_SIZES,
  FEEDBACK_DAYS,
  JOIN_OPENS_MINUTES,
  type RefusalCode,
  type StepCode,
} from '../../../contracts/registration';
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

/** Why an attendee's next step is not possible at this moment. */
export const STEP_REFUSALS: Record<StepCode, Record<Locale, string>> = {
  NOT_CONFIRMED: {
    en: 'This is for people with a confirmed seat, and this registration has none. Nothing was changed.',
    de: 'Dies ist für Personen mit bestätigtem Platz, und diese Anmeldung hat keinen. Es wurde nichts geändert.',
  },
  SESSION_CANCELLED: REFUSALS.SESSION_CANCELLED,
  SESSION_OVER: {
    en: 'This session is over, so this is no longer possible. Nothing was changed.',
    de: 'Diese Veranstaltung ist vorbei, deshalb ist dies nicht mehr möglich. Es wurde nichts geändert.',
  },
  JOIN_NOT_OPEN_YET: {
    en: `The doors open ${JOIN_OPENS_MINUTES} minutes before the start. Please come back then.`,
    de: `Einlass ist ${JOIN_OPENS_MINUTES} Minuten vor Beginn. Bitte kommen Sie dann wieder.`,
  },
  MEETING_NOT_SET: {
    en: 'The address of the meeting is not known yet. Please try again in a few minutes, or write to the organiser.',
    de: 'Die Adresse des Meetings steht noch nicht fest. Bitte versuchen Sie es in einigen Minuten erneut, oder schreiben Sie dem Veranstalter.',
  },
  FEEDBACK_NOT_OPEN: {
    en: 'Feedback opens when the session starts. Nothing was saved.',
    de: 'Feedback ist ab dem Beginn der Veranstaltung möglich. Es wurde nichts gespeichert.',
  },
  FEEDBACK_CLOSED: {
    en: `Feedback for this session closed ${FEEDBACK_DAYS} days after its end. Nothing was saved.`,
    de: `Feedback zu dieser Veranstaltung war bis ${FEEDBACK_DAYS} Tage nach ihrem Ende möglich. Es wurde nichts gespeichert.`,
  },
  REGISTRATION_CANCELLED: {
    en: 'This registration was cancelled, so it can no longer be changed. Who wants to come registers anew.',
    de: 'Diese Anmeldung wurde storniert und kann nicht mehr geändert werden. Wer kommen möchte, meldet sich neu an.',
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
  country: {
    en: 'This is no country that we know (such as DE, by ISO 3166-1).',
    de: 'Dies ist kein Land, das wir kennen (wie DE, nach ISO 3166-1).',
  },
  companySize: {
    en: `This is no company size: ${COMPANY_SIZES.join(', ')}.`,
    de: `Dies ist keine Unternehmensgröße: ${COMPANY_SIZES.join(', ')}.`,
  },
  timezone: { en: 'This is no time zone (such as Europe/Berlin).', de: 'Dies ist keine Zeitzone (wie Europe/Berlin).' },
};
