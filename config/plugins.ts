import { env, publicUrl } from './env';

const limit = (points: number | undefined) => (points === undefined ? {} : { points });

/** Strapi's own mails, such as the confirmation of a visitor's address. The provider wants the parts of the address, not the address. */
const smtp = (address: string) => {
  if (address.startsWith('sendmail:')) return { sendmail: true, path: address.slice('sendmail:'.length) || 'sendmail' };
  const { protocol, hostname, port, username, password } = new URL(address);
  const secure = protocol === 'smtps:';
  return {
    host: hostname,
    port: Number(port || (secure ? 465 : 25)),
    secure,
    ...(username === '' ? {} : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
  };
};

export default {
  email: {
    config: {
      provider: 'nodemailer',
      providerOptions: smtp(env.SMTP_URL ?? 'smtp://127.0.0.1:25'),
      settings: { defaultFrom: env.MAIL_FROM, defaultReplyTo: env.MAIL_FROM },
    },
  },
  'users-permissions': {
    config: {
      jwtSecret: env.JWT_SECRET,
      jwt: { expiresIn: '7d' },
      ratelimit: { enabled: true, interval: 60_000, max: 10 },
    },
  },
  graphql: {
    config: { endpoint: '/graphql', shadowCRUD: true, depthLimit: 10, defaultLimit: 25, maxLimit: 100 },
  },
  webinars: {
    enabled: true,
    config: {
      tokenSecret: env.WEBINARS_TOKEN_SECRET,
      publicUrl,
      siteUrl: env.SITE_URL?.replace(/\/+$/, ''),
      trustedProxies: env.TRUSTED_PROXIES,
      defaultTimezone: env.DEFAULT_TIMEZONE,
      holdMinutes: env.HOLD_MINUTES,
      offerHours: env.OFFER_HOURS,
      consentTextVersion: env.CONSENT_TEXT_VERSION,
      rateLimits: { perAddress: limit(env.RATE_LIMIT_PER_ADDRESS), perEmail: limit(env.RATE_LIMIT_PER_EMAIL) },
      mail: {
        serverUrl: env.SMTP_URL,
        from: env.MAIL_FROM,
        returnPath: env.MAIL_RETURN_PATH,
        perSecond: env.MAIL_PER_SECOND,
        bounceToken: env.MAIL_BOUNCE_TOKEN,
      },
      odoo: env.ODOO_URL &&
        env.ODOO_API_KEY && {
          url: env.ODOO_URL,
          key: env.ODOO_API_KEY,
          database: env.ODOO_DATABASE,
          login: env.ODOO_LOGIN,
          perSecond: env.ODOO_PER_SECOND,
          timeoutSeconds: env.ODOO_TIMEOUT_SECONDS,
        },
      metricsToken: env.METRICS_TOKEN,
      jobs: { concurrency: env.JOB_CONCURRENCY },
    },
  },
};
