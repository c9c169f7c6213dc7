/** One line of the programme. Days count from today; everything not said is the topic's default. */
export type Planned = {
  topic: string;
  day: number;
  at: string;
  zone?: 'Europe/London' | 'America/New_York';
  language: 'en' | 'de';
  by: string;
  /** How many people come forward until today. */
  arrivals: number;
  type?: 'panel-discussion' | 'workshop' | 'q-and-a';
  panel?: string[];
  moderator?: string;
  backup?: string;
  duration?: number;
  capacity?: number | null;
  /** Minor units. */
  price?: number;
  earlyBird?: { price: number; daysBefore: number };
  approval?: true;
  noWaitlist?: true;
  /** Registration opens this many days before the start. */
  opens?: number;
  /** Registration closes this many hours before the start; when it ends, if not said. */
  closes?: number;
  platform?: 'teams' | 'webex' | 'custom';
  title?: { en: string; de: string };
  note?: { en: string; de: string };
  state?: 'draft';
  /** For drafts: published by itself in so many days. */
  publishIn?: number;
  /** Called off this many days before the start. */
  calledOff?: number;
  /** A confirmed guest gave the seat back last night, so that today somebody has an offer in hand. */
  lateCancellation?: true;
};

const L = 'Europe/London' as const;
const NY = 'America/New_York' as const;

const GDPR_CLINIC = { en: 'GDPR Office Hour: Your Cases', de: 'DSGVO-Sprechstunde: Ihre Fälle' };
const AI_PANEL = { en: 'Panel: AI in Mid-Sized Companies, Two Years On', de: 'Podium: KI im Mittelstand – eine Zwischenbilanz' };
const CLOUD_CLINIC = { en: 'Ask Me Anything: Your Cloud Bill', de: 'Fragestunde: Ihre Cloud-Rechnung' };

