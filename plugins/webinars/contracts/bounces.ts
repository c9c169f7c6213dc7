import { z } from 'zod';

/** What a mail server, or whoever watches it, tells of a mail that did not arrive. One of `messageId` and `email` says which. */
export const bounceReport = z.strictObject({
  messageId: z
    .string()
    .trim()
    .max(300)
    .nullable()
    .default(null)
    .meta({ description: 'As it stood in the mail: <…@…>' }),
  email: z.string().trim().max(254).nullable().default(null),
  type: z
    .enum(['hard', 'soft'])
    .meta({ description: 'hard: the address takes no mail. soft: this mail did not arrive.' }),
  words: z.string().max(2000).default('').meta({ description: 'What the mail server said' }),
});
export type BounceReport = z.infer<typeof bounceReport>;

/** How many mails and addresses a report marked. */
export const bounceReceipt = z.object({ mails: z.int(), addresses: z.int() });
export type BounceReceipt = z.infer<typeof bounceReceipt>;
