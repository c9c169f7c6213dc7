import { MAIL_KINDS, type MailKind } from '../../../../contracts/mail';

/** Every kind of mail, in the order in which a reader meets them. */
export const KINDS = Object.keys(MAIL_KINDS) as MailKind[];
