import { createHash } from 'node:crypto';
import type { MailKind } from '../../../../contracts/mail';
import type { Locale } from '../../kernel/text';
import { DEFAULT_TEMPLATES } from './defaults';

/** A short name for a default's words: an edited template that remembers another one was made from an older default. */
export const defaultHash = (kind: MailKind, locale: Locale): string => {
  const { subject, preheader, body } = DEFAULT_TEMPLATES[kind][locale];
  return createHash('sha256')
    .update(JSON.stringify([subject, preheader, body]))
    .digest('base64url')
    .slice(0, 12);
};
