/** The page that tells about a session and takes registrations. */
export const sessionPage = (
  siteUrl: string,
  { slug, documentId }: { slug: string | null; documentId: string },
): string => `${siteUrl}/webinars/${encodeURIComponent(slug ?? documentId)}`;

/** The page from which one person joins. */
export const joinPage = (siteUrl: string, manageToken: string): string =>
  `${siteUrl}/webinars/manage/${encodeURIComponent(manageToken)}/join`;
