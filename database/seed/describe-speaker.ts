import { DAY, HOUR, workdayFrom } from './calendar';
import { documentIdFor, type Attributes, type Entry } from './entry';
import { performanceOf } from './figures';
import { blocks, slugOf, summaryOf } from './letters';
import { createRandom } from './random';
import type { Run } from './runs';
import { SPEAKERS, type SpeakerWords } from './words/speakers';

const SITE = 'https://www.magnetiq.example';

const zonesOf = ({ phone }: SpeakerWords): string[] => {
  if (phone.startsWith('+1')) return ['America/New_York'];
  return phone.startsWith('+44') ? ['Europe/London', 'Europe/Berlin'] : ['Europe/Berlin'];
};

/** A speaker's profile in both languages. */
export const describeSpeaker = (speaker: SpeakerWords, runs: readonly Run[], today: string, until: number): Entry => {
  const random = createRandom(`${today} speaker ${speaker.key}`);
  const mailDomain = speaker.consultantType === 'internal' ? 'magnetiq.example' : `${slugOf(speaker.company)}.example`;
  const name = [speaker.title, speaker.firstName, speaker.lastName].filter(Boolean).join(' ');
  const handle = slugOf(`${speaker.firstName} ${speaker.lastName}`);
  const isInternal = speaker.consultantType === 'internal';
  const [contentQualityScore, technicalSetupScore, engagementScore, professionalismScore] = speaker.quality;
  const shared: Attributes = {
    firstName: speaker.firstName,
    lastName: speaker.lastName,
    email: `${slugOf(speaker.firstName)}.${slugOf(speaker.lastName)}@${mailDomain}`,
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
      availableTimezones: zonesOf(speaker),
      technicalRequirements: 'Wired network, external camera, 1080p.',
      specialInstructions: speaker.instructions ?? null,
    },
    integration: { calendarIntegration: isInternal, emailNotifications: true },
    testimonials: speaker.testimonials,
    whitepapers: speaker.whitepapers.map(({ title, path, locale }) => ({
      title,
      url: `${SITE}/papers/${path}`,
      locale,
    })),
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
        metaDescription: summaryOf(speaker.biography[locale]),
        keywords: speaker.expertise,
        image: `/demo/speakers/${speaker.key}.svg`,
      },
    },
  });
  const createdAt = until - random.between(420, 700) * DAY;
  return {
    key: speaker.key,
    documentId: documentIdFor(`speaker ${speaker.key}`),
    createdAt,
    updatedAt: until - random.between(1, 30) * DAY,
    versions: [version('en'), version('de')],
  };
};
