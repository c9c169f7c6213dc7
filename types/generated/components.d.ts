import type { Schema, Struct } from '@strapi/strapi';

export interface RegistrationInterestedServices extends Struct.ComponentSchema {
  collectionName: 'components_registration_interested_services';
  info: {
    description: 'What else the person would like';
    displayName: 'Interested services';
    icon: 'check';
  };
  attributes: {
    oneOnOneConsultation: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<false>;
    ongoingMentorship: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<false>;
    whitepaperDownloads: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<false>;
    workshopSeries: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<false>;
  };
}

export interface SessionConsultantConfiguration extends Struct.ComponentSchema {
  collectionName: 'components_session_consultant_configurations';
  info: {
    description: 'The part the speaker plays';
    displayName: 'Consultant configuration';
    icon: 'user';
  };
  attributes: {
    consultantRole: Schema.Attribute.Enumeration<['presenter', 'facilitator', 'advisor']>;
    interactionLevel: Schema.Attribute.Enumeration<['lecture', 'interactive', 'hands-on']>;
    sessionType: Schema.Attribute.Enumeration<['single-expert', 'panel-discussion', 'workshop', 'mentorship']>;
  };
}

export interface SessionConsultantFocus extends Struct.ComponentSchema {
  collectionName: 'components_session_consultant_focus';
  info: {
    description: 'What the speaker brings to this session';
    displayName: 'Consultant focus';
    icon: 'bulletList';
  };
  attributes: {
    primaryExpertise: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200;
      }>;
    secondaryTopics: Schema.Attribute.JSON & Schema.Attribute.CustomField<'plugin::webinars.list'>;
    targetAudience: Schema.Attribute.JSON & Schema.Attribute.CustomField<'plugin::webinars.list'>;
  };
}

export interface SessionConsultantMetrics extends Struct.ComponentSchema {
  collectionName: 'components_session_consultant_metrics';
  info: {
    description: 'What the session achieved for the speaker';
    displayName: 'Consultant metrics';
    icon: 'chartCircle';
  };
  attributes: {
    audienceEngagementRate: Schema.Attribute.Float &
      Schema.Attribute.SetMinMax<
        {
          min: 0;
        },
        number
      >;
    expertiseRelevanceScore: Schema.Attribute.Float &
      Schema.Attribute.SetMinMax<
        {
          min: 0;
        },
        number
      >;
    followUpBookings: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          min: 0;
        },
        number
      >;
    leadQualityScore: Schema.Attribute.Float &
      Schema.Attribute.SetMinMax<
        {
          min: 0;
        },
        number
      >;
  };
}

export interface SessionFollowUpOpportunities extends Struct.ComponentSchema {
  collectionName: 'components_session_follow_up_opportunities';
  info: {
    description: 'What came of the session';
    displayName: 'Follow-up opportunities';
    icon: 'rocket';
  };
  attributes: {
    businessInquiries: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          min: 0;
        },
        number
      >;
    consultationRequests: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          min: 0;
        },
        number
      >;
    socialConnections: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          min: 0;
        },
        number
      >;
    whitepaperDownloads: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          min: 0;
        },
        number
      >;
  };
}

export interface SessionLocalizedCopy extends Struct.ComponentSchema {
  collectionName: 'components_session_localized_copys';
  info: {
    description: 'The words for posts in one language';
    displayName: 'Social media copy';
    icon: 'message';
  };
  attributes: {
    locale: Schema.Attribute.Enumeration<['en', 'de']> & Schema.Attribute.Required & Schema.Attribute.DefaultTo<'en'>;
    text: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 3000;
      }>;
  };
}

export interface SessionLocalizedText extends Struct.ComponentSchema {
  collectionName: 'components_session_localized_texts';
  info: {
    description: 'Replaces the texts of the topic in one language';
    displayName: 'Own title and description';
    icon: 'quote';
  };
  attributes: {
    description: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 5000;
      }>;
    locale: Schema.Attribute.Enumeration<['en', 'de']> & Schema.Attribute.Required & Schema.Attribute.DefaultTo<'en'>;
    title: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200;
      }>;
  };
}

export interface SessionReminderOverride extends Struct.ComponentSchema {
  collectionName: 'components_session_reminder_overrides';
  info: {
    description: 'How one reminder differs for this session';
    displayName: 'Reminder of its own';
    icon: 'clock';
  };
  attributes: {
    isOn: Schema.Attribute.Boolean & Schema.Attribute.Required & Schema.Attribute.DefaultTo<true>;
    minutes: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          max: 129600;
          min: 1;
        },
        number
      >;
    rule: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 40;
      }>;
  };
}

