import { attendanceOf, formOf, paymentOf } from './answers';
import { DAY, HOUR, instantIn, isoDay, MINUTE, workdayFrom } from './calendar';
import { gatherGuests, inviteGuests, type Guest } from './guests';
import { liveThrough, type Happening, type Place, type Rules } from './history';
import { blocks, slugOf } from './letters';
import { createRandom, type Random } from './random';
import { SCHEDULE, type Planned } from './schedule';
import { SPEAKERS, type SpeakerWords } from './words/speakers';
import { TOPICS, type TopicWords } from './words/topics';
import { SOCIAL_COPY } from './words/voices';

/** Attributes by the names of the content type. */
export type Attributes = Record<string, unknown>;

/** One entry to be written; one row per language where the type has languages. Other entries are named by their `key`. */
export type Entry = { key: string; documentId: string; createdAt: number; updatedAt: number; versions: { locale: string | null; attributes: Attributes }[] };

export type Fact = { type: string; at: number; session: string; registration: string | null; data: Attributes; onceKey: string | null };

/** The whole demonstration for one day, ready to be written. Relations hold the keys of other entries. */
export type Programme = { speakers: Entry[]; topics: Entry[]; sessions: Entry[]; registrations: Entry[]; facts: Fact[] };

type Seat = { guest: Guest; place: Place; form: ReturnType<typeof formOf>; payment: ReturnType<typeof paymentOf>; trace: ReturnType<typeof attendanceOf> };

type Run = {
  planned: Planned;
  topic: TopicWords;
  speaker: SpeakerWords;
  random: Random;
  rules: Rules;
  state: 'draft' | 'published' | 'completed' | 'cancelled';
  zone: string;
  duration: number;
  title: { en: string; de?: string };
  seats: Seat[];
  happenings: Happening[];
};

const SITE = 'https://www.magnetiq.example';
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const documentIdFor = (label: string): string => {
  const random = createRandom(`document ${label}`);
  return random.text(LETTERS, 1) + random.text(LETTERS + DIGITS, 23);
};

const byKey = <Item extends { key: string }>(items: readonly Item[], key: string): Item => {
  const found = items.find((item) => item.key === key);
  if (!found) throw new Error(`The schedule names ${key}, which does not exist.`);
  return found;
};

const average = (numbers: readonly number[], digits: number): number | null =>
  numbers.length === 0 ? null : Number((numbers.reduce((sum, one) => sum + one, 0) / numbers.length).toFixed(digits));

/** A part of a whole, from 0 to 1. */
const share = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((part / whole) * 1000) / 1000);

/** When people come forward: more of them as the start draws near, in the hours in which one sits at a desk. */
const arrivalsFor = (planned: Planned, rules: Rules, random: Random, until: number): number[] => {
  const end = Math.min(rules.closes, until, rules.calledOffAt ?? Infinity) - HOUR;
  if (end <= rules.opens) return [];
  const isAhead = rules.starts > until;
  const atDesk = (instant: number): number => {
    const evening = random.chance(0.12);
    const hour = evening ? random.between(18, 20) : random.between(7, 15);
    const moved = Math.floor(instant / DAY) * DAY + hour * HOUR + random.between(0, 3599) * 1000;
    return moved > rules.opens && moved < end ? moved : instant;
  };
  const arrivals = Array.from({ length: planned.arrivals }, (_, index) => {
    // A newsletter went out the day before yesterday: a fifth of those who came did so since.
    const isFresh = isAhead && index % 5 === 0 && end - rules.opens > 3 * DAY;
    const at = isFresh ? end - random.next() * 40 * HOUR : rules.opens + (end - rules.opens) * Math.pow(random.next(), 0.62);
    return Math.floor(atDesk(at));
  });
  return arrivals.sort((a, b) => a - b);
};

/** The far days are whole weeks apart in the schedule; this keeps them from all being the same weekday. */
const spread = (day: number, index: number): number => (Math.abs(day) > 25 ? ((index * 3) % 5) - 2 : 0);

