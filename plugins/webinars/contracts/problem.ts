import { z } from 'zod';

/** One faulty field of a request: where it stands, and what is wrong with it in the visitor's language. */
export const fault = z
  .object({ path: z.array(z.string()), message: z.string(), name: z.string().optional() })
  .meta({ id: 'Fault', description: 'One faulty field: where it stands in the request, and what is wrong with it' });

/** What every refusal says, in Strapi's envelope. `code` is the contract; `message` is for people and may change. */
export const problem = z
  .object({
    data: z.null(),
    error: z.object({
      status: z.int(),
      name: z.string(),
      message: z.string().meta({ description: 'For people, in their language where it can be known; it may change' }),
      details: z
        .looseObject({
          code: z.string().optional().meta({ description: 'For programs' }),
          errors: z.array(fault).optional().meta({ description: 'Every faulty field' }),
          retryAfter: z.int().optional().meta({ description: 'Seconds, as in the header Retry-After' }),
        })
        .optional(),
    }),
  })
  .meta({ id: 'Problem' });
