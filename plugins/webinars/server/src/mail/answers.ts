import { heard } from '../kernel/text';

/** What a failed try tells: nobody answered, not now, never, or never because of the address. */
export type Failure = { kind: 'unreachable' | 'temporary' | 'permanent'; isAddress: boolean; words: string };

type SmtpError = Error & { code?: string; command?: string; responseCode?: number; response?: string };

const LONGEST = 500;

/** What a mail server says of a mail, on one line and as a row can keep it. */
export const answerOf = (words: string): string => heard(words.replace(/\s+/g, ' ').trim(), LONGEST);

/** The server's own words. Addresses in them are the recipient's own. */
const wordsOf = (error: SmtpError): string => answerOf(error.response || error.message || 'unknown error');

// Before MAIL FROM the server answers for itself, not for this mail.
const OF_THE_SERVER = /^(CONN|EHLO|HELO|STARTTLS|AUTH|QUIT)/;

/** RFC 3463: 5.1.x is about the address, 5.2.1 a mailbox that is closed. */
const OF_THE_ADDRESS = /\b5\.(1\.[0-9]{1,3}|2\.1)\b/;

/** Reads what nodemailer says of a try that failed. RFC 5321, 4.2.1: 4yz may succeed later, 5yz will not. */
export const failureOf = (error: unknown): Failure => {
  const { command = '', responseCode, code = '' } = error as SmtpError;
  const words = wordsOf(error as SmtpError);
  if (responseCode === undefined) {
    // Said by nodemailer itself of an envelope it will not send: an address no server could take.
    const isAddress = code === 'EENVELOPE';
    return { kind: isAddress ? 'permanent' : 'unreachable', isAddress, words };
  }
  if (OF_THE_SERVER.test(command)) return { kind: 'unreachable', isAddress: false, words };
  if (responseCode < 500) return { kind: 'temporary', isAddress: false, words };
  const isAddress = command === 'RCPT TO' && (OF_THE_ADDRESS.test(words) || !/\b5\.\d\.\d/.test(words));
  return { kind: 'permanent', isAddress, words };
};
