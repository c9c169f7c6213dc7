import { z } from 'zod';

export const TIMEFRAMES = ['this-week', 'this-month', 'all-upcoming', 'past'] as const;
export const DIFFICULTIES = ['beginner', 'intermediate', 'advanced'] as const;
export const SESSION_TYPES = ['single-speaker', 'panel-discussion', 'workshop', 'q-and-a'] as const;
export const CONSULTANT_TYPES = ['internal', 'external', 'partner'] as const;
export const EXPERIENCE_LEVELS = ['junior', 'senior', 'expert'] as const;
export const PANEL_SIZES = ['single', 'small-panel', 'large-panel'] as const;
export const LANGUAGES = ['en', 'de'] as const;
export const SORTS = ['date', '-date', 'price', '-price', 'popularity', 'rating', 'relevance'] as const;
export const AVAILABILITY = ['open', 'waitlist', 'full', 'not_open_yet', 'closed', 'cancelled', 'completed'] as const;

// A form without script sends every field it has: one left empty is one left out.
const leftOut = (value: unknown) => (value === '' || value === null ? undefined : value);
const optional = <Schema extends z.ZodType>(schema: Schema) => z.preprocess(leftOut, schema.optional());
const withDefault = <Schema extends z.ZodType>(schema: Schema, usual: string) =>
  z.preprocess((given) => leftOut(given) ?? usual, schema);

// Messages are keys, which the edge says in the visitor's language.
const text = z.string('once').max(200);
// Control characters mean nothing in a name or a search, and PostgreSQL cannot take a null byte.
const word = text.transform((given) =>
  given
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cs}]+/gu, ' ')
    .trim(),
);

// `a=1&a=2`, `a[]=1&a[]=2` and, beyond the query parser's limit for arrays, an object with numbers for keys.
const asList = (given: unknown): unknown => {
  if (typeof given === 'object' && given !== null && !Array.isArray(given)) {
    const keys = Object.keys(given);
    return keys.length > 0 && keys.every((key) => /^\d+$/.test(key)) ? asList(Object.values(given)) : given;
  }
  const list = (Array.isArray(given) ? given : [given]).filter((entry) => leftOut(entry) !== undefined);
  return list.length > 0 ? list : undefined;
};
const words = z.preprocess(asList, z.array(word, 'list').max(50).optional());

const whole = (min: number, max: number, range: string) =>
  text.regex(/^\d+$/, 'whole').transform(Number).pipe(z.number().min(min, range).max(max, range));

const orAll = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  optional(z.enum([...values, 'all'])).transform((given) =>
    given === 'all' ? undefined : (given as Values[number] | undefined),
  );

/** The specification's WebinarFilters as query parameters. A parameter nobody knows is refused, not ignored. */
export const catalogQuery = z
  .strictObject({
    timeframe: withDefault(z.enum(TIMEFRAMES), 'all-upcoming').meta({
      description:
        'Sessions that have not ended yet (all, or what begins before this week or month ends in the time zone of the programme), or past ones. Default: all-upcoming',
    }),
    category: optional(word),
    difficulty: optional(z.enum(DIFFICULTIES)),
    price: orAll(['free', 'paid']).meta({ description: 'By the price now: free as long as an early bird is free' }),
    speaker: optional(word).meta({ description: 'Slug or documentId of a speaker or panelist' }),
    consultantType: orAll(CONSULTANT_TYPES),
    expertise: words.meta({ description: 'Repeatable; any of them' }),
    minRating: optional(
      text
        .regex(/^\d(\.\d{1,2})?$/, 'stars')
        .transform(Number)
        .pipe(z.number().max(5, 'stars')),
    ).meta({ description: 'Lowest average rating of the speaker, 0 to 5' }),
    hasFollowUp: optional(z.enum(['true', 'false']))
      .transform((given) => given === 'true')
      .meta({ description: 'true: only speakers who can be booked for a consultation' }),
    industry: words.meta({ description: 'Repeatable; any of them' }),
    experienceLevel: optional(z.enum(EXPERIENCE_LEVELS)),
    certifications: words.meta({ description: 'Repeatable; all of them' }),
    language: orAll(LANGUAGES).meta({ description: 'The language that is spoken' }),
    search: optional(word).meta({ description: 'Words, "a phrase", or, -not; the last word may be unfinished' }),
    sessionType: orAll(SESSION_TYPES),
    panelSize: optional(z.enum(PANEL_SIZES)).meta({ description: 'One on stage, two or three, four or more' }),
    tag: optional(word),
    locale: withDefault(z.enum(LANGUAGES), 'en').meta({
      description: 'The language of the texts; where there are none in it, those in the default language',
    }),
    sort: optional(z.enum(SORTS)).meta({
      description: 'Default: date; the latest first (-date) for past sessions; relevance with a search',
    }),
    page: withDefault(whole(1, 100_000, 'page'), '1'),
    pageSize: withDefault(whole(1, 100, 'pageSize'), '25'),
  })
  .refine((query) => query.sort !== 'relevance' || Boolean(query.search), {
    path: ['sort'],
    error: 'searchless',
    when: () => true,
  });

