import type { LetterVariables } from '../../../contracts/mail';
import type { Mail } from '../mail';
import { NO_LINKS } from './variables';

/** What a mail to the programme manager about a span of time may say. */
export const reportVariables = ({
  mail,
  report,
  name,
  overview,
  brand,
}: {
  mail: Pick<Mail, 'recipient'>;
  report: NonNullable<LetterVariables['report']>;
  name: string;
  /** The programme in the admin. */
  overview: string;
  brand: LetterVariables['brand'];
}): LetterVariables => ({
  recipient: { name, firstName: name.split(' ')[0] ?? '', email: mail.recipient },
  registration: null,
  session: null,
  before: null,
  speakers: [],
  hold: null,
  reason: null,
  refund: null,
  links: { ...NO_LINKS, admin: overview },
  audience: null,
  setup: null,
  report,
  message: null,
  brand,
});