const PAST: Planned[] = [
  { topic: 'cloud-costs', day: -268, at: '10:00', language: 'de', by: 'brandt', arrivals: 48 },
  { topic: 'first-robots', day: -254, at: '14:00', language: 'de', by: 'haugen', arrivals: 36 },
  { topic: 'gdpr-practice', day: -247, at: '10:00', language: 'de', by: 'petersen', arrivals: 52, earlyBird: { price: 3900, daysBefore: 21 } },
  { topic: 'remote-leadership', day: -239, at: '15:00', zone: L, language: 'en', by: 'marchetti', arrivals: 44 },
  { topic: 'odoo-manufacturing', day: -226, at: '09:30', language: 'de', by: 'lindner', type: 'workshop', arrivals: 41, closes: 24 },
  { topic: 'ai-at-work', day: -219, at: '16:00', language: 'en', by: 'okafor', arrivals: 88, platform: 'teams' },
  { topic: 'first-robots', day: -211, at: '16:00', language: 'en', by: 'haugen', arrivals: 27 },
  { topic: 'e-invoicing', day: -205, at: '11:00', language: 'de', by: 'kowalczyk', arrivals: 74 },
  { topic: 'b2b-pricing', day: -190, at: '12:00', zone: NY, language: 'en', by: 'kimani', arrivals: 34, earlyBird: { price: 7500, daysBefore: 14 } },
  { topic: 'nis2-board', day: -183, at: '10:00', language: 'de', by: 'demir', arrivals: 66, platform: 'webex' },
  { topic: 'supply-signals', day: -176, at: '14:00', zone: L, language: 'en', by: 'iyer', arrivals: 38 },
  { topic: 'process-mining', day: -169, at: '13:30', language: 'de', by: 'weidmann', arrivals: 28 },
  {
    topic: 'rag-workshop', day: -155, at: '13:00', language: 'en', by: 'okafor', type: 'workshop', backup: 'nguyen', arrivals: 27, closes: 24,
    earlyBird: { price: 24000, daysBefore: 28 },
  },
  { topic: 'sustainability-report', day: -148, at: '10:00', language: 'de', by: 'fontaine', arrivals: 31 },
  { topic: 'postgres-platform', day: -141, at: '14:00', language: 'en', by: 'nguyen', type: 'workshop', arrivals: 26, closes: 24 },
  {
    topic: 'go-live-change', day: -134, at: '11:00', language: 'de', by: 'lindner', type: 'panel-discussion', panel: ['marchetti', 'kowalczyk'],
    moderator: 'weidmann', arrivals: 47,
  },
  { topic: 'gdpr-practice', day: -127, at: '12:00', language: 'de', by: 'petersen', type: 'q-and-a', duration: 45, price: 0, arrivals: 40, title: GDPR_CLINIC },
  { topic: 'cloud-costs', day: -113, at: '15:00', zone: L, language: 'en', by: 'brandt', arrivals: 45 },
  { topic: 'digital-sovereignty', day: -106, at: '16:00', language: 'de', by: 'brandt', approval: true, arrivals: 25, closes: 72 },
  { topic: 'ai-at-work', day: -99, at: '11:00', language: 'de', by: 'okafor', arrivals: 96 },
  { topic: 'odoo-manufacturing', day: -92, at: '14:00', language: 'en', by: 'lindner', type: 'workshop', arrivals: 30, closes: 24 },
  { topic: 'supply-signals', day: -85, at: '10:00', language: 'de', by: 'iyer', arrivals: 18, calledOff: 2 },
  { topic: 'nis2-board', day: -78, at: '15:00', zone: L, language: 'en', by: 'demir', arrivals: 42 },
  { topic: 'e-invoicing', day: -71, at: '10:00', language: 'de', by: 'kowalczyk', arrivals: 68, platform: 'teams' },
  { topic: 'remote-leadership', day: -64, at: '16:00', language: 'de', by: 'marchetti', type: 'workshop', arrivals: 49 },
  { topic: 'process-mining', day: -57, at: '14:00', language: 'en', by: 'weidmann', arrivals: 22 },
  {
    topic: 'rag-workshop', day: -50, at: '13:00', language: 'de', by: 'okafor', type: 'workshop', backup: 'nguyen', arrivals: 29, closes: 24,
    earlyBird: { price: 24000, daysBefore: 28 },
  },
  { topic: 'b2b-pricing', day: -43, at: '12:00', zone: NY, language: 'en', by: 'kimani', arrivals: 40, earlyBird: { price: 7500, daysBefore: 14 } },
  { topic: 'sustainability-report', day: -36, at: '13:00', zone: L, language: 'en', by: 'fontaine', arrivals: 26 },
  {
    topic: 'ai-at-work', day: -29, at: '17:00', language: 'en', by: 'okafor', type: 'panel-discussion', panel: ['petersen', 'demir'], moderator: 'weidmann',
    duration: 75, arrivals: 83, title: AI_PANEL,
  },
  { topic: 'supply-signals', day: -22, at: '14:00', zone: L, language: 'en', by: 'iyer', arrivals: 33, earlyBird: { price: 5900, daysBefore: 21 } },
  { topic: 'postgres-platform', day: -15, at: '13:30', language: 'de', by: 'nguyen', type: 'workshop', arrivals: 25, closes: 24 },
  { topic: 'gdpr-practice', day: -12, at: '10:00', language: 'de', by: 'petersen', arrivals: 46 },
  { topic: 'cloud-costs', day: -8, at: '12:00', language: 'de', by: 'brandt', type: 'q-and-a', duration: 45, arrivals: 35, title: CLOUD_CLINIC },
  {
    topic: 'go-live-change', day: -5, at: '15:00', language: 'en', by: 'lindner', type: 'panel-discussion', panel: ['marchetti'], moderator: 'weidmann',
    arrivals: 37,
  },
  { topic: 'nis2-board', day: -2, at: '10:00', language: 'de', by: 'demir', arrivals: 58, platform: 'webex' },
];

