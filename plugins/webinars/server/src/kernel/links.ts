import type { TokenPurpose, Tokens } from './token';

/** Where links lead that people follow. Addresses without a slash at the end. */
export type LinkBase = {
  /** Where the pages are: this instance's own, or a front end that takes their place. */
  siteUrl: string;
  /** Where this instance answers. */
  publicUrl: string;
  tokens: Record<TokenPurpose, Tokens>;
};

/** The addresses of pages: what mails, calendars and pages link to. Those of a registration are made from its reference. */
export const createLinks = ({ siteUrl, publicUrl, tokens }: LinkBase) => {
  const manage = (reference: string) => `${siteUrl}/webinars/manage/${tokens.manage.of(reference)}`;
  const unsubscribing = (base: string) => (reference: string, category: string) =>
    `${base}/unsubscribe/${tokens.preferences.of(reference)}?category=${category}`;
  return {
    /** The public page of a session. */
    session: (slugOrId: string, locale: string) => `${siteUrl}/webinars/${encodeURIComponent(slugOrId)}?lang=${locale}`,
    /** A session in the admin. */
    admin: (sessionDocumentId: string) =>
      `${publicUrl}/admin/content-manager/collection-types/api::session.session/${sessionDocumentId}`,
    manage,
    join: (reference: string) => `${manage(reference)}/join`,
    feedback: (reference: string) => `${manage(reference)}/feedback`,
    preferences: (reference: string) => `${siteUrl}/webinars/preferences/${tokens.preferences.of(reference)}`,
    unsubscribe: unsubscribing(`${siteUrl}/webinars`),
    /** RFC 8058: where a mail client posts by itself. Always this instance, whatever front end shows the pages. */
    oneClickUnsubscribe: unsubscribing(`${publicUrl}/api/webinars`),
    consent: (reference: string) => `${siteUrl}/webinars/consent/${tokens.consent.of(reference)}`,
    calendarFile: (reference: string) =>
      `${publicUrl}/api/webinars/registrations/${tokens.manage.of(reference)}/calendar.ics`,
  };
};

export type Links = ReturnType<typeof createLinks>;
