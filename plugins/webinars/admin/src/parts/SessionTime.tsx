import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { distanceBetween } from '../distance';

/** A session's start on the clocks of its own place, and how far away that is. */
export const SessionTime = ({ datetime, timezone, now }: { datetime: string; timezone: string; now: string }) => {
  const { formatDate, formatRelativeTime } = useIntl();
  const { count, unit } = distanceBetween(now, datetime);
  return (
    <Flex direction="column" alignItems="flex-start">
      <Typography tag="time" dateTime={datetime} textColor="neutral800">
        {formatDate(datetime, {
          weekday: 'short',
          day: 'numeric',
          month: 'short',
          hour: '2-digit',
          minute: '2-digit',
          timeZone: timezone,
          timeZoneName: 'short',
        })}
      </Typography>
      <Typography variant="pi" textColor="neutral600">
        {formatRelativeTime(count, unit, { numeric: 'auto' })}
      </Typography>
    </Flex>
  );
};