const THIS_MONTH: Planned[] = [
  { topic: 'remote-leadership', day: 0, at: '17:30', language: 'de', by: 'marchetti', arrivals: 41 },
  {
    topic: 'b2b-pricing', day: 0, at: '13:00', zone: NY, language: 'en', by: 'kimani', type: 'q-and-a', duration: 45, price: 0, arrivals: 30,
    title: { en: 'Pricing Clinic: Bring Your Offer', de: 'Preissprechstunde: Bringen Sie Ihr Angebot mit' },
  },
  {
    topic: 'odoo-manufacturing', day: 1, at: '09:30', language: 'de', by: 'lindner', type: 'workshop', backup: 'kowalczyk', arrivals: 37, closes: 3,
    earlyBird: { price: 5900, daysBefore: 21 },
  },
  { topic: 'e-invoicing', day: 1, at: '11:00', language: 'de', by: 'kowalczyk', arrivals: 63 },
  { topic: 'ai-at-work', day: 2, at: '16:00', language: 'en', by: 'okafor', arrivals: 110, platform: 'teams' },
  {
    topic: 'process-mining', day: 3, at: '12:00', language: 'de', by: 'weidmann', type: 'q-and-a', duration: 45, price: 0, capacity: 100, arrivals: 24,
    title: { en: 'Process Questions over Lunch', de: 'Prozessfragen zum Mittag' },
  },
  { topic: 'cloud-costs', day: 6, at: '15:00', zone: L, language: 'en', by: 'brandt', arrivals: 44 },
  {
    topic: 'rag-workshop', day: 7, at: '13:00', language: 'de', by: 'okafor', type: 'workshop', backup: 'nguyen', arrivals: 33, closes: 24,
    earlyBird: { price: 24000, daysBefore: 28 }, lateCancellation: true,
  },
  { topic: 'nis2-board', day: 8, at: '10:00', language: 'de', by: 'demir', arrivals: 52, platform: 'webex' },
  { topic: 'gdpr-practice', day: 9, at: '10:00', language: 'de', by: 'petersen', arrivals: 34 },
  { topic: 'digital-sovereignty', day: 10, at: '16:00', language: 'de', by: 'brandt', approval: true, arrivals: 24, closes: 48, platform: 'custom' },
  { topic: 'supply-signals', day: 13, at: '14:00', zone: L, language: 'en', by: 'iyer', arrivals: 29, earlyBird: { price: 5900, daysBefore: 7 } },
  {
    topic: 'remote-leadership', day: 14, at: '10:00', zone: L, language: 'en', by: 'marchetti', type: 'workshop', duration: 120, capacity: 12, arrivals: 25,
    title: { en: 'Small-Group Workshop: The Conversation You Keep Postponing', de: 'Kleingruppe: Das aufgeschobene Gespräch' },
    note: {
      en: 'Twelve seats, four rooms, one conversation each. You leave with it prepared and in the calendar.',
      de: 'Zwölf Plätze, vier Räume, ein Gespräch je Person. Am Ende ist es vorbereitet und steht im Kalender.',
    },
  },
  {
    topic: 'ai-at-work', day: 15, at: '17:00', language: 'de', by: 'okafor', type: 'panel-discussion', panel: ['petersen', 'lindner', 'nguyen'],
    moderator: 'weidmann', duration: 75, arrivals: 71, title: AI_PANEL,
  },
  { topic: 'postgres-platform', day: 16, at: '14:00', language: 'en', by: 'nguyen', type: 'workshop', arrivals: 19, closes: 24, earlyBird: { price: 11900, daysBefore: 10 } },
  { topic: 'sustainability-report', day: 17, at: '10:00', language: 'de', by: 'fontaine', arrivals: 22 },
  {
    topic: 'go-live-change', day: 20, at: '15:00', language: 'en', by: 'lindner', type: 'panel-discussion', panel: ['marchetti', 'kowalczyk'],
    moderator: 'weidmann', arrivals: 19, calledOff: 22,
  },
  { topic: 'e-invoicing', day: 21, at: '14:00', language: 'en', by: 'kowalczyk', arrivals: 16 },
  { topic: 'b2b-pricing', day: 22, at: '12:00', zone: NY, language: 'en', by: 'kimani', arrivals: 14, earlyBird: { price: 7500, daysBefore: 14 } },
  { topic: 'odoo-manufacturing', day: 24, at: '14:00', language: 'en', by: 'lindner', type: 'workshop', arrivals: 11, earlyBird: { price: 5900, daysBefore: 14 } },
  {
    topic: 'gdpr-practice', day: 28, at: '12:00', language: 'de', by: 'petersen', type: 'q-and-a', duration: 45, price: 0, capacity: 10, noWaitlist: true,
    arrivals: 16, title: GDPR_CLINIC,
  },
];

