import type { Locale } from '../kernel/text';

type Texts = {
  webinar: (title: string) => string;
  cancelled: (title: string) => string;
  online: string;
  join: string;
  yourLink: string;
  speakers: (names: readonly string[]) => string;
  duration: (minutes: number) => string;
  preparation: (materials: string | null) => string;
  reference: (reference: string) => string;
  details: (address: string) => string;
  sessionCancelled: string;
  registrationCancelled: string;
  noConfirmedSeat: string;
};

/** What calendar entries say beside what editors wrote. */
export const TEXTS: Record<Locale, Texts> = {
  en: {
    webinar: (title) => `Webinar: ${title}`,
    cancelled: (title) => `Cancelled: ${title}`,
    online: 'Online',
    join: 'Join the webinar:',
    yourLink: 'This link is yours alone. Please do not pass it on.',
    speakers: (names) => `${names.length === 1 ? 'Speaker' : 'Speakers'}: ${names.join(', ')}`,
    duration: (minutes) => `Duration: ${minutes} minutes`,
    preparation: (materials) => `Preparation: ${materials ?? 'nothing to prepare'}`,
    reference: (reference) => `Registration reference: ${reference}`,
    details: (address) => `Details and registration: ${address}`,
    sessionCancelled: 'This session was cancelled.',
    registrationCancelled: 'Your registration was cancelled.',
    noConfirmedSeat:
      'This registration has no confirmed seat, so there is no calendar entry for it. Nothing was changed. Once the seat is confirmed, the entry is here.',
  },
  de: {
    webinar: (title) => `Webinar: ${title}`,
    cancelled: (title) => `Abgesagt: ${title}`,
    online: 'Online',
    join: 'Zum Webinar:',
    yourLink: 'Dieser Link gehört nur Ihnen. Bitte geben Sie ihn nicht weiter.',
    speakers: (names) => `Mit: ${names.join(', ')}`,
    duration: (minutes) => `Dauer: ${minutes} Minuten`,
    preparation: (materials) => `Vorbereitung: ${materials ?? 'keine nötig'}`,
    reference: (reference) => `Anmeldenummer: ${reference}`,
    details: (address) => `Einzelheiten und Anmeldung: ${address}`,
    sessionCancelled: 'Diese Veranstaltung wurde abgesagt.',
    registrationCancelled: 'Ihre Anmeldung wurde storniert.',
    noConfirmedSeat:
      'Zu dieser Anmeldung gibt es keinen bestätigten Platz und daher keinen Kalendereintrag. Es wurde nichts geändert. Sobald der Platz bestätigt ist, finden Sie den Eintrag hier.',
  },
};
