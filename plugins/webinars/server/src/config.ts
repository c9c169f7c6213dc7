import { z } from 'zod';

const limit = (points: number, seconds: number) =>
  z.strictObject({ points: z.int().min(1).default(points), seconds: z.int().min(1).default(seconds) }).prefault({});

export const settings = z.strictObject({
  /** Signs manage tokens. A change makes every link mailed before it worthless. */
  tokenSecret: z.string().min(32),
  /** Where links lead that people follow, without a slash at the end. */
  publicUrl: z.url(),
  /** Where the pages are that mails link to, without a slash at the end: a front end of one's own. By default this instance's. */
  siteUrl: z.url({ protocol: /^https?$/ }).optional(),
  /** Addresses and networks of proxies whose X-Forwarded-For is believed; without any, the header is ignored. */
  trustedProxies: z.array(z.string()).default([]),
  /** The programme's own zone: its weeks and months are those of the catalog's filters. */
  defaultTimezone: z.string().default('Europe/Berlin'),
  /** How long a seat is held while a visitor pays. Stripe: a Checkout Session lives at least 30 minutes. */
  holdMinutes: z.int().min(30).max(1440).default(30),
  /** How long a seat is kept for somebody promoted from the waitlist, where the start is far enough away. */
  offerHours: z.int().min(1).max(168).default(24),
  /** What consent records call the wording that forms had before the first publication of another. */
  consentTextVersion: z.string().min(1).max(50).default('1'),
  rateLimits: z
    .strictObject({
      /** Public writes of one network address. An office behind one address registers together, so it is generous. */
      perAddress: limit(60, 60),
      /** Registrations for one e-mail address. */
      perEmail: limit(20, 3600),
    })
    .prefault({}),
  mail: z.strictObject({
    /** `smtp://`, `smtps://` or `sendmail:/path`. Without it mails are kept and shown in the admin. */
    serverUrl: z
      .string()
      .regex(/^(smtps?:\/\/.+|sendmail:.*)$/)
      .optional(),
    /** The address mails come from. */
    from: z.email({ pattern: z.regexes.html5Email }),
    /** Where mail servers report what they could not deliver; by default the address mails come from. */
    returnPath: z.email({ pattern: z.regexes.html5Email }).optional(),
    /** What the provider allows, over all instances; 0 is without limit. */
    perSecond: z.number().min(0).max(10_000).default(20),
    /** Opens the endpoint for reports of mails that did not arrive. Without it there is none. */
    bounceToken: z.string().min(32).optional(),
  }),
  /** The CRM. Without it nothing is sent anywhere, and nothing waits to be. */
  odoo: z
    .strictObject({
      url: z.url({ protocol: /^https?$/ }),
      key: z.string().min(1),
      /** Only where one host serves several. */
      database: z.string().min(1).optional(),
      /** The account's name, for Odoo 17 and 18: they know no other protocol than JSON-RPC, which asks for it and for the database. */
      login: z.string().min(1).optional(),
      /** Calls a second; 0 is without limit. Odoo's own cloud throttles those that ask for more. */
      perSecond: z.number().min(0).max(1000).default(10),
      /** How long one answer is waited for. A thousand leads in one call take more than ten seconds; Odoo cuts its own work off after 120. */
      timeoutSeconds: z.int().min(1).max(600).default(90),
    })
    .refine(({ login, database }) => !login || database, 'With a log-in (Odoo 17 and 18) the database has to be named.')
    .optional(),
  /** Opens /metrics to whoever bears it; without one it is for programs on this machine only. */
  metricsToken: z.string().min(32).optional(),
  jobs: z
    .strictObject({
      /** Jobs this instance runs at once; 0 for an instance that only answers requests. */
      concurrency: z.int().min(0).max(50).default(5),
    })
    .prefault({}),
});

export type Settings = z.infer<typeof settings>;

/** Strapi asks `validator` at load and stops with our words; it discards what the check returns, so app.ts parses once more. */
export const config = {
  default: {},
  validator(given: unknown) {
    const checked = settings.safeParse(given);
    if (!checked.success)
      throw new Error(`The settings of the webinars plugin are faulty:\n${z.prettifyError(checked.error)}`);
  },
};