const rulesOf = (planned: Planned, topic: TopicWords, day: string, zone: string, duration: number): Rules => {
  const starts = instantIn(zone, day, planned.at).getTime();
  const ends = starts + duration * MINUTE;
  const closes = planned.closes ? starts - planned.closes * HOUR : ends;
  return {
    opens: Math.floor((starts - (planned.opens ?? 63) * DAY) / DAY) * DAY + 8 * HOUR,
    starts,
    ends,
    closes,
    capacity: planned.capacity === undefined ? topic.capacity : planned.capacity,
    price: planned.price ?? topic.price,
    earlyBird: planned.earlyBird ? { price: planned.earlyBird.price, until: starts - planned.earlyBird.daysBefore * DAY } : null,
    requiresApproval: planned.approval ?? false,
    allowWaitlist: !planned.noWaitlist,
    calledOffAt: planned.calledOff ? starts - planned.calledOff * DAY : null,
    lateCancellation: planned.lateCancellation ?? false,
  };
};

const runOf = (planned: Planned, index: number, today: string, until: number): Omit<Run, 'seats'> & { places: Place[] } => {
  const topic = byKey(TOPICS, planned.topic);
  const random = createRandom(`${today} session ${index} ${planned.topic}`);
  const zone = planned.zone ?? 'Europe/Berlin';
  const duration = planned.duration ?? topic.duration;
  const rules = rulesOf(planned, topic, workdayFrom(today, planned.day + spread(planned.day, index)), zone, duration);
  const { places, happenings } = liveThrough(rules, arrivalsFor(planned, rules, random, until), random, until);
  const isCalledOff = rules.calledOffAt !== null && rules.calledOffAt < until;
  const state = planned.state ?? (isCalledOff ? 'cancelled' : rules.ends <= until ? 'completed' : 'published');
  return { planned, topic, speaker: byKey(SPEAKERS, planned.by), random, rules, state, zone, duration, title: planned.title ?? topic.title, places, happenings };
};

/** Fills the places of every run with people, in the order of the sessions, so that regulars can emerge. */
const seatEveryone = (today: string, until: number): Run[] => {
  const guests = gatherGuests(880, createRandom(`${today} guests`));
  const regulars: Guest[] = [];
  return SCHEDULE.map((planned, index) => {
    const { places, ...run } = runOf(planned, index, today, until);
    const { random, topic, speaker } = run;
    const invited = inviteGuests(guests, regulars, planned.language, places.length, random);
    if (invited.length < places.length) throw new Error(`Too few guests for session ${index}.`);
    const seats = places.map((place, i): Seat => {
      const guest = invited[i] as Guest; // checked above: as many as places
      return {
        guest,
        place,
        form: formOf(random, guest, place, topic, speaker),
        payment: paymentOf(random, place, topic.currency),
        trace: attendanceOf(random, guest, place, planned, topic, speaker),
      };
    });
    regulars.push(...invited.filter((guest) => !regulars.includes(guest)));
    return { ...run, seats };
  });
};

const came = (run: Run): Seat[] => run.seats.filter((seat) => seat.place.state === 'attended');
const ratingsOf = (seats: readonly Seat[]): number[] => seats.flatMap((seat) => seat.trace.rating ?? []);
const tookPart = (seats: readonly Seat[]): Seat[] => seats.filter((seat) => seat.trace.questionsAsked + seat.trace.chatMessages > 0);
const askedForAdvice = (seats: readonly Seat[]): Seat[] => seats.filter((seat) => seat.form.consultationInterest);

const performanceOf = (speaker: SpeakerWords, runs: readonly Run[]): Attributes => {
  const held = runs.filter((run) => run.speaker === speaker && run.state === 'completed');
  const attendees = held.flatMap(came);
  const people = new Map<string, number>();
  for (const { guest } of attendees) people.set(guest.email, (people.get(guest.email) ?? 0) + 1);
  return {
    totalWebinars: held.length,
    averageRating: average(ratingsOf(attendees), 2) ?? 0,
    attendeeCount: attendees.length,
    engagementRate: share(tookPart(attendees).length, attendees.length),
    conversionRate: share(askedForAdvice(attendees).length, attendees.length),
    repeatBookings: [...people.values()].filter((times) => times > 1).length,
  };
};

