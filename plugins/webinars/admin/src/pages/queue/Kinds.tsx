import { Table, Tbody, Td, Thead, Tr, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { QueueStanding } from '../../../../contracts/queue';
import { distanceBetween } from '../../distance';
import { Cell } from '../../parts/Cell';
import { Heading } from '../../parts/Heading';
import { Panel } from '../../parts/Panel';
import { useText } from '../../translate';
import { useJobName } from './words';

const COUNTS = ['waiting', 'running', 'retrying', 'scheduled', 'dead'] as const;

/** Every kind of work, and how it stands. */
export const Kinds = ({ standing: { kinds, at } }: { standing: QueueStanding }) => {
  const text = useText();
  const nameOf = useJobName();
  const { formatNumber, formatRelativeTime } = useIntl();
  const oldest = (since: string): string => {
    const { count, unit } = distanceBetween(at, since);
    return formatRelativeTime(count, unit, { numeric: 'auto' });
  };
  return (
    <Panel isBare title={text('queue.kinds')}>
      <Table colCount={COUNTS.length + 2} rowCount={kinds.length + 1}>
        <Thead>
          <Tr>
            <Heading>{text('queue.kind')}</Heading>
            {COUNTS.map((count) => (
              <Heading key={count}>{text(`queue.${count}`)}</Heading>
            ))}
            <Heading>{text('queue.oldest')}</Heading>
          </Tr>
        </Thead>
        <Tbody>
          {kinds.map(({ name, oldestDueAt, ...counts }) => (
            <Tr key={name}>
              <Cell width="36rem">
                <Typography textColor="neutral800">{nameOf(name)}</Typography>
              </Cell>
              {COUNTS.map((count) => (
                <Td key={count}>
                  <Typography
                    textColor={counts[count] === 0 ? 'neutral600' : count === 'dead' ? 'danger600' : 'neutral800'}
                    fontWeight={counts[count] > 0 ? 'semiBold' : undefined}
                  >
                    {formatNumber(counts[count])}
                  </Typography>
                </Td>
              ))}
              <Td>
                <Typography textColor="neutral600">{oldestDueAt === null ? '–' : oldest(oldestDueAt)}</Typography>
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </Panel>
  );
};