export type CatalogQuery = z.output<typeof catalogQuery>;

export const landingQuery = z.strictObject({
  locale: withDefault(z.enum(LANGUAGES), 'en').meta({ description: 'The language of the texts' }),
});

const instant = z.iso.datetime().meta({ description: 'UTC' });
const minorUnits = z.int().min(0).meta({ description: 'Minor units of the currency' });
const url = z.string();

export const price = z
  .object({
    amount: minorUnits,
    regular: minorUnits,
    currency: z.string().meta({ description: 'ISO 4217' }),
    isFree: z.boolean(),
    earlyBird: z.object({ amount: minorUnits, endsAt: instant }).nullable(),
  })
  .meta({ description: 'What a seat costs now, what it costs once the early bird is over, and when that is' });

export const seats = z
  .object({
    capacity: z.int().nullable().meta({ description: 'null: without limit' }),
    left: z.int().nullable().meta({ description: 'Spots remaining at this moment; null: without limit' }),
    waiting: z.int().meta({ description: 'People on the waitlist' }),
  })
  .meta({ description: 'Live, never from a cache' });

export const rating = z
  .object({ average: z.number(), count: z.int() })
  .meta({ description: 'Average of the ratings attendees gave, 1 to 5, and how many there are' });

const testimonial = z.object({ author: z.string(), company: z.string().nullable(), quote: z.string() });

export const presenter = z
  .object({
    documentId: z.string(),
    slug: z.string().nullable(),
    name: z.string(),
    firstName: z.string(),
    lastName: z.string(),
    title: z.string().nullable(),
    position: z.string().nullable(),
    company: z.string().nullable(),
    photoUrl: url.nullable(),
    logoUrl: url.nullable(),
    consultantType: z.enum(CONSULTANT_TYPES).nullable(),
    experienceLevel: z.enum(EXPERIENCE_LEVELS).nullable(),
    expertise: z.array(z.string()),
    industries: z.array(z.string()),
    certifications: z.array(z.string()),
    linkedin: z
      .object({
        url: url.nullable(),
        headline: z.string().nullable(),
        connections: z.int().nullable(),
        isVerified: z.boolean().meta({ description: 'The profile is connected, not only linked' }),
      })
      .nullable(),
    rating: rating.nullable(),
    attendees: z.int().meta({ description: 'People who attended the sessions of this speaker' }),
    sessionsHeld: z.int(),
    isBookable: z.boolean().meta({ description: 'Whether a 1:1 consultation can be booked' }),
    bookingUrl: url.nullable(),
    hasProfile: z.boolean().meta({ description: 'Whether /api/speakers shows this person' }),
  })
  .meta({ id: 'Presenter', description: 'A speaker, panelist or moderator as a card shows them' });

