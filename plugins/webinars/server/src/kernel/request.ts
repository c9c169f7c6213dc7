import type { IncomingMessage } from 'node:http';
import { invalid } from './errors';
import type { Staff } from './staff';

/** What we read and write of Koa's context. */
export type Ctx = {
  params: Record<string, string>;
  query: Record<string, unknown>;
  request: { body?: unknown };
  req: IncomingMessage;
  state: { user?: { email?: string; confirmed?: boolean; blocked?: boolean } & Staff };
  status: number;
  body: unknown;
  get(header: string): string;
  set(header: string, value: string): void;
};

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The `data` of a request's body, where all our writes carry what they say. */
export const dataOf = (body: unknown): Record<string, unknown> => {
  if (isRecord(body) && isRecord(body.data)) return body.data;
  throw invalid([{ path: ['data'], message: 'The body has to be a JSON object with an object "data".' }]);
};
