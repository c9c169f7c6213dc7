import { z } from 'zod';

/** The language of sessions' titles, where they have one in it. */
export const titles = z.enum(['en', 'de']).default('en');

export const titlesQuery = z.strictObject({ titles });