const speakerEntry = (speaker: SpeakerWords, runs: readonly Run[], today: string, until: number): Entry => {
  const random = createRandom(`${today} speaker ${speaker.key}`);
  const name = [speaker.title, speaker.firstName, speaker.lastName].filter(Boolean).join(' ');
  const handle = slugOf(`${speaker.firstName} ${speaker.lastName}`);
  const isInternal = speaker.consultantType === 'internal';
  const [contentQualityScore, technicalSetupScore, engagementScore, professionalismScore] = speaker.quality;
  const shared: Attributes = {
    firstName: speaker.firstName,
    lastName: speaker.lastName,
    email: `${slugOf(speaker.firstName)}.${slugOf(speaker.lastName)}@${isInternal ? 'magnetiq.example' : `${slugOf(speaker.company)}.example`}`,
    phone: speaker.phone,
    company: speaker.company,
    expertise: speaker.expertise,
    industries: speaker.industries,
    experienceLevel: speaker.experienceLevel,
    photoUrl: `/demo/speakers/${speaker.key}.svg`,
    linkedinUrl: `https://linkedin.example/in/${handle}`,
    websiteUrl: isInternal ? `${SITE}/team/${handle}` : `https://www.${slugOf(speaker.company)}.example`,
    bookingUrl: speaker.availability === 'unavailable' ? null : `${SITE}/book/${handle}`,
    consultantId: isInternal ? `MQ-${100 + SPEAKERS.indexOf(speaker)}` : null,
    isInternal,
    consultantType: speaker.consultantType,
    linkedinData: {
      profileId: handle,
      headline: speaker.headline,
      connections: speaker.connections,
      recommendations: speaker.recommendations,
      lastSynced: until - random.between(1, 60) * HOUR,
    },
    credentials: {
      certifications: speaker.certifications,
      education: speaker.education,
      publications: speaker.publications,
      speakingExperience: speaker.speakingExperience,
    },
    performance: performanceOf(speaker, runs),
    businessSettings: {
      hourlyRate: speaker.hourlyRate,
      currency: speaker.phone.startsWith('+1') ? 'USD' : 'EUR',
      availableForConsultations: speaker.availability === 'available',
      revenueSharePercentage: speaker.revenueSharePercentage,
      preferredPaymentTerms: isInternal ? 'internal' : '30 days net',
    },
    branding: { brandColors: speaker.brandColors, customTemplates: [] },
    isActive: speaker.active !== false,
    availabilityStatus: speaker.availability,
    nextAvailableDate: workdayFrom(today, speaker.freeInDays),
    qualityMetrics: { contentQualityScore, technicalSetupScore, engagementScore, professionalismScore },
    webinarSettings: {
      preferredDuration: 60,
      availableTimezones: speaker.phone.startsWith('+1') ? ['America/New_York'] : speaker.phone.startsWith('+44') ? ['Europe/London', 'Europe/Berlin'] : ['Europe/Berlin'],
      technicalRequirements: 'Wired network, external camera, 1080p.',
      specialInstructions: speaker.instructions ?? null,
    },
    integration: { calendarIntegration: isInternal, emailNotifications: true },
    testimonials: speaker.testimonials,
    whitepapers: speaker.whitepapers.map(({ title, path, locale }) => ({ title, url: `${SITE}/papers/${path}`, locale })),
  };
  const version = (locale: 'en' | 'de') => ({
    locale,
    attributes: {
      ...shared,
      title: speaker.title ?? null,
      position: speaker.position[locale],
      biography: blocks(speaker.biography[locale]),
      slug: handle,
      seo: {
        metaTitle: `${name} · Magnetiq`,
        metaDescription: (speaker.biography[locale][0] ?? '').slice(0, 157).replace(/\s+\S*$/, ' …'),
        keywords: speaker.expertise,
        image: `/demo/speakers/${speaker.key}.svg`,
      },
    },
  });
  const createdAt = until - random.between(420, 700) * DAY;
  return { key: speaker.key, documentId: documentIdFor(`speaker ${speaker.key}`), createdAt, updatedAt: until - random.between(1, 30) * DAY, versions: [version('en'), version('de')] };
};