export type Presenter = z.infer<typeof presenter>;

export const card = z
  .object({
    documentId: z.string(),
    slug: z.string().nullable(),
    title: z.string(),
    summary: z.string().meta({ description: 'The beginning of the description as plain text' }),
    locale: z.enum(LANGUAGES).meta({ description: 'The language these texts are in' }),
    language: z.enum(LANGUAGES).meta({ description: 'The language that is spoken' }),
    state: z.enum(['published', 'live', 'completed', 'cancelled']),
    sessionType: z.enum(SESSION_TYPES),
    panelSize: z.enum(PANEL_SIZES),
    startsAt: instant,
    endsAt: instant,
    duration: z.int().meta({ description: 'Minutes' }),
    timezone: z.string().meta({ description: 'IANA time zone of the session' }),
    thumbnailUrl: url.nullable(),
    topic: z
      .object({
        documentId: z.string(),
        slug: z.string().nullable(),
        title: z.string(),
        category: z.string().nullable(),
        difficultyLevel: z.enum(DIFFICULTIES).nullable(),
      })
      .nullable(),
    tags: z.array(z.string()),
    focus: z
      .object({
        primaryExpertise: z.string().nullable(),
        secondaryTopics: z.array(z.string()),
        targetAudience: z.array(z.string()),
      })
      .nullable(),
    speaker: presenter.nullable(),
    panelists: z.array(presenter),
    moderator: presenter.nullable(),
    testimonial: testimonial.nullable(),
    rating: z.number().nullable().meta({ description: 'How attendees rated this very session, 1 to 5' }),
    recordingUrl: url.nullable().meta({ description: 'Once the session is over' }),
    requiresApproval: z.boolean(),
    allowWaitlist: z.boolean(),
    registration: z.object({ opensAt: instant.nullable(), closesAt: instant }),
    price,
    seats,
    availability: z.enum(AVAILABILITY),
    links: z.object({ landing: url, calendar: url, register: url, share: z.object({ linkedin: url, x: url }) }),
  })
  .meta({ id: 'SessionCard', description: 'All that the card of a session shows' });

export type Card = z.infer<typeof card>;

export const FACETS = [
  'category',
  'difficulty',
  'price',
  'language',
  'sessionType',
  'panelSize',
  'tag',
  'speaker',
  'consultantType',
  'expertise',
  'industry',
  'experienceLevel',
  'certifications',
  'hasFollowUp',
] as const;
export type Facet = (typeof FACETS)[number];

export const facetValue = z.object({ value: z.string(), label: z.string().optional(), count: z.int() });

export const facets = z.record(z.enum(FACETS), z.array(facetValue)).meta({
  description:
    'Sessions per value, most first, at most 100 values each. The counts of a facet ignore the filter of its own name; a speaker has a label',
});

export type Facets = z.infer<typeof facets>;

export const catalogAnswer = z
  .object({
    data: z.array(card),
    meta: z.object({
      pagination: z.object({ page: z.int(), pageSize: z.int(), pageCount: z.int(), total: z.int() }),
      facets,
    }),
  })
  .meta({ id: 'Catalog' });

export type CatalogAnswer = z.infer<typeof catalogAnswer>;

const blocks = z.array(z.unknown()).meta({ description: "Rich text as Strapi's blocks" });
const seo = z
  .object({
    metaTitle: z.string().nullable(),
    metaDescription: z.string().nullable(),
    keywords: z.array(z.string()),
    image: url.nullable(),
  })
  .nullable();

export const profile = presenter
  .extend({
    role: z.enum(['speaker', 'panelist', 'moderator']),
    biography: blocks.nullable(),
    websiteUrl: url.nullable(),
    education: z.array(z.string()),
    publications: z.array(z.string()),
    speakingYears: z.number().nullable(),
    availabilityStatus: z.enum(['available', 'busy', 'unavailable']).nullable(),
    nextAvailableDate: z.string().nullable(),
    brandColors: z.array(z.string()),
    completionRate: z.number().nullable().meta({ description: 'Average of the sessions of this speaker' }),
    testimonials: z.array(testimonial),
    whitepapers: z.array(z.object({ title: z.string(), url })),
    seo,
  })
  .meta({ id: 'SpeakerProfile', description: 'A person on stage with everything the public may know' });

