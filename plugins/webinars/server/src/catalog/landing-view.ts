import {
  OPTIONAL_CONSENTS,
  REQUIRED_CONSENTS,
  type Card,
  type Landing,
  type Profile,
} from '../../../contracts/catalog';
import { presenterOf, type Drawing, type Still } from './card';
import type { Detail, ProfileRow } from './landing-rows';
import type { PersonRow, SessionRow } from './session-rows';
import { listOfTexts } from './texts';
import { clockIn } from './timeframe';

const MINUTE = 60_000;

type Seo = { metaTitle: string | null; metaDescription: string | null; keywords: unknown; image: string | null } | null;
const seoOf = (seo: Seo | undefined): Landing['seo'] => (seo ? { ...seo, keywords: listOfTexts(seo.keywords) } : null);

const profileOf = (person: PersonRow, row: ProfileRow | undefined, numbers: Drawing['numbers']): Profile => ({
  ...presenterOf(person, numbers),
  role: person.role,
  biography: row?.biography ?? null,
  websiteUrl: row?.websiteUrl ?? null,
  education: listOfTexts(row?.credentials?.education),
  publications: listOfTexts(row?.credentials?.publications),
  speakingYears: row?.credentials?.speakingYears ?? null,
  availabilityStatus: row?.availabilityStatus ?? null,
  nextAvailableDate: row?.nextAvailableDate ?? null,
  brandColors: listOfTexts(row?.brandColors),
  completionRate: numbers.get(person.documentId)?.completionRate ?? null,
  testimonials: row?.testimonials ?? [],
  whitepapers: row?.whitepapers ?? [],
  seo: seoOf(row?.seo),
});

const contentOf = (session: SessionRow, detail: Detail, locale: string): Landing['content'] => {
  const { topic } = detail;
  const own = session.texts?.find((text) => text.locale === locale) ?? session.texts?.[0];
  return {
    description: topic?.description ?? null,
    about: own?.description ?? null,
    learningObjectives: listOfTexts(topic?.learningObjectives),
    targetAudience: topic?.targetAudience ?? null,
    prerequisites: topic?.prerequisites ?? null,
    agenda: (topic?.agenda ?? []).map(({ title, offset, speaker }) => {
      const startsAt = new Date(session.datetime.getTime() + (offset ?? 0) * MINUTE);
      return {
        title: title ?? '',
        offset: offset ?? 0,
        startsAt: startsAt.toISOString(),
        clock: clockIn(startsAt, session.timezone),
        speaker,
      };
    }),
    materials: {
      hasMaterials: detail.hasMaterials,
      hasSlides: detail.hasSlides,
      hasCertificate: detail.hasCertificate,
      isRecorded: detail.isRecorded,
    },
  };
};

/** A landing page as far as it stands still: what the moment adds is seats, prices and availability, its own and its neighbours'. */
export type StillLanding = {
  still: Still;
  detail: Detail;
  presenters: Profile[];
  content: Landing['content'];
  related: Still[];
  upcoming: Still[];
  past: Still[];
};

export type LandingRows = {
  session: SessionRow;
  still: Still;
  detail: Detail;
  profiles: readonly ProfileRow[];
  related: Still[];
  upcoming: Still[];
  past: Still[];
};

/** Draws what stands still of a landing page. One person may sit on the panel and moderate it; everybody is shown once. */
export const stillLandingOf = (rows: LandingRows, drawing: Drawing): StillLanding => {
  const profiles = new Map(rows.profiles.map((profile) => [profile.documentId, profile]));
  const people = (rows.session.people ?? []).filter(
    (person, index, all) => all.findIndex(({ documentId }) => documentId === person.documentId) === index,
  );
  return {
    still: rows.still,
    detail: rows.detail,
    presenters: people.map((person) => profileOf(person, profiles.get(person.documentId), drawing.numbers)),
    content: contentOf(rows.session, rows.detail, drawing.locale),
    related: rows.related,
    upcoming: rows.upcoming,
    past: rows.past,
  };
};

const RELATED_SHOWN = 6;

type ConsentTexts = Landing['registration']['consents']['texts'];

const registrationOf = (card: Card, presenters: readonly Profile[], texts: ConsentTexts): Landing['registration'] => ({
  ...card.registration,
  isFullyBooked: card.availability === 'waitlist' || card.availability === 'full',
  isPaid: card.price.amount > 0,
  consents: { required: [...REQUIRED_CONSENTS], optional: [...OPTIONAL_CONSENTS], texts },
  consultants: presenters.map(({ documentId, name, isBookable, nextAvailableDate, bookingUrl }) => ({
    documentId,
    name,
    isBookable,
    nextAvailableDate,
    bookingUrl,
  })),
  relatedServices: {
    consultations: presenters.some(({ isBookable }) => isBookable),
    workshops: card.sessionType === 'workshop',
    whitepapers: presenters.some(({ whitepapers }) => whitepapers.length > 0),
  },
});

const socialProofOf = (registered: number, { presenters, detail }: StillLanding): Landing['socialProof'] => {
  const stage = presenters.filter(({ role }) => role !== 'moderator');
  const ratings = stage.reduce((sum, { rating }) => sum + (rating?.count ?? 0), 0);
  const points = stage.reduce((sum, { rating }) => sum + (rating ? rating.average * rating.count : 0), 0);
  return {
    attendees: stage.reduce((sum, { attendees }) => sum + attendees, 0),
    sessionsHeld: stage.reduce((sum, { sessionsHeld }) => sum + sessionsHeld, 0),
    rating: ratings === 0 ? null : { average: Math.round((points / ratings) * 10) / 10, count: ratings },
    registered,
    registeredThisWeek: detail.registeredThisWeek,
    views: detail.views,
  };
};

/** The landing page at this moment. `cardAt` draws a card with the seats of the moment. */
export const landingOf = (
  page: StillLanding,
  registered: number,
  texts: ConsentTexts,
  cardAt: (still: Still) => Card,
): Landing => {
  const card = cardAt(page.still);
  const related = page.related.map(cardAt);
  const upcoming = page.upcoming.map(cardAt);
  const { detail } = page;
  const near = [
    ...related,
    ...upcoming.filter((other) => !related.some(({ documentId }) => documentId === other.documentId)),
  ];
  return {
    ...card,
    promotionalImageUrl: detail.promotionalImageUrl ?? detail.topic?.promotionalImageUrl ?? card.thumbnailUrl,
    content: page.content,
    presenters: page.presenters,
    registration: registrationOf(card, page.presenters, texts),
    related: related.slice(0, RELATED_SHOWN),
    alternatives:
      card.availability === 'open'
        ? []
        : near.filter(({ availability }) => availability === 'open').slice(0, RELATED_SHOWN),
    speakerSessions: { upcoming, past: page.past.map(cardAt) },
    socialProof: socialProofOf(registered, page),
    seo: seoOf(detail.topic?.seo),
  };
};
