import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

/** A text in the reader's language, else as it was stored. */
export const Translated = ({ id, stored }: { id: string; stored: string }) => (
  <>{useIntl().formatMessage({ id, defaultMessage: stored })}</>
);

/** A value of an enumeration in a list's cell. */
export const Word = ({ value }: { value: unknown }) => (
  <Typography textColor="neutral800">
    {typeof value === 'string' && value !== '' ? <Translated id={value} stored={value} /> : '-'}
  </Typography>
);