const topicEntry = (topic: TopicWords, today: string, until: number): Entry => {
  const random = createRandom(`${today} topic ${topic.key}`);
  const shared: Attributes = {
    category: topic.category,
    tags: topic.tags,
    difficultyLevel: topic.difficulty,
    defaultDuration: topic.duration,
    defaultPrice: topic.price,
    defaultCurrency: topic.currency,
    defaultCapacity: topic.capacity,
    thumbnailUrl: `/demo/topics/${topic.key}.svg`,
    promotionalImageUrl: `/demo/topics/${topic.key}-wide.svg`,
    odooProductId: topic.odooProductId ?? null,
    state: topic.state ?? 'active',
  };
  const versions = (['en', 'de'] as const).flatMap((locale) => {
    const title = topic.title[locale];
    if (title === undefined) return [];
    const description = topic.description[locale] ?? [];
    return {
      locale,
      attributes: {
        ...shared,
        title,
        slug: slugOf(title),
        description: blocks(description),
        learningObjectives: topic.objectives[locale] ?? [],
        prerequisites: topic.prerequisites[locale] ?? null,
        targetAudience: topic.audience[locale] ?? null,
        agenda: topic.agenda.map(([offset, text, speaker]) => ({ offset, title: text[locale] ?? text.en, speaker: speaker ?? null })),
        seo: {
          metaTitle: title.slice(0, 60),
          metaDescription: (description[0] ?? '').slice(0, 157).replace(/\s+\S*$/, ' …'),
          keywords: topic.keywords,
          image: `/demo/topics/${topic.key}-wide.svg`,
        },
      },
    };
  });
  const createdAt = until - random.between(360, 680) * DAY;
  return { key: topic.key, documentId: documentIdFor(`topic ${topic.key}`), createdAt, updatedAt: until - random.between(2, 60) * DAY, versions };
};

const MEETING = {
  zoom: (room: string) => `https://zoom.example/j/${room}`,
  teams: (room: string) => `https://teams.example/meet/${room}`,
  webex: (room: string) => `https://webex.example/meet/${room}`,
  custom: (room: string) => `https://meet.magnetiq.example/${room}`,
};

/** A session's figures, all from the rows of its registrations. */
const figuresOf = (run: Run): Attributes => {
  const attendees = came(run);
  const active = run.seats.filter((seat) => seat.place.state !== 'cancelled');
  const paid = run.seats.filter((seat) => seat.place.paymentStatus === 'completed');
  const revenue = paid.reduce((sum, seat) => sum + (seat.place.amount ?? 0), 0);
  const consultantRevenue = Math.round((revenue * run.speaker.revenueSharePercentage) / 100);
  const wants = (service: 'oneOnOneConsultation' | 'whitepaperDownloads') => active.filter((seat) => seat.form.interestedServices?.[service]).length;
  const isOver = run.state === 'completed';
  const stayed = attendees.filter((seat) => (seat.trace.attendanceDuration ?? 0) >= run.duration * 0.75);
  const views = run.seats.length === 0 ? run.random.between(3, 40) : Math.round(run.seats.length * (3.5 + run.random.next() * 4));
  return {
    viewCount: run.state === 'draft' ? 0 : views,
    averageRating: isOver ? average(ratingsOf(attendees), 2) : null,
    completionRate: isOver ? share(stayed.length, attendees.length) : null,
    revenueSharing: { consultantRevenue, platformRevenue: revenue - consultantRevenue, revenueSharePercentage: run.speaker.revenueSharePercentage },
    consultantMetrics: isOver
      ? {
          expertiseRelevanceScore: Math.round((4 + run.random.next()) * 10) / 10,
          audienceEngagementRate: share(tookPart(attendees).length, attendees.length),
          followUpBookings: Math.round(askedForAdvice(attendees).length * 0.4),
          leadQualityScore: Math.round((3.2 + run.random.next() * 1.6) * 10) / 10,
        }
      : null,
    followUpOpportunities: {
      consultationRequests: wants('oneOnOneConsultation'),
      whitepaperDownloads: wants('whitepaperDownloads'),
      socialConnections: isOver ? Math.round(attendees.length * (0.05 + run.random.next() * 0.1)) : 0,
      businessInquiries: isOver ? Math.round(askedForAdvice(attendees).length * 0.25) : 0,
    },
  };
};

const whenInWords = (run: Run, locale: 'en' | 'de'): string =>
  new Intl.DateTimeFormat(locale === 'de' ? 'de-DE' : 'en-GB', { timeZone: run.zone, day: 'numeric', month: 'long' }).format(run.rules.starts);

