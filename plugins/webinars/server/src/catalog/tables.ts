/** Strapi's tables of the components that are shown; a row hangs on its owner by `<owner>_cmps` and the attribute's name. */
export const COMPONENT = {
  sessionText: 'components_session_localized_texts',
  consultantFocus: 'components_session_consultant_focus',
  agendaItem: 'components_topic_agenda_items',
  agendaSpeaker: 'components_topic_agenda_items_speaker_lnk',
  seo: 'components_shared_seos',
  credentials: 'components_speaker_credentials',
  businessSettings: 'components_speaker_business_settings',
  branding: 'components_speaker_brandings',
  linkedin: 'components_speaker_linkedin_datas',
  testimonial: 'components_speaker_testimonials',
  whitepaper: 'components_speaker_whitepapers',
} as const;

/** A value of the component that the row `alias` has under an attribute: `seo`, `credentials`. */
export const ofComponent = (
  owner: 'sessions' | 'topics' | 'speakers',
  alias: string,
  field: string,
  table: string,
  value: string,
): string =>
  `(select ${value} from ${owner}_cmps c join ${table} x on x.id = c.cmp_id where c.entity_id = ${alias}.id and c.field = '${field}' limit 1)`;

/** Links from a session to people, by the part they play. */
export const SPEAKER_LINKS = {
  speaker: 'sessions_speaker_lnk',
  panelist: 'sessions_panelists_lnk',
  moderator: 'sessions_moderator_lnk',
} as const;

export type Role = keyof typeof SPEAKER_LINKS;
