import type { CompanySize } from '../../../contracts/registration';
import type { RosterState } from '../../../contracts/roster';
import type { Locale } from '../kernel/text';

type Words = {
  firstName: string;
  lastName: string;
  email: string;
  company: string;
  companySize: string;
  position: string;
  country: string;
  session: string;
  sessionAt: string;
  state: string;
  registered: string;
  payment: string;
  amount: string;
  currency: string;
  source: string;
  locale: string;
  attendance: string;
  rating: string;
  reference: string;
  sheet: string;
  file: string;
  listFile: string;
  list: string;
  name: string;
  signature: string;
  page(page: number): string;
  people(count: number): string;
  printed(at: string, timezone: string): string;
  nobody: string;
  states: Record<RosterState, string>;
  payments: Record<string, string>;
  languages: Record<'en' | 'de', string>;
  sizes: Record<CompanySize, string>;
};

/** What a file says beside what is known of people. */
export const WORDS: Record<Locale, Words> = {
  en: {
    firstName: 'First name',
    lastName: 'Last name',
    email: 'E-mail',
    company: 'Company',
    companySize: 'Company size',
    position: 'Position',
    country: 'Country',
    session: 'Session',
    sessionAt: 'Start',
    state: 'State',
    registered: 'Registered',
    payment: 'Payment',
    amount: 'Amount',
    currency: 'Currency',
    source: 'Source',
    locale: 'Language',
    attendance: 'Minutes there',
    rating: 'Rating',
    reference: 'Reference',
    sheet: 'Registrations',
    file: 'registrations',
    listFile: 'attendance-list',
    list: 'Attendance list',
    name: 'Name',
    signature: 'Signature',
    page: (page) => `Page ${page}`,
    people: (count) => (count === 1 ? '1 person' : `${count.toLocaleString('en')} people`),
    printed: (at, timezone) => `As of ${at} (${timezone})`,
    nobody: 'Nobody is on this list.',
    states: {
      pending_approval: 'Yet to be approved',
      pending_payment: 'Yet to pay',
      waitlisted: 'On the waitlist',
      confirmed: 'Confirmed',
      attended: 'Attended',
      no_show: 'Did not come',
      cancelled: 'Cancelled',
    },
    payments: {
      not_required: 'Not required',
      pending: 'Open',
      completed: 'Paid',
      failed: 'Failed',
      refunded: 'Refunded',
    },
    languages: { en: 'English', de: 'German' },
    sizes: {
      upTo9: 'Up to 9',
      upTo49: '10 to 49',
      upTo249: '50 to 249',
      upTo999: '250 to 999',
      over999: '1,000 or more',
    },
  },
  de: {
    firstName: 'Vorname',
    lastName: 'Nachname',
    email: 'E-Mail',
    company: 'Firma',
    companySize: 'Unternehmensgröße',
    position: 'Position',
    country: 'Land',
    session: 'Termin',
    sessionAt: 'Beginn',
    state: 'Stand',
    registered: 'Angemeldet',
    payment: 'Zahlung',
    amount: 'Betrag',
    currency: 'Währung',
    source: 'Quelle',
    locale: 'Sprache',
    attendance: 'Minuten dabei',
    rating: 'Bewertung',
    reference: 'Referenz',
    sheet: 'Anmeldungen',
    file: 'anmeldungen',
    listFile: 'anwesenheitsliste',
    list: 'Anwesenheitsliste',
    name: 'Name',
    signature: 'Unterschrift',
    page: (page) => `Seite ${page}`,
    people: (count) => (count === 1 ? '1 Person' : `${count.toLocaleString('de')} Personen`),
    printed: (at, timezone) => `Stand: ${at} (${timezone})`,
    nobody: 'Auf dieser Liste steht niemand.',
    states: {
      pending_approval: 'Freigabe offen',
      pending_payment: 'Zahlung offen',
      waitlisted: 'Auf der Warteliste',
      confirmed: 'Bestätigt',
      attended: 'Teilgenommen',
      no_show: 'Nicht erschienen',
      cancelled: 'Storniert',
    },
    payments: {
      not_required: 'Nicht nötig',
      pending: 'Offen',
      completed: 'Bezahlt',
      failed: 'Fehlgeschlagen',
      refunded: 'Erstattet',
    },
    languages: { en: 'Englisch', de: 'Deutsch' },
    sizes: {
      upTo9: 'bis 9',
      upTo49: '10 bis 49',
      upTo249: '50 bis 249',
      upTo999: '250 bis 999',
      over999: 'ab 1.000',
    },
  },
};
