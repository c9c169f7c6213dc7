import { Table, Tbody, Td, Thead, Tr, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { PartnerCard, PartnerQueue } from '../../../../contracts/partners';
import { distanceBetween } from '../../distance';
import { useKindName } from '../../partners/words';
import { Heading } from '../../parts/Heading';
import { Panel } from '../../parts/Panel';
import { useText } from '../../translate';

const Count = ({ value, isBad = false }: { value: number; isBad?: boolean }) => {
  const { formatNumber } = useIntl();
  return (
    <Typography
      textColor={isBad && value > 0 ? 'danger600' : 'neutral800'}
      fontWeight={isBad && value > 0 ? 'semiBold' : undefined}
    >
      {formatNumber(value)}
    </Typography>
  );
};

const Since = ({ instant }: { instant: string | null }) => {
  const { formatDate, formatRelativeTime } = useIntl();
  if (!instant) return <Typography textColor="neutral600">–</Typography>;
  const { count, unit } = distanceBetween(new Date().toISOString(), instant);
  return (
    <Typography tag="time" dateTime={instant} textColor="neutral800">
      {`${formatDate(instant, { dateStyle: 'short', timeStyle: 'short' })} · ${formatRelativeTime(count, unit, { numeric: 'auto' })}`}
    </Typography>
  );
};

const Rows = ({ queue }: { queue: PartnerQueue[] }) => {
  const text = useText();
  const nameOf = useKindName('kinds');
  return (
    <Table colCount={6} rowCount={queue.length + 1}>
      <Thead>
        <Tr>
          <Heading>{text('partner.what')}</Heading>
          <Heading>{text('partner.link.waiting')}</Heading>
          <Heading>{text('partner.oldest')}</Heading>
          <Heading>{text('partner.link.done')}</Heading>
          <Heading>{text('partner.link.failed')}</Heading>
          <Heading>{text('partner.link.gone')}</Heading>
        </Tr>
      </Thead>
      <Tbody>
        {queue.map(({ kind, waiting, done, failed, gone, oldestWaitingAt }) => (
          <Tr key={kind}>
            <Td>
              <Typography fontWeight="semiBold" textColor="neutral800">
                {nameOf(kind)}
              </Typography>
            </Td>
            <Td>
              <Count value={waiting} />
            </Td>
            <Td>
              <Since instant={oldestWaitingAt} />
            </Td>
            <Td>
              <Count value={done} />
            </Td>
            <Td>
              <Count value={failed} isBad />
            </Td>
            <Td>
              <Count value={gone} />
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
};

/** What waits, what is in step and what is not, by kind; and how often sending failed lately. */
export const Queue = ({ card: { queue, lastDays } }: { card: PartnerCard }) => {
  const text = useText();
  const { formatNumber } = useIntl();
  const { sent, failed } = lastDays;
  const isEmpty = queue.every(({ waiting, done, failed: lost, gone }) => waiting + done + lost + gone === 0);
  return (
    <Panel title={text('partner.queue')} isBare>
      {isEmpty ? <Typography textColor="neutral600">{text('partner.queue_empty')}</Typography> : <Rows queue={queue} />}
      <Typography textColor="neutral600">
        {sent + failed === 0
          ? text('partner.nothing_sent')
          : text('partner.share', {
              sent,
              failed,
              share: formatNumber(failed / (sent + failed), { style: 'percent', maximumFractionDigits: 1 }),
            })}
      </Typography>
    </Panel>
  );
};
