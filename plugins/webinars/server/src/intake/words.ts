import type { IntakeField, IntakeSource } from '../../../contracts/intake';

/** A heading or a value as it is compared: small letters, no accents, one space between words. */
export const plain = (text: string): string =>
  text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^\p{L}\p{N}#]+/gu, ' ')
    .trim();

/**
 * Headings by which a column is recognised. Consents are not among them: that a column holds one is for the editor to say.
 *
 * Zoom's registration and attendee reports: First Name, Last Name, Email, Organization, Job Title, Phone, Industry, Number of Employees,
 * Country/Region Name, Questions & Comments, Registration Time, Approval Status, User Name (Original Name); from https://support.zoom.com/hc/en/article?id=zm_kb&sysparm_article=KB0068036
 * and from reports in public repositories. Eventbrite's attendee report: Order #, Order Date, First Name, Last Name or Surname, Email,
 * Quantity, Ticket Type, Attendee #, Attendee Status, Cell Phone, Company, Job Title, Home Country, Billing Country; from
 * https://www.eventbrite.com/help/en-us/articles/291888/glossary-of-order-and-attendee-statuses-in-event-reports/ and likewise.
 */
const HEADINGS: Partial<Record<IntakeField, string>> = {
  firstName: 'first name|firstname|given name|forename|vorname|rufname',
  lastName: 'last name|lastname|surname|family name|nachname|familienname|zuname',
  fullName:
    'name|full name|fullname|attendee name|participant|participant name|user name original name|teilnehmer|teilnehmername|vollstandiger name|vor und nachname|ansprechpartner',
  email:
    'email|e mail|mail|email address|e mail address|attendee email|user email|emailadresse|email adresse|e mail adresse|mailadresse',
  company: 'company|company name|organization|organisation|employer|firma|firmenname|unternehmen|arbeitgeber',
  country:
    'country|country region|country region name|country name|home country|billing country|work country|company country|nation|land|herkunftsland|land region',
  companySize:
    'company size|organization size|organisation size|number of employees|no of employees|employees|employee count|unternehmensgrosse|firmengrosse|mitarbeiterzahl|mitarbeiteranzahl|anzahl mitarbeiter|anzahl der mitarbeiter|anzahl mitarbeitende|mitarbeiter|mitarbeitende',
  position: 'job title|position|role|function|funktion|stelle|berufsbezeichnung|jobtitel|jobbezeichnung',
  phone:
    'phone|phone number|telephone|mobile|mobile phone|cell phone|work phone|telefon|telefonnummer|tel|handy|handynummer|mobil|mobilnummer',
  website: 'website|web|url|homepage|webseite|internetseite',
  industryVertical: 'industry|industry vertical|branche',
  language: 'language|locale|sprache',
  timezone: 'time zone|timezone|zeitzone',
  specificQuestions:
    'questions|question|questions comments|specific questions|comments|frage|fragen|kommentar|kommentare|fragen und kommentare|fragen an die referenten',
  learningObjectives: 'learning objectives|lernziele',
  specialRequirements: 'special requirements|besondere wunsche|besondere anforderungen',
  accessibilityNeeds: 'accessibility needs|accessibility|barrierefreiheit',
  status:
    'status|state|stand|approval status|attendee status|registration status|anmeldestatus|teilnahmestatus|zustand',
  registeredElsewhere:
    'registration time|registration date|registered at|registered on|order date|anmeldezeit|anmeldezeitpunkt|anmeldedatum|angemeldet am|bestelldatum',
};

const FIELD_OF = new Map(
  (Object.entries(HEADINGS) as [IntakeField, string][]).flatMap(([field, words]) =>
    words.split('|').map((word) => [word, field] as const),
  ),
);

/** What a heading says its column holds; null for one that says nothing to us. */
export const fieldOf = (heading: string): IntakeField | null => FIELD_OF.get(plain(heading)) ?? null;

/** Headings that only one program writes. */
const SIGNATURES: [IntakeSource, string[]][] = [
  ['zoom', ['registration time', 'approval status']],
  ['eventbrite', ['order #', 'attendee #']],
  ['eventbrite', ['order #', 'ticket type']],
];

// Our own export names the zone beside each time: "Registered (Europe/Berlin)".
const OUR_INSTANT = /^(Registered|Angemeldet|Start|Beginn) \([A-Z][\w/+-]+\)$/;

/** Which program wrote a table. */
export const sourceOf = (headings: readonly string[]): IntakeSource => {
  const there = new Set(headings.map(plain));
  const known = SIGNATURES.find(([, words]) => words.every((word) => there.has(word)))?.[0];
  return known ?? (headings.some((heading) => OUR_INSTANT.test(heading)) ? 'ours' : 'other');
};

const setOf = (words: string) => new Set(words.split('|'));

const COMING = setOf(
  'attending|checked in|did not come|approved|confirmed|registered|attended|completed|accepted|paid|yes|active|no show|waitlisted|on the waitlist|' +
    'angemeldet|bestatigt|genehmigt|teilgenommen|zugesagt|dabei|ja|aktiv|nicht erschienen|warteliste|auf der warteliste',
);
const NOT_COMING = setOf(
  'denied|cancelled|canceled|declined|not attending|deleted|refunded|partially refunded|transferred|rejected|blocked|denied blocked|no|abandoned|unpaid|' +
    'cancelled by host|cancelled by registrant|cancelled by self|pending|pending approval|waiting for approval|yet to be approved|yet to pay|pending payment|refunded canceled|' +
    'abgelehnt|storniert|abgesagt|abgemeldet|geloscht|erstattet|gesperrt|nein|ausstehend|wartet auf freigabe|freigabe offen|noch zu bezahlen|zahlung offen',
);

/** Whether somebody of whom this is said is coming; null where the word is not known. */
export const isComing = (status: string): boolean | null => {
  const word = plain(status);
  if (word === '' || COMING.has(word)) return true;
  return NOT_COMING.has(word) ? false : null;
};

const YES = setOf('yes|y|true|1|x|ja|j|wahr|agreed|accepted|opted in|zugestimmt|akzeptiert|✓|on');
const NO = setOf('|no|n|false|0|nein|falsch|declined|opted out|abgelehnt|off');

/** A tick in words; what is neither is handed on, and refused by the form. */
export const asTick = (value: string): boolean | string => {
  const word = plain(value);
  if (YES.has(word) || value.trim() === '✓') return true;
  return NO.has(word) ? false : value;
};

const LANGUAGES: Record<string, 'en' | 'de'> = {
  en: 'en',
  english: 'en',
  englisch: 'en',
  'en us': 'en',
  'en gb': 'en',
  de: 'de',
  german: 'de',
  deutsch: 'de',
  'de de': 'de',
  'de at': 'de',
  'de ch': 'de',
};

export const asLanguage = (value: string): string => LANGUAGES[plain(value)] ?? value;
