import type { MailKind } from '../../../contracts/mail';
import type { RenderedPreview, TemplateSource } from '../../../contracts/mail-admin';
import type { Clock } from '../kernel/clock';
import type { Database } from '../kernel/database';
import { conflict, DomainError, notFound } from '../kernel/errors';
import type { Locale } from '../kernel/text';
import { newSecretToken } from '../kernel/token';
import { failureOf } from './answers';
import { createRecordBounce } from './bounces';
import { brandOf } from './brand';
import { createDelivery } from './deliver';
import type { Letters } from './ports';
import { createPrepare, type Sender } from './prepare';
import { readSettings } from './settings';
import { sampleVariables } from './template';
import { createTemplates } from './templates';
import { createMailTransport } from './transport';

export type MailDeps = {
  database: Database;
  clock: Clock;
  letters: Letters;
  /** `smtp://…`, `smtps://…` or `sendmail:/path`; null where there is no mail server. */
  serverUrl: string | null;
  sender: Sender;
  /** Where the public pages are. */
  siteUrl: string;
  /** Mails a second over all instances; null is without limit. */
  perSecond: number | null;
};

const off = () =>
  conflict(
    'MAIL_IS_OFF',
    'No mail server is set up, so nothing was sent. Set SMTP_URL and MAIL_FROM and start the instance again.',
  );

/** All that can be done with mail, bound once. */
export const createMail = ({ database, clock, letters, serverUrl, sender, siteUrl, perSecond }: MailDeps) => {
  const defaults = { siteUrl, senderAddress: sender.address };
  const templates = createTemplates({ database, clock });
  const transport = serverUrl === null ? null : createMailTransport(serverUrl);
  const prepare = createPrepare({ database, letters, templates, sender });
  const delivery = createDelivery({ database, clock, prepare, transport, perSecond });

  /** What a text says of a registration, or of a sample. */
  const preview = async (
    kind: MailKind,
    locale: Locale,
    source: TemplateSource,
    reference: string | null,
    words: Locale,
  ): Promise<RenderedPreview> => {
    const settings = await readSettings(database.read);
    const variables =
      reference === null
        ? sampleVariables(kind, locale, brandOf(settings, locale, defaults))
        : await letters.preview({ kind, locale, reference }, settings);
    if (!variables) throw notFound('A registration with this reference');
    return templates.render(kind, locale, source, variables, words);
  };

  /** What a message of staff says to somebody, or to a sample where `reference` is null. */
  const previewMessage = async (
    locale: Locale,
    text: { subject: string; body: string },
    reference: string | null,
  ): Promise<RenderedPreview> => {
    const settings = await readSettings(database.read);
    const kind = 'staff_message';
    const variables =
      reference === null
        ? { ...sampleVariables(kind, locale, brandOf(settings, locale, defaults)), message: text }
        : await letters.preview({ kind, locale, reference, data: text }, settings);
    if (!variables) throw notFound('A registration with this reference');
    return (await templates.rendererFor([{ kind }]))({ kind, locale }, variables);
  };

  return {
    /** Whether there is a mail server. */
    isOn: transport !== null,
    sender,
    templates,
    delivery,
    preview,
    previewMessage,
    recordBounce: createRecordBounce(database),
    /** Sends what a preview shows to one address, at once and past the queue. */
    async test(
      kind: MailKind,
      locale: Locale,
      source: TemplateSource,
      { reference, words, to }: { reference: string | null; words: Locale; to: string },
    ) {
      if (!transport) throw off();
      const { brand } = await readSettings(database.read);
      const rendered = await preview(kind, locale, source, reference, words);
      try {
        return await transport.send({
          from: { name: brand.senderName ?? brand.name, address: sender.address },
          to,
          replyTo: brand.replyTo,
          envelopeFrom: sender.returnPath,
          messageId: `<test.${newSecretToken().slice(0, 22)}@${sender.address.split('@')[1]}>`,
          ...rendered,
          subject: `[Test] ${rendered.subject}`,
          calendar: null,
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
      } catch (cause) {
        throw new DomainError(
          'unavailable',
          'MAIL_REFUSED',
          `The mail server did not take the test: ${failureOf(cause).words}`,
          {},
          { cause },
        );
      }
    },
    close: () => transport?.close(),
  };
};

export type MailService = ReturnType<typeof createMail>;
