/** The page that tells about a session and takes registrations. */
export const sessionPage = (
  siteUrl: string,
  { slug, documentId }: { slug: string | null; documentId: string },
): string => `${siteUrl}/webinars/${encodeURIComponent(slug ?? documentId)}`;
