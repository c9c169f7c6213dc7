import supertest from 'supertest';
import { world } from './world';

const METHODS = ['get', 'post', 'put', 'patch', 'delete', 'options', 'head'] as const;

type Requests = Pick<ReturnType<typeof supertest>, (typeof METHODS)[number]>;

// Each test file begins somewhere else: the instance, and what its limits remember, outlives the file.
let visitors = Math.floor(Math.random() * 2 ** 24);

/** An address no request has come from yet. */
export const newAddress = (): string => {
  visitors += 1;
  return `10.${(visitors >> 16) & 255}.${(visitors >> 8) & 255}.${visitors & 255}`;
};

/** Requests to an instance; each comes from an address of its own unless the test sets `X-Forwarded-For`. */
export const requestsTo = (baseUrl: string): Requests => {
  const agent = supertest(baseUrl);
  const entries = METHODS.map((method) => [
    method,
    (path: string) => agent[method](path).set('X-Forwarded-For', newAddress()),
  ]);
  return Object.fromEntries(entries) as Requests;
};

/** Requests to the instance of this run. */
export const request = requestsTo(world.baseUrl);
