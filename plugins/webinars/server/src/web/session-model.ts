import type { RegistrationView } from '../../../contracts/registration';
import { localMoment, momentOf, type SessionModel } from '../../../site/src';
import type { Locale } from '../kernel/text';

/** A registration's session in the reader's words. */
export const sessionModel = ({ session, attendee }: RegistrationView, locale: Locale): SessionModel => {
  const [from, to] = [new Date(session.datetime), new Date(session.endsAt)];
  const zones = { session: session.timezone, own: attendee.timezone };
  return {
    title: session.title,
    moment: momentOf(from, to, session.timezone, locale),
    local: localMoment(from, to, zones, locale),
    language: session.language,
  };
};
