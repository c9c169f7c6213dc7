import { randomBytes } from 'node:crypto';
import { clock, strapi, world } from './world';

const DAY = 24 * 60 * 60 * 1000;

let made = world.numbersFrom();
const next = () => (made += 1);

// The instance, and how often it was written to from an address, outlives the file.
const FILE = randomBytes(4).toString('hex');

// Tests also say what the types forbid, to see it refused.
type Data = Record<string, unknown>;

type Made = { id: number; documentId: string; slug: string };

/** An active topic in English. */
export const aTopic = async (data: Data = {}): Promise<Made> => {
  const number = next();
  const topic = await strapi.documents('api::topic.topic').create({
    locale: 'en',
    data: {
      title: `Topic ${number}`,
      slug: `topic-${number}`,
      category: 'strategy',
      difficultyLevel: 'beginner',
      state: 'active',
      ...data,
    },
  });
  return topic as unknown as Made;
};

/** An active speaker in English. */
export const aSpeaker = async (data: Data = {}): Promise<Made> => {
  const number = next();
  const speaker = await strapi.documents('api::speaker.speaker').create({
    locale: 'en',
    data: {
      firstName: 'Ada',
      lastName: `Speaker ${number}`,
      slug: `speaker-${number}`,
      email: `speaker-${number}@example.com`,
      company: 'Example Ltd',
      consultantType: 'internal',
      isActive: true,
      ...data,
    },
  });
  return speaker as unknown as Made;
};

/** A published, free session with ten seats, two weeks ahead, with a topic and a speaker of its own. */
export const aSession = async (data: Data = {}): Promise<Made> => {
  const number = next();
  const topic = (data.topic as string | undefined) ?? (await aTopic()).documentId;
  const speaker = (data.speaker as string | undefined) ?? (await aSpeaker()).documentId;
  const session = await strapi.documents('api::session.session').create({
    data: {
      slug: `session-${number}`,
      datetime: new Date(+clock.now() + 14 * DAY).toISOString(),
      duration: 60,
      timezone: 'Europe/Berlin',
      language: 'en',
      sessionType: 'single-speaker',
      platform: 'zoom',
      meetingUrl: 'https://meet.example.com/room',
      price: 0,
      currency: 'EUR',
      capacity: 10,
      allowWaitlist: true,
      requiresApproval: false,
      state: 'published',
      ...data,
      topic: topic as string,
      speaker: speaker as string,
    },
  });
  return session as unknown as Made;
};

/** A registration form that is complete and valid, of a person nobody else is. */
export const aForm = (data: Record<string, unknown> = {}): Record<string, unknown> => {
  const number = next();
  return {
    firstName: 'Grace',
    lastName: `Guest ${number}`,
    email: `guest-${FILE}-${number}@example.com`,
    company: 'Example Ltd',
    termsAccepted: true,
    privacyConsent: true,
    marketingConsent: false,
    language: 'en',
    ...data,
  };
};
