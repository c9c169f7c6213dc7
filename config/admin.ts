import { env } from './env';

export default {
  auth: { secret: env.ADMIN_JWT_SECRET },
  apiToken: { salt: env.API_TOKEN_SALT },
  transfer: { token: { salt: env.TRANSFER_TOKEN_SALT } },
  secrets: { encryptionKey: env.ENCRYPTION_KEY },
  flags: { nps: false, promoteEE: false },
  autoOpen: false,
  // Without this the Content Manager offers on every page to set the preview up.
  preview: { enabled: false },
  // What changes without the running instance: the bundler reloads the admin by itself, and `npm run develop` says when
  // the plugin's new build is complete; a restart at the change of its source would find the build half written.
  watchIgnoreFiles: [
    '**/plugins/**',
    '**/.data/**',
    '**/tests/**',
    '**/bench/**',
    '**/scripts/**',
    '**/docs/**',
    '**/*.md',
    '**/*.test.ts',
  ],
};
