import { Flex, Typography } from '@strapi/design-system';
import type { PlannedSession } from '../../../contracts/planning';
import { useText } from '../translate';
import { FillBar } from './FillBar';

/** How many seats of a session are taken, and who waits. */
export const Seats = ({
  session: { capacity, taken, waiting },
}: {
  session: Pick<PlannedSession, 'capacity' | 'taken' | 'waiting'>;
}) => {
  const text = useText();
  return (
    <Flex direction="column" alignItems="stretch" gap={1}>
      <Typography textColor="neutral800">
        {capacity === null ? text('overview.taken', { taken }) : text('overview.taken_of', { taken, capacity })}
      </Typography>
      {capacity !== null && <FillBar share={capacity === 0 ? 1 : taken / capacity} isFull={taken >= capacity} />}
      {waiting > 0 && (
        <Typography variant="pi" textColor="neutral600">
          {text('sessions.waiting', { count: waiting })}
        </Typography>
      )}
    </Flex>
  );
};