const LATER: Planned[] = [
  { topic: 'cloud-costs', day: 35, at: '10:00', language: 'de', by: 'brandt', arrivals: 14 },
  { topic: 'process-mining', day: 42, at: '13:30', language: 'de', by: 'weidmann', arrivals: 9, earlyBird: { price: 9900, daysBefore: 21 } },
  { topic: 'nis2-board', day: 45, at: '15:00', zone: L, language: 'en', by: 'demir', arrivals: 12 },
  {
    topic: 'rag-workshop', day: 48, at: '13:00', language: 'en', by: 'okafor', type: 'workshop', backup: 'nguyen', arrivals: 9, closes: 24,
    earlyBird: { price: 24000, daysBefore: 28 },
  },
  { topic: 'supply-signals', day: 51, at: '10:00', language: 'de', by: 'iyer', arrivals: 8, earlyBird: { price: 5900, daysBefore: 21 } },
  { topic: 'remote-leadership', day: 54, at: '16:00', language: 'de', by: 'marchetti', arrivals: 10, capacity: null },
  {
    topic: 'go-live-change', day: 57, at: '11:00', language: 'de', by: 'lindner', type: 'panel-discussion', panel: ['marchetti', 'kowalczyk'],
    moderator: 'weidmann', arrivals: 12,
  },
  { topic: 'postgres-platform', day: 61, at: '14:00', language: 'de', by: 'nguyen', type: 'workshop', arrivals: 6, closes: 24 },
  { topic: 'gdpr-practice', day: 64, at: '10:00', language: 'de', by: 'petersen', arrivals: 7 },
  { topic: 'ai-at-work', day: 68, at: '11:00', language: 'de', by: 'okafor', arrivals: 18, capacity: null, opens: 80 },
  { topic: 'sustainability-report', day: 73, at: '13:00', zone: L, language: 'en', by: 'fontaine', arrivals: 4, opens: 90 },
  { topic: 'b2b-pricing', day: 77, at: '12:00', zone: NY, language: 'en', by: 'kimani', arrivals: 3, opens: 90, earlyBird: { price: 7500, daysBefore: 14 } },
  { topic: 'e-invoicing', day: 80, at: '11:00', language: 'de', by: 'kowalczyk', arrivals: 0, opens: 56 },
  { topic: 'odoo-manufacturing', day: 90, at: '09:30', language: 'de', by: 'lindner', type: 'workshop', arrivals: 0, opens: 60, earlyBird: { price: 5900, daysBefore: 21 } },
  { topic: 'digital-sovereignty', day: 97, at: '15:00', zone: L, language: 'en', by: 'brandt', approval: true, arrivals: 3, opens: 120, closes: 72 },
  { topic: 'cloud-costs', day: 104, at: '15:00', zone: L, language: 'en', by: 'brandt', arrivals: 0, opens: 60 },
  {
    topic: 'ai-at-work', day: 118, at: '12:00', language: 'en', by: 'okafor', type: 'q-and-a', arrivals: 0, opens: 60,
    title: { en: 'Office Hour: Your AI Pilot', de: 'Sprechstunde: Ihr KI-Pilot' },
  },
  {
    topic: 'digital-sovereignty', day: 132, at: '17:00', language: 'de', by: 'brandt', type: 'panel-discussion', panel: ['demir', 'nguyen', 'petersen'],
    moderator: 'weidmann', arrivals: 0, opens: 60, capacity: 200,
    title: { en: 'Open Panel: How Sovereign Is Sovereign Enough?', de: 'Offenes Podium: Wie souverän ist souverän genug?' },
  },
];

const DRAFTS: Planned[] = [
  { topic: 'ai-act', day: 40, at: '10:00', language: 'de', by: 'petersen', arrivals: 0, state: 'draft' },
  { topic: 'cloud-costs', day: 50, at: '14:00', language: 'de', by: 'brandt', type: 'workshop', capacity: 20, price: 9900, arrivals: 0, state: 'draft', publishIn: 2 },
  { topic: 'process-mining', day: 59, at: '14:00', zone: L, language: 'en', by: 'weidmann', arrivals: 0, state: 'draft', publishIn: 5 },
  { topic: 'postgres-platform', day: 71, at: '14:00', language: 'en', by: 'nguyen', type: 'workshop', arrivals: 0, state: 'draft' },
];

export const SCHEDULE: Planned[] = [...PAST, ...THIS_MONTH, ...LATER, ...DRAFTS];
