import { z } from 'zod';

/** What `.env.example` puts where a secret belongs. Whoever copies the file unread is stopped in production. */
const EXAMPLE = /^example-/;

const isProduction = process.env.NODE_ENV === 'production';

const secret = (purpose: string) =>
  z
    .string(`is missing: ${purpose}`)
    .min(32, `is shorter than 32 characters: ${purpose}`)
    .refine((value) => !isProduction || !EXAMPLE.test(value), `still has its example value: ${purpose}`);

const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

const items = (value: string): string[] =>
  value
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');

/** What an HTTP header carries. */
const SENDABLE = /^[ -~]+$/;

const isOriginOnly = (url: string): boolean => {
  const { href, origin } = new URL(url);
  return href === `${origin}/`;
};

const environment = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  HOST: z.string().default(isProduction ? '0.0.0.0' : '127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(1337),
  PUBLIC_URL: z.url({ protocol: /^https?$/, message: 'is not a web address' }).optional(),
  SITE_URL: z.url({ protocol: /^https?$/, message: 'is not a web address' }).optional(),

  DATABASE_URL: z
    .string('is missing: `npm start` provides the embedded PostgreSQL when you have no server of your own')
    .regex(/^postgres(ql)?:\/\//, 'does not begin with postgres://'),
  DATABASE_POOL_MIN: z.coerce.number().int().min(0).default(0),
  DATABASE_POOL_MAX: z.coerce.number().int().min(2).max(100).default(20),

  APP_KEYS: z
    .string('is missing: signs session cookies')
    .transform(items)
    .pipe(z.array(secret('signs session cookies')).min(1, 'is missing: signs session cookies')),
  ADMIN_JWT_SECRET: secret('signs the log-ins of administrators'),
  API_TOKEN_SALT: secret('salts API tokens'),
  TRANSFER_TOKEN_SALT: secret('salts transfer tokens'),
  ENCRYPTION_KEY: secret('encrypts API tokens that stay readable'),
  JWT_SECRET: secret('signs the log-ins of visitors'),
  WEBINARS_TOKEN_SECRET: secret('signs the manage links in mails; a change makes every sent link worthless'),

  SMTP_URL: z
    .string()
    .regex(/^(smtps?:\/\/.+|sendmail:.*)$/, 'does not begin with smtp://, smtps:// or sendmail:')
    .optional(),
  MAIL_FROM: z
    .email({ pattern: z.regexes.html5Email, error: 'is not an e-mail address' })
    .default('webinars@localhost'),
  MAIL_RETURN_PATH: z.email({ pattern: z.regexes.html5Email, error: 'is not an e-mail address' }).optional(),
  MAIL_PER_SECOND: z.coerce.number().min(0).optional(),
  MAIL_BOUNCE_TOKEN: z
    .string()
    .min(32, 'is shorter than 32 characters: whoever knows it may report mails as undeliverable')
    .optional(),
  METRICS_TOKEN: z
    .string()
    .min(32, 'is shorter than 32 characters: whoever knows it may read the numbers of this instance')
    .optional(),

  ODOO_URL: z
    .url({ protocol: /^https?$/, message: 'is not a web address', abort: true })
    .refine(isOriginOnly, 'is more than an address: leave out what stands before or after the host')
    .optional(),
  ODOO_API_KEY: z.string().regex(SENDABLE, 'has characters that no key of Odoo has: copy it again').optional(),
  ODOO_DATABASE: z.string().regex(SENDABLE, 'has characters that cannot be sent to Odoo').optional(),
  ODOO_LOGIN: z.string().optional(),
  ODOO_PER_SECOND: z.coerce.number().min(0).optional(),
  ODOO_TIMEOUT_SECONDS: z.coerce.number().int().min(1).max(600).optional(),

  TRUSTED_PROXIES: z.string().default('').transform(items),
  LOG_LEVEL: z.enum(['error', 'warn', 'info', 'http', 'debug', 'silly']).default('info'),
  LOG_REQUESTS: flag.default(false),

  DEFAULT_TIMEZONE: z.string().optional(),
  HOLD_MINUTES: z.coerce.number().int().optional(),
  OFFER_HOURS: z.coerce.number().int().optional(),
  CONSENT_TEXT_VERSION: z.string().optional(),
  RATE_LIMIT_PER_ADDRESS: z.coerce.number().int().optional(),
  RATE_LIMIT_PER_EMAIL: z.coerce.number().int().optional(),
  JOB_CONCURRENCY: z.coerce.number().int().optional(),
});

/** A partner that is set up by half would be off without a word. */
const wholeEnvironment = environment.superRefine((given, context) => {
  const missing = (name: keyof typeof given, why: string) =>
    context.addIssue({ code: 'custom', path: [name], message: `is missing: ${why}` });
  if (given.ODOO_API_KEY && !given.ODOO_URL) missing('ODOO_URL', 'the key in ODOO_API_KEY is for an Odoo somewhere');
  if (given.ODOO_URL && !given.ODOO_API_KEY)
    missing('ODOO_API_KEY', 'the Odoo at ODOO_URL asks for one (docs/odoo.md)');
  if (given.ODOO_LOGIN && !given.ODOO_DATABASE)
    missing('ODOO_DATABASE', 'with ODOO_LOGIN (Odoo 17 and 18) it is asked for');
});

/** Reads the environment once. An empty variable counts as absent; all faults are reported together, by name. */
const readEnvironment = () => {
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''));
  const parsed = wholeEnvironment.safeParse(given);
  if (parsed.success) return parsed.data;
  const faults = new Map(parsed.error.issues.map((issue) => [String(issue.path[0]), issue.message]));
  const lines = [...faults].map(([name, message]) => `  ${name} ${message}`);
  throw new Error(`The environment is not complete (.env.example explains every name):\n${lines.join('\n')}`);
};

/** The settings of this process, from its environment. */
export const env = readEnvironment();

/** Where people reach this instance, without a slash at the end. */
export const publicUrl = (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, '');
