import type { LetterVariables, MailKind } from '../../../contracts/mail';
import type { Locale } from '../kernel/text';
import type { Letter, Mail, SkipReason } from './mail';
import type { CurrentSettings } from './settings';

/** What a mail has to say, or why it has nothing to say any more. */
export type Composed = { letter: Letter } | { skip: SkipReason };

/** Whoever knows sessions and registrations says what mails have to say. */
export type Letters = {
  /** All of a batch together. A mail that is missing in the answer is gone. */
  compose(mails: readonly Mail[], now: Date, settings: CurrentSettings): Promise<Map<string, Composed>>;
  /** What a mail of this kind would say to somebody registered, whatever has become of them. Null where nobody has that reference. */
  preview(
    mail: { kind: MailKind; locale: Locale; reference: string; data?: Record<string, unknown> },
    settings: CurrentSettings,
  ): Promise<LetterVariables | null>;
};
