import type { PartnerName } from '../../../contracts/partners';

export const PARTNERS_PATH = '/webinars-admin/partners';

/** The server's address for one verb, or one list, of a partner. */
export const partnerPath = (partner: PartnerName, what: string): string => `${PARTNERS_PATH}/${partner}/${what}`;
