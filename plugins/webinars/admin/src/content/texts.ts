import en from '../translations/content.en.json';

/** The names and words of content in English, by the ids under which other languages have them. */
export const english: Record<string, string> = en;

/** Strapi's names of our content types, by the name it shows; some of its hooks tell no other. */
const UIDS: Record<string, string> = {
  Topic: 'api::topic.topic',
  Session: 'api::session.session',
  Speaker: 'api::speaker.speaker',
  Registration: 'api::registration.registration',
};

export const uidOf = (displayName: string | undefined): string | undefined => UIDS[displayName ?? ''];

/** What the Content Manager asks for an attribute's name by. */
export const labelId = (uid: string, name: string): string => `content-manager.content-types.${uid}.${name}`;

/** The text of a hint, unless an administrator has written another: theirs is shown as it is. */
export const hintId = (uid: string, name: string, hint: string): string | undefined => {
  const id = `webinars.hint.${uid}.${name}`;
  return english[id] === hint ? id : undefined;
};
