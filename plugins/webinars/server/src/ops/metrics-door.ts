import type { IncomingMessage } from 'node:http';
import { DomainError, notFound } from '../kernel/errors';
import { answering } from '../kernel/problems';
import { isSameSecret } from '../kernel/token';
import type { Metrics } from './metrics';

type Ctx = { req: IncomingMessage; status: number; body: unknown; set(name: string, value: string): void };

export type Asked = { headers: IncomingMessage['headers']; socket: { remoteAddress?: string } };

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::ffff:127\.\d+\.\d+\.\d+|::1)$/;
const OWN_NAMES = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i;

/**
 * Whether a program on this machine asks, for itself. A proxy here speaks for strangers: it names them in a header, or the name they
 * used; and so does a browser here that a strange page has sent.
 */
export const isFromThisMachine = ({ headers, socket }: Asked): boolean =>
  LOOPBACK.test(socket.remoteAddress ?? '') &&
  headers['x-forwarded-for'] === undefined &&
  headers.forwarded === undefined &&
  OWN_NAMES.test(headers.host ?? '');

const admit = (request: Asked, token: string | undefined): void => {
  if (token === undefined) {
    if (!isFromThisMachine(request)) throw notFound('This page');
    return;
  }
  const given = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
  if (!isSameSecret(given, token)) {
    throw new DomainError(
      'forbidden',
      'WRONG_TOKEN',
      'The token of this endpoint is missing or wrong. Send METRICS_TOKEN as "Authorization: Bearer".',
    );
  }
};

/** Tells the numbers to whoever bears the token; without one in the settings, to programs on this machine. */
export const createMetricsDoor = ({ metrics, token }: { metrics: Metrics; token: string | undefined }) => ({
  async show(ctx: Ctx): Promise<void> {
    ctx.set('Cache-Control', 'no-store');
    admit(ctx.req, token);
    const text = await metrics.text();
    ctx.set('Content-Type', metrics.contentType);
    ctx.body = text;
  },
});

/** At the root, where scrapers look. Composed only when the application has started, after Strapi reads this table. */
export const metricsRoutes = (door: () => ReturnType<typeof createMetricsDoor>) => [
  {
    method: 'GET' as const,
    path: '/metrics',
    handler: answering<Ctx>((ctx) => door().show(ctx)),
    config: { auth: false as const },
  },
];
