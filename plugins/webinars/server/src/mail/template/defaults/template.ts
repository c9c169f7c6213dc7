import type { Locale } from '../../../kernel/text';

/** A default: the same letter in each language. */
export type Template = Record<Locale, { subject: string; preheader: string; body: string }>;
