import type { MailCategory } from '../../../contracts/mail';
import type { Locale } from '../kernel/text';
import type { Tokens } from '../kernel/token';

/** Where the pages behind links stand, and who signs what is in their addresses. Each purpose has tokens of its own: a forwarded unsubscribe link cancels no seat. */
export type LinkDeps = {
  siteUrl: string;
  publicUrl: string;
  tokens: { manage: Tokens; preferences: Tokens; consent: Tokens };
};

/** The addresses behind the links of one registration's mails. */
export const createLinks = ({ siteUrl, publicUrl, tokens }: LinkDeps) => ({
  session: (slugOrId: string, locale: Locale) => `${siteUrl}/webinars/${encodeURIComponent(slugOrId)}?lang=${locale}`,
  admin: (sessionDocumentId: string) =>
    `${publicUrl}/admin/content-manager/collection-types/api::session.session/${sessionDocumentId}`,
  of(reference: string, category: MailCategory) {
    const manage = `${siteUrl}/webinars/manage/${tokens.manage.of(reference)}`;
    const preferences = tokens.preferences.of(reference);
    const isOptional = category !== 'service';
    return {
      manage,
      join: `${manage}/join`,
      pay: manage,
      feedback: `${manage}/feedback`,
      calendarFile: `${publicUrl}/api/webinars/registrations/${tokens.manage.of(reference)}/calendar.ics`,
      preferences: `${siteUrl}/webinars/preferences/${preferences}`,
      unsubscribe: isOptional ? `${siteUrl}/webinars/unsubscribe/${preferences}?category=${category}` : null,
      consent: `${siteUrl}/webinars/consent/${tokens.consent.of(reference)}`,
    };
  },
  /** Posted to by mail programs: always this instance, whatever front end shows the pages. */
  oneClick: (reference: string, category: MailCategory) =>
    category === 'service'
      ? null
      : `${publicUrl}/api/webinars/unsubscribe/${tokens.preferences.of(reference)}?category=${category}`,
});

export type Links = ReturnType<typeof createLinks>;