export interface SessionRevenueSharing extends Struct.ComponentSchema {
  collectionName: 'components_session_revenue_sharings';
  info: {
    description: 'Who gets which share, in minor units';
    displayName: 'Revenue sharing';
    icon: 'priceTag';
  };
  attributes: {
    consultantRevenue: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          min: 0;
        },
        number
      >;
    platformRevenue: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          min: 0;
        },
        number
      >;
    revenueSharePercentage: Schema.Attribute.Float &
      Schema.Attribute.SetMinMax<
        {
          max: 100;
          min: 0;
        },
        number
      >;
  };
}

export interface SharedSeo extends Struct.ComponentSchema {
  collectionName: 'components_shared_seos';
  info: {
    description: 'What search engines and link previews show';
    displayName: 'SEO';
    icon: 'search';
  };
  attributes: {
    image: Schema.Attribute.String &
      Schema.Attribute.CustomField<'plugin::webinars.image'> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000;
      }>;
    keywords: Schema.Attribute.JSON & Schema.Attribute.CustomField<'plugin::webinars.list'>;
    metaDescription: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200;
      }>;
    metaTitle: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 70;
      }>;
  };
}

export interface SpeakerBranding extends Struct.ComponentSchema {
  collectionName: 'components_speaker_brandings';
  info: {
    description: 'Logo and colours';
    displayName: 'Branding';
    icon: 'paint';
  };
  attributes: {
    brandColors: Schema.Attribute.JSON & Schema.Attribute.CustomField<'plugin::webinars.list'>;
    customTemplates: Schema.Attribute.JSON & Schema.Attribute.CustomField<'plugin::webinars.list'>;
    logoUrl: Schema.Attribute.String &
      Schema.Attribute.CustomField<'plugin::webinars.image'> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000;
      }>;
  };
}

export interface SpeakerBusinessSettings extends Struct.ComponentSchema {
  collectionName: 'components_speaker_business_settings';
  info: {
    description: 'Rates and terms: never public';
    displayName: 'Business settings';
    icon: 'briefcase';
  };
  attributes: {
    availableForConsultations: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<false>;
    currency: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 3;
      }> &
      Schema.Attribute.DefaultTo<'EUR'>;
    hourlyRate: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          max: 100000000;
          min: 0;
        },
        number
      >;
    preferredPaymentTerms: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 500;
      }>;
    revenueSharePercentage: Schema.Attribute.Float &
      Schema.Attribute.SetMinMax<
        {
          max: 100;
          min: 0;
        },
        number
      >;
  };
}

export interface SpeakerCredentials extends Struct.ComponentSchema {
  collectionName: 'components_speaker_credentials';
  info: {
    description: 'Certificates, education, publications';
    displayName: 'Credentials';
    icon: 'crown';
  };
  attributes: {
    certifications: Schema.Attribute.JSON & Schema.Attribute.CustomField<'plugin::webinars.list'>;
    education: Schema.Attribute.JSON & Schema.Attribute.CustomField<'plugin::webinars.list'>;
    publications: Schema.Attribute.JSON & Schema.Attribute.CustomField<'plugin::webinars.list'>;
    speakingExperience: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          max: 80;
          min: 0;
        },
        number
      >;
  };
}

export interface SpeakerIntegration extends Struct.ComponentSchema {
  collectionName: 'components_speaker_integrations';
  info: {
    description: 'Calendar and notifications';
    displayName: 'Integration';
    icon: 'link';
  };
  attributes: {
    calendarIntegration: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<false>;
    emailNotifications: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<true>;
  };
}

export interface SpeakerLinkedinData extends Struct.ComponentSchema {
  collectionName: 'components_speaker_linkedin_datas';
  info: {
    description: 'As last read from LinkedIn';
    displayName: 'LinkedIn data';
    icon: 'earth';
  };
  attributes: {
    connections: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          min: 0;
        },
        number
      >;
    headline: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 300;
      }>;
    lastSynced: Schema.Attribute.DateTime;
    profileId: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200;
      }>;
    recommendations: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          min: 0;
        },
        number
      >;
  };
}

export interface SpeakerPerformance extends Struct.ComponentSchema {
  collectionName: 'components_speaker_performances';
  info: {
    description: 'Counted from sessions and registrations';
    displayName: 'Performance';
    icon: 'chartPie';
  };
  attributes: {
    attendeeCount: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          min: 0;
        },
        number
      > &
      Schema.Attribute.DefaultTo<0>;
    averageRating: Schema.Attribute.Float &
      Schema.Attribute.SetMinMax<
        {
          max: 5;
          min: 0;
        },
        number
      >;
    conversionRate: Schema.Attribute.Float &
      Schema.Attribute.SetMinMax<
        {
          min: 0;
        },
        number
      >;
    engagementRate: Schema.Attribute.Float &
      Schema.Attribute.SetMinMax<
        {
          min: 0;
        },
        number
      >;
    repeatBookings: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          min: 0;
        },
        number
      > &
      Schema.Attribute.DefaultTo<0>;
    totalWebinars: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          min: 0;
        },
        number
      > &
      Schema.Attribute.DefaultTo<0>;
  };
}

