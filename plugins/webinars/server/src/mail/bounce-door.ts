import type { IncomingMessage } from 'node:http';
import { bounceReport } from '../../../contracts/bounces';
import { readNotification } from './bounces';
import type { MailService } from './create-mail';
import type { Clock } from '../kernel/clock';
import { DomainError, invalid } from '../kernel/errors';
import { answering } from '../kernel/problems';
import { isSameSecret } from '../kernel/token';

type Ctx = {
  request: { body?: unknown };
  req: IncomingMessage;
  status: number;
  body: unknown;
  get(header: string): string;
  set(name: string, value: string): void;
};

// A returned mail carries at most the mail it returns.
const MOST_BYTES = 2 * 2 ** 20;

const readAll = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += (chunk as Buffer).length;
    if (length > MOST_BYTES) throw invalid([{ path: [], message: 'The returned mail is larger than 2 MiB.' }]);
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
};

/**
 * Takes reports of mails that did not arrive, from whoever watches the return path: a returned mail as it is (`message/rfc822`), or a report as
 * JSON. The token opens the door; without one in the settings there is no door.
 */
export const createBounceController = (deps: { mail: MailService; clock: Clock; token: string | undefined }) => ({
  async report(ctx: Ctx): Promise<void> {
    const given = /^Bearer (.+)$/.exec(ctx.get('Authorization'))?.[1] ?? '';
    if (!deps.token || !isSameSecret(given, deps.token)) {
      throw new DomainError(
        'forbidden',
        'WRONG_TOKEN',
        'The token of this endpoint is missing or wrong. Nothing was changed.',
      );
    }
    const isMail = /^message\/rfc822\b/i.test(ctx.get('Content-Type'));
    const report = isMail
      ? await readNotification(await readAll(ctx.req))
      : bounceReport.parse((ctx.request.body as { data?: unknown } | undefined)?.data);
    ctx.body = {
      data: report ? await deps.mail.recordBounce(report, deps.clock.now()) : { mails: 0, addresses: 0 },
      meta: {},
    };
  },
});

export const bounceRoutes = (controller: () => ReturnType<typeof createBounceController>) => [
  {
    method: 'POST',
    path: '/mail/bounces',
    handler: answering<Ctx>((ctx) => controller().report(ctx)),
    config: { auth: false },
  },
];
