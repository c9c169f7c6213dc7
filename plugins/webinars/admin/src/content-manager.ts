const EXPLORER = '/content-manager/collection-types';

export const SESSION = 'api::session.session';
export const TOPIC = 'api::topic.topic';
export const SPEAKER = 'api::speaker.speaker';
export const REGISTRATION = 'api::registration.registration';

/** The Content Manager's page of one entry. */
export const entryPath = (uid: string, documentId: string): string => `${EXPLORER}/${uid}/${documentId}`;

/** The Content Manager's page for a new entry. */
export const newEntryPath = (uid: string): string => `${EXPLORER}/${uid}/create`;

/** The Content Manager's list, with filters as its own address spells them: `{ state: { $eq: 'draft' } }`. */
export const listPath = (
  uid: string,
  { filters = {}, sort }: { filters?: Record<string, Record<string, string>>; sort: string },
): string => {
  const query = new URLSearchParams({ page: '1', pageSize: '25', sort });
  const conditions = Object.entries(filters).flatMap(([attribute, condition]) =>
    Object.entries(condition).map(([operator, value]) => ({ attribute, operator, value })),
  );
  conditions.forEach(({ attribute, operator, value }, index) =>
    query.set(`filters[$and][${index}][${attribute}][${operator}]`, value),
  );
  return `${EXPLORER}/${uid}?${query}`;
};
