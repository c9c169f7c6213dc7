import { MAIL_KINDS, type MailCategory } from '../../../contracts/mail';
import type { Database } from '../kernel/database';
import { DomainError } from '../kernel/errors';
import { digest } from '../kernel/token';
import { NO_PREFERENCES } from './addresses';
import type { Mail, RenderedMail, SkipReason } from './mail';
import type { Composed, Letters } from './ports';
import { readSettings, type CurrentSettings } from './settings';
import type { Templates } from './templates';
import type { Message } from './transport';
import { refusalOf, readStandings } from './standing';

/** A mail ready to leave, or why it does not: it is no longer true or wanted (`skip`), or its template cannot say it (`fault`). */
export type Prepared = { rendered: RenderedMail; message: Message } | { skip: SkipReason } | { fault: string };

/** The address mails come from, and where mail servers report what they could not deliver. */
export type Sender = { address: string; returnPath: string };

/** Staff choose the category of what they write; every other kind has its own. */
export const categoryOf = ({ kind, data }: Pick<Mail, 'kind' | 'data'>): MailCategory =>
  kind === 'staff_message' && data.category === 'news' ? 'news' : MAIL_KINDS[kind].category;

/** The same for every try of a mail, so that a repeat after a crash is recognisable. RFC 5322, 3.6.4. */
export const messageIdOf = ({ key }: Pick<Mail, 'key'>, sender: Sender): string =>
  `<${digest(`mail:${key}`).slice(0, 32)}@${sender.address.slice(sender.address.lastIndexOf('@') + 1)}>`;

const methodOf = ({ kind }: Mail): string | null => {
  const about = MAIL_KINDS[kind];
  return 'calendar' in about ? about.calendar : null;
};

const headersOf = (mail: Mail, oneClick: string | null): Record<string, string> => ({
  // RFC 3834: nobody's out-of-office answers a machine.
  'Auto-Submitted': 'auto-generated',
  'X-Auto-Response-Suppress': 'OOF, AutoReply',
  ...(oneClick && categoryOf(mail) !== 'service'
    ? { 'List-Unsubscribe': `<${oneClick}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
    : {}),
});

export const createPrepare = (deps: { database: Database; letters: Letters; templates: Templates; sender: Sender }) => {
  const { database, letters, templates, sender } = deps;

  const put = (mail: Mail, composed: Composed | undefined, settings: CurrentSettings, render: Render): Prepared => {
    if (!composed) return { skip: 'registration_gone' };
    if ('skip' in composed) return composed;
    const { variables, calendar, oneClick } = composed.letter;
    try {
      const rendered = { ...render(mail, variables), calendar };
      const method = calendar ? methodOf(mail) : null;
      const { brand } = settings;
      const message: Message = {
        from: { name: brand.senderName ?? brand.name, address: sender.address },
        to: mail.recipient,
        replyTo: brand.replyTo,
        envelopeFrom: sender.returnPath,
        messageId: messageIdOf(mail, sender),
        ...rendered,
        calendar: calendar && method ? { method, content: calendar } : null,
        headers: headersOf(mail, oneClick),
      };
      return { rendered, message };
    } catch (error) {
      if (error instanceof DomainError) return { fault: error.message };
      throw error;
    }
  };

  return async (mails: readonly Mail[], now: Date): Promise<Map<string, Prepared>> => {
    const settings = await readSettings(database.read);
    const [standings, composed, render] = await Promise.all([
      readStandings(
        database.read,
        mails.map(({ recipient }) => recipient),
      ),
      letters.compose(mails, now, settings),
      templates.rendererFor(mails),
    ]);
    return new Map(
      mails.map((mail): [string, Prepared] => {
        const standing = standings.get(mail.recipient) ?? { ...NO_PREFERENCES, isBounced: false };
        const unwanted = refusalOf(categoryOf(mail), standing);
        return [mail.id, unwanted ? { skip: unwanted } : put(mail, composed.get(mail.id), settings, render)];
      }),
    );
  };
};

type Render = Awaited<ReturnType<Templates['rendererFor']>>;
