import { DAY, HOUR, instantIn, isoDay, workdayFrom } from './calendar';
import { documentIdFor, type Attributes, type Entry } from './entry';
import { figuresOf } from './figures';
import { slugOf } from './letters';
import type { Run } from './runs';
import { SOCIAL_COPY } from './words/voices';

const MEETING = {
  zoom: (room: string) => `https://zoom.example/j/${room}`,
  teams: (room: string) => `https://teams.example/meet/${room}`,
  webex: (room: string) => `https://webex.example/meet/${room}`,
  custom: (room: string) => `https://meet.magnetiq.example/${room}`,
};

const whenInWords = (run: Run, locale: 'en' | 'de'): string =>
  new Intl.DateTimeFormat(locale === 'de' ? 'de-DE' : 'en-GB', {
    timeZone: run.zone,
    day: 'numeric',
    month: 'long',
  }).format(run.rules.starts);

const textsOf = ({ planned }: Run): Attributes[] => {
  if (!planned.title) return [];
  const { title, note } = planned;
  return (['en', 'de'] as const).map((locale) => ({
    locale,
    title: title[locale],
    description: note?.[locale] ?? null,
  }));
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

const INTERACTION = {
  'single-speaker': 'lecture',
  'panel-discussion': 'interactive',
  workshop: 'hands-on',
  'q-and-a': 'interactive',
} as const;

/** A session; `slugs` are the addresses taken so far. */
export const describeSession = (run: Run, index: number, slugs: Set<string>, today: string, until: number): Entry => {
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
      targetAudience: [(topic.audience[planned.language] ?? topic.audience.en).replace(/\.$/, '')],
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
    meetingUrl: run.state === 'draft' ? null : MEETING[platform](random.text('0123456789', 11)),
    meetingPassword: run.state === 'draft' ? null : random.text('ABCDEFGHJKMNPQRSTVWXYZ23456789', 6),
    recordingEnabled,
    recordingUrl:
      run.state === 'completed' && recordingEnabled ? `https://media.magnetiq.example/recordings/${slug}` : null,
    materialsUrl:
      topic.state === 'draft' || isConfidential ? null : `/demo/handouts/${topic.key}-${planned.language}.html`,
    slidesUrl:
      run.state === 'completed' && !isConfidential ? `https://media.magnetiq.example/slides/${slug}.pdf` : null,
    certificateTemplate: isConfidential || type === 'q-and-a' ? null : 'standard',
    promotionalImageUrl: null,
    state: run.state,
    scheduledPublishAt: planned.publishIn
      ? instantIn(run.zone, workdayFrom(today, planned.publishIn), '09:00').getTime()
      : null,
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
  const updatedAt =
    run.state === 'completed'
      ? rules.ends
      : (rules.calledOffAt ?? Math.max(createdAt, until - random.between(3, 90) * HOUR));
  return { key: String(index), documentId, createdAt, updatedAt, versions: [{ locale: null, attributes }] };
};
