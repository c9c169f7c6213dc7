import type { Guest } from './guests';
import type { Place } from './history';
import type { Random } from './random';
import type { Planned } from './schedule';
import { sizeOf } from './words/people';
import type { SpeakerWords } from './words/speakers';
import type { TopicWords } from './words/topics';
import { ACCESSIBILITY, FEEDBACK, HOPES, OFFICE_NOTES, REQUESTS } from './words/voices';

const maybe = <Value>(random: Random, probability: number, value: () => Value): Value | null =>
  random.chance(probability) ? value() : null;

const someOf = (random: Random, items: readonly string[], most: number): string[] | null =>
  items.length > 0 ? random.sample(items, random.between(1, most)) : null;

const SOURCES = [
  ['website', 34, null, null],
  ['email', 24, 'newsletter', 'email'],
  ['social', 20, 'linkedin', 'social'],
  ['search', 10, 'google', 'organic'],
  ['partner', 7, 'partner-site', 'referral'],
  ['referral', 5, null, null],
] as const;

/** How the person found the session. */
const origin = (random: Random, topic: string, at: number) => {
  const [registrationSource, , source, medium] = random.weighted(SOURCES.map((one) => [one, one[1]] as const));
  const isCampaign = registrationSource === 'email' || registrationSource === 'social';
  return {
    registrationSource,
    utmSource: source,
    utmMedium: medium,
    utmCampaign: isCampaign ? `${topic}-${new Date(at).toISOString().slice(0, 7)}` : null,
    utmTerm: registrationSource === 'search' ? topic.replace(/-/g, ' ') : null,
    utmContent: registrationSource === 'social' ? random.pick(['speaker-post', 'company-post', 'carousel']) : null,
  };
};

const CONSENTS = ['terms', 'privacy', 'marketing', 'consultantFollowUp', 'dataProcessing'] as const;

/** Network addresses set aside for documentation (RFC 5737). */
const networkAddress = (random: Random): string =>
  `${random.pick(['192.0.2', '198.51.100', '203.0.113'])}.${random.between(1, 254)}`;

const consentsOf = (random: Random, place: Place, wantsConsultation: boolean) => {
  const given = {
    terms: true,
    privacy: true,
    marketing: random.chance(0.46),
    consultantFollowUp: random.chance(wantsConsultation ? 0.92 : 0.24),
    dataProcessing: random.chance(0.78),
  };
  const from = networkAddress(random);
  const at = new Date(place.registeredAt).toISOString();
  return {
    termsAccepted: given.terms,
    privacyConsent: given.privacy,
    marketingConsent: given.marketing,
    consultantFollowUpConsent: given.consultantFollowUp,
    dataProcessingConsent: given.dataProcessing,
    consents: CONSENTS.map((what) => ({ what, given: given[what], textVersion: '1', at, from })),
  };
};