export interface SpeakerQualityMetrics extends Struct.ComponentSchema {
  collectionName: 'components_speaker_quality_metrics';
  info: {
    description: 'How staff rate the sessions';
    displayName: 'Quality metrics';
    icon: 'star';
  };
  attributes: {
    contentQualityScore: Schema.Attribute.Float &
      Schema.Attribute.SetMinMax<
        {
          max: 5;
          min: 0;
        },
        number
      >;
    engagementScore: Schema.Attribute.Float &
      Schema.Attribute.SetMinMax<
        {
          max: 5;
          min: 0;
        },
        number
      >;
    professionalismScore: Schema.Attribute.Float &
      Schema.Attribute.SetMinMax<
        {
          max: 5;
          min: 0;
        },
        number
      >;
    technicalSetupScore: Schema.Attribute.Float &
      Schema.Attribute.SetMinMax<
        {
          max: 5;
          min: 0;
        },
        number
      >;
  };
}

export interface SpeakerTestimonial extends Struct.ComponentSchema {
  collectionName: 'components_speaker_testimonials';
  info: {
    description: 'What a client said';
    displayName: 'Testimonial';
    icon: 'quote';
  };
  attributes: {
    author: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 150;
      }>;
    company: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200;
      }>;
    locale: Schema.Attribute.Enumeration<['en', 'de']> & Schema.Attribute.Required & Schema.Attribute.DefaultTo<'en'>;
    quote: Schema.Attribute.Text &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000;
      }>;
  };
}

export interface SpeakerWebinarSettings extends Struct.ComponentSchema {
  collectionName: 'components_speaker_webinar_settings';
  info: {
    description: 'What the speaker needs';
    displayName: 'Webinar settings';
    icon: 'cog';
  };
  attributes: {
    availableTimezones: Schema.Attribute.JSON & Schema.Attribute.CustomField<'plugin::webinars.list'>;
    preferredDuration: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          max: 1440;
          min: 5;
        },
        number
      >;
    specialInstructions: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 2000;
      }>;
    technicalRequirements: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 2000;
      }>;
  };
}

export interface SpeakerWhitepaper extends Struct.ComponentSchema {
  collectionName: 'components_speaker_whitepapers';
  info: {
    description: 'Something to download';
    displayName: 'Whitepaper';
    icon: 'book';
  };
  attributes: {
    locale: Schema.Attribute.Enumeration<['en', 'de']> & Schema.Attribute.Required & Schema.Attribute.DefaultTo<'en'>;
    title: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200;
      }>;
    url: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 500;
      }>;
  };
}

export interface TopicAgendaItem extends Struct.ComponentSchema {
  collectionName: 'components_topic_agenda_items';
  info: {
    description: 'One part of the agenda';
    displayName: 'Agenda item';
    icon: 'clock';
  };
  attributes: {
    offset: Schema.Attribute.Integer &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMax<
        {
          max: 1440;
          min: 0;
        },
        number
      > &
      Schema.Attribute.DefaultTo<0>;
    speaker: Schema.Attribute.Relation<'oneToOne', 'api::speaker.speaker'>;
    title: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200;
      }>;
  };
}

declare module '@strapi/strapi' {
  export namespace Public {
    export interface ComponentSchemas {
      'registration.interested-services': RegistrationInterestedServices;
      'session.consultant-configuration': SessionConsultantConfiguration;
      'session.consultant-focus': SessionConsultantFocus;
      'session.consultant-metrics': SessionConsultantMetrics;
      'session.follow-up-opportunities': SessionFollowUpOpportunities;
      'session.localized-copy': SessionLocalizedCopy;
      'session.localized-text': SessionLocalizedText;
      'session.reminder-override': SessionReminderOverride;
      'session.revenue-sharing': SessionRevenueSharing;
      'shared.seo': SharedSeo;
      'speaker.branding': SpeakerBranding;
      'speaker.business-settings': SpeakerBusinessSettings;
      'speaker.credentials': SpeakerCredentials;
      'speaker.integration': SpeakerIntegration;
      'speaker.linkedin-data': SpeakerLinkedinData;
      'speaker.performance': SpeakerPerformance;
      'speaker.quality-metrics': SpeakerQualityMetrics;
      'speaker.testimonial': SpeakerTestimonial;
      'speaker.webinar-settings': SpeakerWebinarSettings;
      'speaker.whitepaper': SpeakerWhitepaper;
      'topic.agenda-item': TopicAgendaItem;
    }
  }
}
