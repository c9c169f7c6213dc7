import { env, publicUrl } from './env';

export default {
  host: env.HOST,
  port: env.PORT,
  url: publicUrl,
  app: { keys: env.APP_KEYS },
  // Of an X-Forwarded-For list only its last entry was written by our own proxy; the rest is what the visitor claims.
  proxy: { koa: env.TRUSTED_PROXIES.length > 0, maxIpsCount: 1 },
  logger: { updates: { enabled: false }, startup: { enabled: false } },
};
