import type { View } from './view';

export const componentViews: Record<string, View> = {
  'registration.interested-services': {
    rows: [
      { oneOnOneConsultation: 6, workshopSeries: 6 },
      { whitepaperDownloads: 6, ongoingMentorship: 6 },
    ],
  },
  'session.consultant-configuration': { rows: [{ sessionType: 4, consultantRole: 4, interactionLevel: 4 }] },
  'session.consultant-focus': {
    mainField: 'primaryExpertise',
    rows: [{ primaryExpertise: 12 }, { secondaryTopics: 6, targetAudience: 6 }],
  },
  'session.consultant-metrics': {
    rows: [
      { expertiseRelevanceScore: 6, audienceEngagementRate: 6 },
      { followUpBookings: 6, leadQualityScore: 6 },
    ],
  },
  'session.follow-up-opportunities': {
    rows: [
      { consultationRequests: 6, whitepaperDownloads: 6 },
      { socialConnections: 6, businessInquiries: 6 },
    ],
  },
  'session.localized-copy': { mainField: 'locale', rows: [{ locale: 12 }, { text: 12 }] },
  'session.localized-text': { mainField: 'title', rows: [{ locale: 4, title: 8 }, { description: 12 }] },
  'session.reminder-override': { mainField: 'rule', rows: [{ rule: 6, isOn: 2, minutes: 4 }] },
  'session.revenue-sharing': { rows: [{ revenueSharePercentage: 4, consultantRevenue: 4, platformRevenue: 4 }] },
  'shared.seo': {
    mainField: 'metaTitle',
    rows: [{ metaTitle: 12 }, { metaDescription: 12 }, { keywords: 6, image: 6 }],
  },
  'speaker.branding': { rows: [{ logoUrl: 12 }, { brandColors: 6, customTemplates: 6 }] },
  'speaker.business-settings': {
    rows: [
      { hourlyRate: 4, currency: 4, revenueSharePercentage: 4 },
      { availableForConsultations: 6, preferredPaymentTerms: 6 },
    ],
  },
  'speaker.credentials': {
    rows: [
      { certifications: 6, education: 6 },
      { publications: 6, speakingExperience: 6 },
    ],
  },
  'speaker.integration': { rows: [{ calendarIntegration: 6, emailNotifications: 6 }] },
  'speaker.linkedin-data': {
    mainField: 'headline',
    rows: [
      { profileId: 6, headline: 6 },
      { connections: 4, recommendations: 4, lastSynced: 4 },
    ],
  },
  'speaker.performance': {
    rows: [
      { totalWebinars: 4, attendeeCount: 4, averageRating: 4 },
      { engagementRate: 4, conversionRate: 4, repeatBookings: 4 },
    ],
  },
  'speaker.quality-metrics': {
    rows: [
      { contentQualityScore: 6, technicalSetupScore: 6 },
      { engagementScore: 6, professionalismScore: 6 },
    ],
  },
  'speaker.testimonial': { mainField: 'author', rows: [{ author: 4, company: 4, locale: 4 }, { quote: 12 }] },
  'speaker.webinar-settings': {
    rows: [
      { preferredDuration: 6, availableTimezones: 6 },
      { technicalRequirements: 6, specialInstructions: 6 },
    ],
  },
  'speaker.whitepaper': { mainField: 'title', rows: [{ title: 8, locale: 4 }, { url: 12 }] },
  'topic.agenda-item': {
    mainField: 'title',
    relations: { speaker: 'lastName' },
    rows: [{ offset: 3, title: 5, speaker: 4 }],
  },
};
