/** Strapi's names for the four content types. */
export const UID = {
  topic: 'api::topic.topic',
  session: 'api::session.session',
  speaker: 'api::speaker.speaker',
  registration: 'api::registration.registration',
} as const;