export type Profile = z.infer<typeof profile>;

/** The consents without which nobody registers, and those that are free to give; names of the registration form. */
export const REQUIRED_CONSENTS = ['termsAccepted', 'privacyConsent'] as const;
export const OPTIONAL_CONSENTS = ['marketingConsent', 'consultantFollowUpConsent', 'dataProcessingConsent'] as const;

const consentText = z
  .object({
    version: z.string(),
    language: z.enum(['en', 'de']),
    text: z.string().meta({ description: 'May hold **strong** and *emphasised* words and [links](https://…)' }),
  })
  .meta({ id: 'ConsentText', description: 'The wording of a consent as it counts now' });

export const landing = card
  .extend({
    promotionalImageUrl: url.nullable(),
    content: z.object({
      description: blocks.nullable().meta({ description: "The topic's description" }),
      about: z.string().nullable().meta({ description: "The session's own description, which then comes first" }),
      learningObjectives: z.array(z.string()),
      targetAudience: z.string().nullable(),
      prerequisites: z.string().nullable(),
      agenda: z.array(
        z.object({
          title: z.string(),
          offset: z.int().meta({ description: 'Minutes after the start' }),
          startsAt: instant,
          clock: z.string().meta({ description: 'HH:mm in the time zone of the session' }),
          speaker: z.object({ documentId: z.string(), name: z.string() }).nullable(),
        }),
      ),
      materials: z.object({
        hasMaterials: z.boolean(),
        hasSlides: z.boolean(),
        hasCertificate: z.boolean(),
        isRecorded: z.boolean(),
      }),
    }),
    presenters: z.array(profile).meta({ description: 'Speaker first, then the panel, then the moderator' }),
    registration: card.shape.registration.extend({
      isFullyBooked: z.boolean(),
      isPaid: z.boolean(),
      consents: z.object({
        required: z.array(z.string()),
        optional: z.array(z.string()),
        texts: z
          .object({
            termsAccepted: consentText,
            privacyConsent: consentText,
            marketingConsent: consentText,
            consultantFollowUpConsent: consentText,
            dataProcessingConsent: consentText,
          })
          .meta({ description: 'The words beside each box; send back which were shown as `consentsShown`' }),
      }),
      consultants: z.array(
        z.object({
          documentId: z.string(),
          name: z.string(),
          isBookable: z.boolean(),
          nextAvailableDate: z.string().nullable(),
          bookingUrl: url.nullable(),
        }),
      ),
      relatedServices: z.object({ consultations: z.boolean(), workshops: z.boolean(), whitepapers: z.boolean() }),
    }),
    related: z.array(card).meta({ description: 'Upcoming sessions of the same topic first, then by what they share' }),
    alternatives: z
      .array(card)
      .meta({ description: 'Where no seat can be had here: open sessions of the same topic, speaker or category' }),
    speakerSessions: z.object({ upcoming: z.array(card), past: z.array(card) }),
    socialProof: z
      .object({
        attendees: z.int().meta({ description: 'People who attended sessions of the people on stage' }),
        sessionsHeld: z.int(),
        rating: rating.nullable(),
        registered: z.int().meta({ description: 'Seats taken in this session' }),
        registeredThisWeek: z.int().meta({ description: 'In the last seven days' }),
        views: z.int(),
      })
      .meta({ description: 'Counted and averaged from what happened, never typed in' }),
    seo,
  })
  .meta({ id: 'SessionLanding', description: 'All that the landing page of a session shows' });

export type Landing = z.infer<typeof landing>;

export const landingAnswer = z.object({ data: landing, meta: z.object({}) });
