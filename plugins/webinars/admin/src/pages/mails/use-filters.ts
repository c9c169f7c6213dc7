import { useAddressFilters } from '../../use-address-filters';

export const FILTERS = ['state', 'kind', 'recipient', 'session', 'registration', 'message', 'isBounced'] as const;
export type Filter = (typeof FILTERS)[number];

/** Which mails are shown. */
export const useFilters = () => useAddressFilters(FILTERS);
