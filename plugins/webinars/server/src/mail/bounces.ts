import type { BounceReceipt, BounceReport } from '../../../contracts/bounces';
import { subjectOfAddress, SYSTEM, writeAudit, type Actor } from '../audit';
import { heard, normaliseEmail } from '../kernel/text';
import { rows, type Database } from '../kernel/database';
import { answerOf } from './answers';
import { markBounced } from './queries';

/** The longest line of a mail. RFC 5322, 2.1.1. */
const LONGEST = 998;

const field = (text: string, name: string): string | null =>
  new RegExp(`^${name}:\\s*(.+(?:\\r?\\n[ \\t].+)*)`, 'im').exec(text)?.[1]?.replace(/\s+/g, ' ').trim() ?? null;

/** `rfc822; jane@example.com` */
const valueOf = (typed: string | null): string | null => typed?.replace(/^[^;]*;\s*/, '') ?? null;

/**
 * Reads a delivery status notification as mail servers send it to the return path: RFC 3464 for the report, RFC 3463 for the codes. Null for
 * any other mail, and for a report of a mail that is only late.
 */
export const readNotification = async (raw: Buffer): Promise<BounceReport | null> => {
  // Loaded when the first mail comes back: it takes as long to load as a tenth of a start.
  const { simpleParser } = await import('mailparser');
  const mail = await simpleParser(raw, { skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true });
  const part = (type: string) =>
    mail.attachments.find(({ contentType }) => contentType === type)?.content.toString('utf8') ?? null;
  // The parser counts the report itself among the words of the mail. Its first field is this one: RFC 3464, 2.2.
  const words = mail.text ?? '';
  const begins = words.search(/^Reporting-MTA:/im);
  const report = begins < 0 ? '' : words.slice(begins);
  if (field(report, 'Action')?.toLowerCase() !== 'failed') return null;
  const original = part('message/rfc822') ?? part('text/rfc822-headers') ?? '';
  const status = field(report, 'Status') ?? '';
  return {
    messageId: field(original, 'Message-ID'),
    email: valueOf(field(report, 'Final-Recipient') ?? field(report, 'Original-Recipient')),
    type: status.startsWith('5') ? 'hard' : 'soft',
    words: `${status} ${valueOf(field(report, 'Diagnostic-Code')) ?? ''}`,
  };
};

/**
 * Marks the mail that did not arrive, and the address where it takes none. A report that names no mail of ours and no address we ever wrote to
 * changes nothing. Answers how many mails and addresses were marked.
 */
export const createRecordBounce =
  (database: Database) =>
  (report: BounceReport, now: Date): Promise<BounceReceipt> =>
    database.inTransaction(async (trx) => {
      const words = answerOf(report.words) || (report.type === 'hard' ? 'the address takes no mail' : 'not delivered');
      const mails = report.messageId
        ? await rows<{ recipient: string }>(
            trx,
            `update webinars_mails set bounced_at = ?, bounce = ? where smtp_message_id = ? returning recipient`,
            [now, words, heard(report.messageId, LONGEST)],
          )
        : [];
      if (report.type === 'soft') return { mails: mails.length, addresses: 0 };
      const claimed = report.email ? normaliseEmail(heard(report.email, LONGEST)) : null;
      const known =
        mails[0]?.recipient ??
        (claimed && (await rows(trx, `select from webinars_mails where recipient = ? limit 1`, [claimed])).length > 0
          ? claimed
          : null);
      if (!known) return { mails: mails.length, addresses: 0 };
      await markBounced(trx, [{ email: known, words }], now);
      return { mails: mails.length, addresses: 1 };
    });

/** An address works again: its owner said so, or it was mended. */
export const forgetBounce = (database: Database, address: string, now: Date, by: Actor = SYSTEM): Promise<boolean> =>
  database.inTransaction(async (trx) => {
    const email = normaliseEmail(address);
    const [before] = await rows<{ bounce: string | null }>(
      trx,
      `select bounce from webinars_mail_addresses where email = ? and bounced_at is not null for update`,
      [email],
    );
    if (!before) return false;
    await rows(
      trx,
      `update webinars_mail_addresses set bounced_at = null, bounce = null, updated_at = ? where email = ? returning email`,
      [now, email],
    );
    const forgotten = { action: 'address.bounce_forgotten', subject: subjectOfAddress(email) };
    await writeAudit(trx, [{ ...forgotten, before: { email, bounce: before.bounce }, after: { email } }], by, now);
    return true;
  });
