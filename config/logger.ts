import { env } from './env';

export default {
  level: env.LOG_REQUESTS && env.LOG_LEVEL === 'info' ? 'http' : env.LOG_LEVEL,
};
