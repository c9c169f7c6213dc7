import { env } from './env';

export default {
  auth: { secret: env.ADMIN_JWT_SECRET },
  apiToken: { salt: env.API_TOKEN_SALT },
  transfer: { token: { salt: env.TRANSFER_TOKEN_SALT } },
  secrets: { encryptionKey: env.ENCRYPTION_KEY },
  flags: { nps: false, promoteEE: false },
  autoOpen: false,
  // The bundler reloads the admin by itself; without this every change there would restart the server too.
  watchIgnoreFiles: ['**/plugins/*/admin/**', '**/.data/**'],
};
