import type { LetterVariables } from '../../../contracts/mail';
import type { Mail } from '../mail';
import { NO_LINKS } from './variables';

const NO_SESSION: LetterVariables['session'] = {
  title: '',
  description: null,
  date: '',
  time: '',
  timezone: '',
  local: null,
  duration: 0,
  language: '',
  category: null,
  platform: null,
  meetingUrl: null,
  meetingPassword: null,
  testUrl: null,
  materialsUrl: null,
  slidesUrl: null,
  recordingUrl: null,
  prerequisites: null,
  objectives: [],
  agenda: [],
  price: null,
};

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
  session: NO_SESSION,
  before: null,
  speakers: [],
  hold: null,
  reason: null,
  refund: null,
  links: { ...NO_LINKS, session: brand.website, shareLinkedin: '', shareX: '', shareMail: '', admin: overview },
  audience: null,
  setup: null,
  report,
  message: null,
  brand,
});
