import { z } from 'zod';

/** What may be asked of a calendar file. Subscribing programs add parameters of their own, which are passed over. */
export const calendarQuery = z.object({
  locale: z.enum(['en', 'de']).optional().meta({ description: 'The language of the texts. Default: English' }),
});

/** The same for one's own entry, which speaks the language that its owner registered in. */
export const ownCalendarQuery = z.object({
  locale: z
    .enum(['en', 'de'])
    .optional()
    .meta({ description: 'The language of the texts. Default: that of the registration' }),
});