/** What the person wrote in the form. */
export const formOf = (random: Random, guest: Guest, place: Place, topic: TopicWords, speaker: SpeakerWords) => {
  const { language, company } = guest;
  const consultationInterest = random.chance(0.17);
  return {
    firstName: guest.firstName,
    lastName: guest.lastName,
    email: guest.email,
    phone: guest.phone && random.chance(0.6) ? guest.phone : null,
    country: maybe(random, 0.74, () => company.country),
    company: company.name,
    companySize: maybe(random, 0.68, () => sizeOf(company)),
    position: maybe(random, 0.88, () => guest.position),
    website: maybe(random, 0.16, () => `https://www.${company.domain}`),
    industryVertical: maybe(random, 0.82, () => company.industry),
    currentChallenges: maybe(random, 0.42, () => someOf(random, topic.challenges[language], 2)),
    expertiseInterest: maybe(random, 0.36, () => someOf(random, speaker.expertise, 2)),
    consultationInterest,
    specificQuestions: maybe(random, 0.24, () => someOf(random, topic.questions[language], 1)?.[0] ?? null),
    learningObjectives: maybe(random, 0.2, () => random.pick(HOPES[language])),
    followUpPreferences: maybe(random, 0.6, () =>
      consultationInterest
        ? 'consultation'
        : random.weighted([
            ['email', 5],
            ['resources', 4],
            ['none', 2],
          ] as const),
    ),
    interestedServices: maybe(random, consultationInterest ? 1 : 0.34, () => ({
      oneOnOneConsultation: consultationInterest,
      workshopSeries: random.chance(0.36),
      whitepaperDownloads: random.chance(0.58),
      ongoingMentorship: random.chance(0.08),
    })),
    specialRequirements: maybe(random, 0.035, () => random.pick(REQUESTS[language])),
    accessibilityNeeds: maybe(random, 0.018, () => random.pick(ACCESSIBILITY[language])),
    locale: language,
    internalNotes: maybe(random, 0.014, () => random.pick(OFFICE_NOTES)),
    ...origin(random, topic.key, place.registeredAt),
    ...consentsOf(random, place, consultationInterest),
  };
};

const METHODS = [
  ['card', 62],
  ['sepa_debit', 18],
  ['paypal', 14],
  ['invoice', 6],
] as const;

/** What is known about the money. */
export const paymentOf = (random: Random, place: Place, currency: string) => ({
  paymentStatus: place.paymentStatus,
  paymentAmount: place.amount,
  paymentCurrency: place.amount === null ? null : currency,
  paymentMethod: place.isPaid ? random.weighted(METHODS) : null,
  paymentReference: place.isPaid ? `pi_demo_${random.text('abcdefghijkmnpqrstuvwxyz23456789', 20)}` : null,
});

/** Stars: a good speaker gets more of them. */
const starsFor = (random: Random, speaker: SpeakerWords): 1 | 2 | 3 | 4 | 5 => {
  const quality = speaker.quality.reduce((sum, one) => sum + one, 0) / 4;
  const fives = 30 + (quality - 4.2) * 70;
  return random.weighted([
    [5, fives],
    [4, 32],
    [3, 9],
    [2, 2],
    [1, 0.6],
  ] as const);
};

/** What attendance left behind: minutes, questions, stars and words. */
export const attendanceOf = (
  random: Random,
  guest: Guest,
  place: Place,
  planned: Planned,
  topic: TopicWords,
  speaker: SpeakerWords,
) => {
  if (place.joinedAt === null || place.leftAt === null) {
    return {
      joinedAt: null,
      leftAt: null,
      attendanceDuration: null,
      questionsAsked: 0,
      chatMessages: 0,
      rating: null,
      feedback: null,
    };
  }
  const isLively = planned.type === 'q-and-a' || planned.type === 'workshop';
  const rating = maybe(random, 0.54, () => starsFor(random, speaker));
  const words = topic.praise[guest.language];
  const feedback = (stars: 1 | 2 | 3 | 4 | 5): string =>
    stars >= 4 && words.length > 0 && random.chance(0.34)
      ? random.pick(words)
      : random.pick(FEEDBACK[stars][guest.language]).replace('{speaker}', `${speaker.firstName} ${speaker.lastName}`);
  return {
    joinedAt: place.joinedAt,
    leftAt: place.leftAt,
    attendanceDuration: Math.max(1, Math.round((place.leftAt - place.joinedAt) / 60_000)),
    questionsAsked: random.weighted([
      [0, isLively ? 5 : 14],
      [1, 4],
      [2, isLively ? 2 : 0.8],
      [3, isLively ? 1 : 0.2],
    ] as const),
    chatMessages: random.weighted([
      [0, isLively ? 4 : 9],
      [random.between(1, 3), 6],
      [random.between(4, 12), isLively ? 3 : 1],
    ] as const),
    rating,
    feedback: rating === null ? null : maybe(random, 0.58, () => feedback(rating)),
  };
};