const textsOf = ({ planned }: Run): Attributes[] => {
  if (!planned.title) return [];
  const { title, note } = planned;
  return (['en', 'de'] as const).map((locale) => ({ locale, title: title[locale], description: note?.[locale] ?? null }));
};

const postsOf = (run: Run): Attributes[] => {
  const speaker = `${run.speaker.firstName} ${run.speaker.lastName}`;
  const index = run.random.between(0, 2);
  return (['en', 'de'] as const).map((locale) => ({
    locale,
    text: (SOCIAL_COPY[locale][index] ?? '')
      .replace('{title}', run.title[locale] ?? run.title.en)
      .replaceAll('{speaker}', speaker)
      .replace('{when}', whenInWords(run, locale)),
  }));
};

const INTERACTION = { 'single-speaker': 'lecture', 'panel-discussion': 'interactive', workshop: 'hands-on', 'q-and-a': 'interactive' } as const;

const sessionEntry = (run: Run, index: number, slugs: Set<string>, today: string, until: number): Entry => {
  const { planned, topic, rules, random } = run;
  const day = isoDay(new Date(rules.starts));
  let slug = `${slugOf(run.title.en)}-${day}`;
  for (let n = 2; slugs.has(slug); n += 1) slug = `${slugOf(run.title.en)}-${day}-${n}`;
  slugs.add(slug);
  const platform = planned.platform ?? 'zoom';
  const type = planned.type ?? 'single-speaker';
  const isConfidential = topic.key === 'digital-sovereignty' && type === 'single-speaker';
  const recordingEnabled = !isConfidential && type !== 'workshop';
  const isFreeAndOpen = rules.closes === rules.ends;
  const attributes: Attributes = {
    slug,
    topic: planned.topic,
    speaker: planned.by,
    panelists: planned.panel ?? [],
    moderator: planned.moderator ?? null,
    backupFacilitator: planned.backup ?? null,
    texts: textsOf(run),
    socialMediaCopy: postsOf(run),
    datetime: rules.starts,
    duration: run.duration,
    timezone: run.zone,
    language: planned.language,
    sessionType: type,
    consultantFocus: {
      primaryExpertise: run.speaker.expertise[0],
      secondaryTopics: topic.tags.slice(0, 2),
      targetAudience: topic.audience[planned.language]?.replace(/\.$/, '').split(/, | and | und /) ?? [],
    },
    price: rules.price,
    currency: topic.currency,
    earlyBirdPrice: rules.earlyBird?.price ?? null,
    earlyBirdEndsAt: rules.earlyBird?.until ?? null,
    capacity: rules.capacity,
    requiresApproval: rules.requiresApproval,
    allowWaitlist: rules.allowWaitlist,
    registrationOpensAt: rules.opens,
    registrationClosesAt: isFreeAndOpen ? null : rules.closes,
    platform,
    meetingUrl: run.state === 'draft' ? null : MEETING[platform](random.text(DIGITS, 11)),
    meetingPassword: run.state === 'draft' ? null : random.text(CROCKFORD, 6),
    recordingEnabled,
    recordingUrl: run.state === 'completed' && recordingEnabled ? `https://media.magnetiq.example/recordings/${slug}` : null,
    materialsUrl: topic.state === 'draft' || isConfidential ? null : `/demo/handouts/${topic.key}-${planned.language}.html`,
    slidesUrl: run.state === 'completed' && !isConfidential ? `https://media.magnetiq.example/slides/${slug}.pdf` : null,
    certificateTemplate: isConfidential || type === 'q-and-a' ? null : 'standard',
    promotionalImageUrl: null,
    state: run.state,
    scheduledPublishAt: planned.publishIn ? instantIn(run.zone, workdayFrom(today, planned.publishIn), '09:00').getTime() : null,
    consultantConfiguration: {
      sessionType: type === 'panel-discussion' || type === 'workshop' ? type : 'single-expert',
      consultantRole: type === 'panel-discussion' || type === 'workshop' ? 'facilitator' : 'presenter',
      interactionLevel: INTERACTION[type],
    },
    createOdooEvent: rules.price > 0,
    createCalendarEvent: true,
    scheduleVersion: run.state === 'cancelled' ? 1 : 0,
    ...figuresOf(run),
  };
  const documentId = documentIdFor(`${today} session ${index}`);
  const createdAt = Math.min(rules.opens - random.between(2, 20) * DAY, until - random.between(2, 30) * HOUR);
  const updatedAt = run.state === 'completed' ? rules.ends : (rules.calledOffAt ?? Math.max(createdAt, until - random.between(3, 90) * HOUR));
  return { key: String(index), documentId, createdAt, updatedAt, versions: [{ locale: null, attributes }] };
};

