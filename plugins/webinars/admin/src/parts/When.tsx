import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

/** When something was done, and by whom where that is known. */
export const When = ({ at, by }: { at: string; by: string | null }) => {
  const { formatDate } = useIntl();
  return (
    <Flex direction="column" alignItems="flex-start">
      <Typography tag="time" dateTime={at} textColor="neutral800">
        {formatDate(at, { dateStyle: 'short', timeStyle: 'short' })}
      </Typography>
      {by && (
        <Typography variant="pi" textColor="neutral600">
          {by}
        </Typography>
      )}
    </Flex>
  );
};
