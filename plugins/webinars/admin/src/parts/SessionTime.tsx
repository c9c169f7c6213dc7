import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** A session's start on the clocks of its own place, and how far away that is. */
export const SessionTime = ({ datetime, timezone, now }: { datetime: string; timezone: string; now: string }) => {
  const { formatDate, formatRelativeTime } = useIntl();
  const away = Date.parse(datetime) - Date.parse(now);
  const [unit, length] = UNITS.find(([, ms]) => Math.abs(away) >= ms) ?? UNITS[2];
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
        {formatRelativeTime(Math.trunc(away / length), unit, { numeric: 'auto' })}
      </Typography>
    </Flex>
  );
};
