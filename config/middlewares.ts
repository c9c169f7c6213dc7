import { errors } from '@strapi/utils';
import { env } from './env';

// A body that is no JSON is its sender's mistake: said as one, and not logged as an accident of ours, with the body in it.
const onError = (error: Error & { status?: number; type?: string }): never => {
  if (error.status === 413) throw new errors.PayloadTooLargeError('The request is too large.');
  if (error.status !== undefined && error.status < 500)
    throw new errors.ValidationError('The body of the request cannot be read.');
  throw error;
};

export default [
  // A line per request costs 15 to 30 percent of the throughput, so it is asked for.
  ...(env.LOG_REQUESTS ? ['strapi::logger'] : []),
  'strapi::errors',
  {
    name: 'strapi::security',
    config: {
      contentSecurityPolicy: {
        useDefaults: true,
        directives: {
          'connect-src': ["'self'", 'https:'],
          // Images are addresses that editors type: speakers' photos and banners may live anywhere.
          'img-src': ["'self'", 'data:', 'blob:', 'https:'],
          'media-src': ["'self'", 'data:', 'blob:', 'https:'],
          upgradeInsecureRequests: null,
        },
      },
    },
  },
  'strapi::cors',
  'strapi::session',
  'strapi::query',
  { name: 'strapi::body', config: { onError } },
  'strapi::favicon',
  'strapi::public',
];
