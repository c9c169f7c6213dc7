import type { Card, Presenter } from '../../../contracts/catalog';
import type { Locale } from '../kernel/text';
import { availability, endsAt, priceOf, registrationClosesAt, spotsLeft, type Session } from '../sessions';
import { panelSizeOf } from './filters';
import type { Live, Numbers } from './queries';
import type { PersonRow, SessionRow } from './session-rows';
import { listOfTexts, summaryOf, wordsOf } from './texts';

/** A card as far as it holds until an editor changes something; the moment's price, seats and availability are added to it. */
export type Still = { session: Omit<Session, 'registrationCount' | 'waitlistCount' | 'scheduleVersion'>; face: Face };
type Face = Omit<Card, 'price' | 'seats' | 'availability'>;

/** What every card of one answer is drawn with. */
export type Drawing = {
  locale: Locale;
  fallback: Locale;
  bases: Bases;
  numbers: ReadonlyMap<string, Numbers>;
};

/** Where this instance answers, and where the pages are that people read. Without a slash at the end. */
export type Bases = { publicUrl: string; siteUrl: string };

const rounded = (average: number): number => Math.round(average * 10) / 10;

const linkedinOf = ({ linkedinUrl, linkedin }: PersonRow): Presenter['linkedin'] =>
  linkedinUrl || linkedin
    ? {
        url: linkedinUrl,
        headline: linkedin?.headline ?? null,
        connections: linkedin?.connections ?? null,
        isVerified: Boolean(linkedin?.profileId),
      }
    : null;

export const presenterOf = (person: PersonRow, numbers: Drawing['numbers']): Presenter => {
  const counted = numbers.get(person.documentId);
  const firstName = person.firstName ?? '';
  const lastName = person.lastName ?? '';
  return {
    documentId: person.documentId,
    slug: person.slug,
    name: `${firstName} ${lastName}`.trim(),
    firstName,
    lastName,
    title: person.title,
    position: person.position,
    company: person.company,
    photoUrl: person.photoUrl,
    logoUrl: person.logoUrl,
    consultantType: person.consultantType,
    experienceLevel: person.experienceLevel,
    expertise: listOfTexts(person.expertise),
    industries: listOfTexts(person.industries),
    certifications: listOfTexts(person.certifications),
    linkedin: linkedinOf(person),
    rating:
      counted?.average != null && counted.ratings > 0
        ? { average: rounded(counted.average), count: counted.ratings }
        : null,
    attendees: counted?.attendees ?? 0,
    sessionsHeld: counted?.sessionsHeld ?? 0,
    isBookable: person.isBookable === true,
    bookingUrl: person.isBookable ? person.bookingUrl : null,
    hasProfile: person.isActive === true,
  };
};

const linksOf = ({ slug, documentId }: SessionRow, title: string, { publicUrl, siteUrl }: Bases): Card['links'] => {
  const name = encodeURIComponent(slug ?? documentId);
  const api = `${publicUrl}/api/webinars/sessions/${name}`;
  const landing = `${siteUrl}/webinars/${name}`;
  return {
    landing,
    calendar: `${api}/calendar.ics`,
    register: `${api}/registrations`,
    share: {
      linkedin: `https://www.linkedin.com/sharing/share-offsite/?${new URLSearchParams({ url: landing }).toString()}`,
      x: `https://x.com/intent/post?${new URLSearchParams({ text: title, url: landing }).toString()}`,
    },
  };
};

/** Draws what stands still of a card. */
export const stillOf = (row: SessionRow, drawing: Drawing): Still => {
  const words = wordsOf(row, drawing.locale, drawing.fallback);
  const people = row.people ?? [];
  const by = (role: PersonRow['role']) =>
    people.filter((person) => person.role === role).map((person) => presenterOf(person, drawing.numbers));
  const speaker = by('speaker')[0] ?? null;
  const panelists = by('panelist');
  const { topic, focus } = row;
  return {
    session: row,
    face: {
      documentId: row.documentId,
      slug: row.slug,
      title: words.title,
      summary: summaryOf(words.description),
      locale: words.locale,
      language: row.language,
      // Reads ask for public states only.
      state: row.state as Card['state'],
      sessionType: (row.sessionType ?? 'single-speaker') as Card['sessionType'],
      panelSize: panelSizeOf((speaker ? 1 : 0) + panelists.length),
      startsAt: row.datetime.toISOString(),
      endsAt: endsAt(row).toISOString(),
      duration: row.duration,
      timezone: row.timezone,
      thumbnailUrl: topic?.thumbnailUrl ?? row.promotionalImageUrl ?? topic?.promotionalImageUrl ?? null,
      topic: topic && {
        documentId: topic.documentId,
        slug: topic.slug,
        title: topic.title,
        category: topic.category,
        difficultyLevel: topic.difficultyLevel,
      },
      tags: listOfTexts(topic?.tags),
      focus: focus && {
        primaryExpertise: focus.primaryExpertise,
        secondaryTopics: listOfTexts(focus.secondaryTopics),
        targetAudience: listOfTexts(focus.targetAudience),
      },
      speaker,
      panelists,
      moderator: by('moderator')[0] ?? null,
      testimonial: row.quote,
      rating: row.averageRating === null ? null : rounded(row.averageRating),
      recordingUrl: row.state === 'completed' ? row.recordingUrl : null,
      requiresApproval: row.requiresApproval,
      allowWaitlist: row.allowWaitlist,
      registration: {
        opensAt: row.registrationOpensAt?.toISOString() ?? null,
        closesAt: registrationClosesAt(row).toISOString(),
      },
      links: linksOf(row, words.title, drawing.bases),
    },
  };
};

type Seats = Omit<Live, 'id'>;

/** What a card says about this very moment. */
export const momentOf = (
  still: Still['session'],
  { registrationCount, waitlistCount }: Seats,
  now: Date,
): Pick<Card, 'price' | 'seats' | 'availability'> => {
  const session = { ...still, registrationCount, waitlistCount };
  const { amount, regular, currency, earlyBird } = priceOf(session, now);
  return {
    price: {
      amount,
      regular,
      currency,
      isFree: amount === 0,
      earlyBird: earlyBird && { amount: earlyBird.amount, endsAt: earlyBird.endsAt.toISOString() },
    },
    seats: { capacity: session.capacity, left: spotsLeft(session), waiting: waitlistCount },
    availability: availability(session, now),
  };
};

const NOBODY: Seats = { registrationCount: 0, waitlistCount: 0 };

export const cardOf = (still: Still, live: Seats | undefined, now: Date): Card => ({
  ...still.face,
  ...momentOf(still.session, live ?? NOBODY, now),
});