const registrationEntry = (seat: Seat, session: Entry, index: number, today: string): Entry => {
  const { place, form, payment, trace } = seat;
  const label = `${today} ${session.key} ${index}`;
  return {
    key: `${session.key}/${index}`,
    documentId: documentIdFor(`registration ${label}`),
    createdAt: place.registeredAt,
    updatedAt: place.updatedAt,
    versions: [
      {
        locale: null,
        attributes: {
          session: session.key,
          sessionDocumentId: session.documentId,
          reference: `W${createRandom(`reference ${label}`).text(CROCKFORD, 10)}`,
          registeredAt: place.registeredAt,
          state: place.state,
          waitlistPosition: place.waitlistPosition,
          holdExpiresAt: place.holdExpiresAt,
          cancelReason: place.cancelReason,
          cancelledAt: place.cancelledAt,
          ...form,
          ...payment,
          ...trace,
        },
      },
    ],
  };
};

/** What the event log would have recorded about the session itself. */
const sessionFacts = (run: Run, session: Entry, until: number): Fact[] => {
  if (run.state === 'draft') return [];
  const { rules } = run;
  const fact = (type: string, at: number, onceKey: string | null = null): Fact => ({
    type: `session.${type}`,
    at,
    session: session.documentId,
    registration: null,
    data: {},
    onceKey,
  });
  const once = (name: string, at: number) => `${name}:${session.documentId}:${Math.floor(at / 1000)}`;
  const closes = Math.min(rules.closes, rules.ends);
  const facts = [
    fact('published', Math.min(rules.opens, session.createdAt + HOUR)),
    fact('registration_opened', rules.opens, once('opened', rules.opens)),
    fact('registration_closed', closes, once('closed', closes)),
    fact('went_live', rules.starts),
    fact('completed', rules.ends),
  ].filter(({ at }) => at < until && (rules.calledOffAt === null || at < rules.calledOffAt));
  return run.state === 'cancelled' && rules.calledOffAt !== null ? [...facts, fact('cancelled', rules.calledOffAt)] : facts;
};

/** Plans the whole demonstration for the day of `now`. The same day gives the same programme, whatever the hour. */
export const planProgramme = (now: Date): Programme => {
  const today = isoDay(now);
  const until = Date.parse(`${today}T00:00:00Z`);
  const runs = seatEveryone(today, until);
  const slugs = new Set<string>();
  const sessions = runs.map((run, index) => sessionEntry(run, index, slugs, today, until));
  const seated = runs.map((run, index) => run.seats.map((seat, i) => ({ seat, entry: registrationEntry(seat, sessions[index] as Entry, i, today) })));
  const facts = runs.flatMap((run, index) => {
    const session = sessions[index] as Entry; // as many sessions as runs
    const entryOf = new Map((seated[index] ?? []).map(({ seat, entry }) => [seat.place, entry.documentId]));
    const ofPeople = run.happenings.map(
      ({ type, at, place, data }): Fact => ({ type, at, session: session.documentId, registration: entryOf.get(place) ?? null, data, onceKey: null }),
    );
    return [...sessionFacts(run, session, until), ...ofPeople];
  });
  return {
    speakers: SPEAKERS.map((speaker) => speakerEntry(speaker, runs, today, until)),
    topics: TOPICS.map((topic) => topicEntry(topic, today, until)),
    sessions,
    // In the order in which people registered, as a table grows that lives for a year.
    registrations: seated
      .flat()
      .map(({ entry }) => entry)
      .sort((a, b) => a.createdAt - b.createdAt || a.key.localeCompare(b.key)),
    facts: facts.sort((a, b) => a.at - b.at),
  };
};
