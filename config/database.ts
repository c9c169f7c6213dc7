import { env } from './env';

export default {
  connection: {
    client: 'postgres',
    connection: { connectionString: env.DATABASE_URL, application_name: 'webinars' },
    pool: { min: env.DATABASE_POOL_MIN, max: env.DATABASE_POOL_MAX },
    acquireConnectionTimeout: 60_000,
  },
};
