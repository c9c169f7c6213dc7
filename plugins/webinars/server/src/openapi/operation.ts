import type { z } from 'zod';
import type { ErrorKind } from '../kernel/errors';

/** How an operation can refuse: for a kind of error what it means here, or the codes it carries. */
export type Refusals = { [Kind in ErrorKind]?: string | readonly string[] };

/** One line of the table of operations. */
export type Operation = {
  id: string;
  method: 'get' | 'post' | 'patch';
  /** As the routes spell it, below /api/webinars. */
  path: string;
  tag: 'Programme' | 'Registrations' | 'Mails' | 'Carts' | 'Account' | 'About';
  summary: string;
  description?: string;
  query?: z.ZodObject;
  headers?: { name: string; description: string }[];
  /** What stands in `data` of the body. */
  body?: z.ZodType;
  /** A contract's JSON, or a calendar file, which a client may hold already. */
  answer:
    | { status: 200 | 201; description: string; body: z.ZodType }
    | { status: 200; description: string; body: 'text/calendar'; isTagged: boolean };
  refusals: Refusals;
  /** Whether a signed-in account is required, or makes a difference. */
  account?: 'required' | 'optional';
};
