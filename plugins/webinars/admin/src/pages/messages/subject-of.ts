import type { MessageView } from '../../../../contracts/messages';

/** What a message is called: its subject in the reader's language, where it has one. */
export const subjectOf = ({ texts: { en, de } }: Pick<MessageView, 'texts'>, locale: string): string =>
  ((locale.startsWith('de') ? (de ?? en) : (en ?? de)) ?? { subject: '' }).subject;
