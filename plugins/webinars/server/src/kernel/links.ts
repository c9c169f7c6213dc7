import type { TokenPurpose, Tokens } from './token';

/** Where links lead that people follow. Addresses without a slash at the end. */
export type LinkBase = {
  /** Where the pages are: this instance's own, or a front end that takes their place. */
  siteUrl: string;
  /** Where this instance answers. */
  publicUrl: string;
  tokens: Record<TokenPurpose, Tokens>;
};

/** The words below /webinars that are pages of their own: no session may be found under one of them. */
export const RESERVED_WORDS = ['manage', 'join', 'preferences', 'unsubscribe', 'consent', 'calendar'] as const;

/** What "add to calendar" buttons say. */
export type Addable = {
  title: string;
  start: Date;
  /** In minutes. */
  duration: number;
  description: string;
  /** Where it takes place: an address of the web, for us. */
  location: string;
  timezone: string;
};

/** Adds a session to the reader's calendar by a link; the calendar slice knows how the big ones want to be asked. */
export type AddLinks = (event: Addable) => { google: string; outlook: string; office365: string };

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
    /** The programme in the admin. */
    overview: `${publicUrl}/admin/plugins/webinars`,
    manage,
    /** Stands in invitations, which are forwarded: its token lets its bearer into the session and does nothing else. */
    join: (reference: string) => `${siteUrl}/webinars/join/${tokens.join.of(reference)}`,
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
