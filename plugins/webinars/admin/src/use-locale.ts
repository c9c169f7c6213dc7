import { useIntl } from 'react-intl';

/** The reader's language, as far as content has one. */
export const useContentLocale = (): 'en' | 'de' => (useIntl().locale.startsWith('de') ? 'de' : 'en');
