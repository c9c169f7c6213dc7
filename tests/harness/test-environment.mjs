/** The settings every test instance gets, in this process or in one of its own. Nothing of the developer's `.env` counts. */
export const testEnvironment = {
  NODE_ENV: 'test',
  TZ: 'UTC',
  // Names a file that does not exist: Strapi would read .env by itself.
  ENV_PATH: '.env.none',
  HOST: '127.0.0.1',
  PORT: '0',
  PUBLIC_URL: 'http://localhost:1337',
  LOG_LEVEL: 'error',
  MAIL_FROM: 'webinars@example.com',
  // Tests wait for no provider.
  MAIL_PER_SECOND: '0',
  ODOO_PER_SECOND: '0',
  MAIL_BOUNCE_TOKEN: 'test-mail-bounce-token-0000000000000',
  METRICS_TOKEN: 'test-metrics-token-00000000000000000',
  SEED_DEMO: 'false',
  STRAPI_DISABLE_EE: 'true',
  STRAPI_TELEMETRY_DISABLED: 'true',
  // Tests speak for many visitors: each request names its own address, as a proxy on this machine would.
  TRUSTED_PROXIES: '127.0.0.1,::1',
  APP_KEYS: 'test-app-keys-0000000000000000000000',
  ADMIN_JWT_SECRET: 'test-admin-jwt-secret-00000000000000',
  API_TOKEN_SALT: 'test-api-token-salt-0000000000000000',
  TRANSFER_TOKEN_SALT: 'test-transfer-token-salt-00000000000',
  ENCRYPTION_KEY: 'test-encryption-key-0000000000000000',
  JWT_SECRET: 'test-jwt-secret-00000000000000000000',
  WEBINARS_TOKEN_SECRET: 'test-webinars-token-secret-000000000',
};
