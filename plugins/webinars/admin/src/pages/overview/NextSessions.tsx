import { Flex, Link, LinkButton, Table, Tbody, Td, Thead, Tr, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { NavLink } from 'react-router-dom';
import type { Overview, OverviewSession } from '../../../../contracts/overview';
import { newEntryPath, SESSION } from '../../content-manager';
import { AvailabilityBadge } from '../../parts/AvailabilityBadge';
import { FillBar } from '../../parts/FillBar';
import { Empty } from '../../parts/Empty';
import { Heading } from '../../parts/Heading';
import { SessionTime } from '../../parts/SessionTime';
import { useText } from '../../translate';
import { useMay, useMayDo } from '../../use-may';
import { Panel } from '../../parts/Panel';
import { sessionsPath } from '../../paths';
import { PERMISSIONS } from '../../permissions';
import { SessionLink } from './SessionLink';

const Seats = ({ session: { capacity, taken } }: { session: OverviewSession }) => {
  const text = useText();
  if (capacity === null) return <Typography>{text('overview.taken', { taken })}</Typography>;
  return (
    <Flex direction="column" alignItems="stretch" gap={1}>
      <Typography>{text('overview.taken_of', { taken, capacity })}</Typography>
      <FillBar share={capacity === 0 ? 1 : taken / capacity} isFull={taken >= capacity} />
    </Flex>
  );
};

/** The sessions that come next, in the order of their start. */
export const NextSessions = ({ overview: { next, at } }: { overview: Overview }) => {
  const text = useText();
  const { formatNumber } = useIntl();
  const opens = useMayDo(PERMISSIONS.readSessions);
  const plans = useMay('create', SESSION);

  const plan = plans && (
    <LinkButton tag={NavLink} to={newEntryPath(SESSION)} variant="secondary" size="S" startIcon={<Plus />}>
      {text('overview.plan')}
    </LinkButton>
  );
  if (next.length === 0) {
    return (
      <Panel title={text('overview.next')}>
        <Empty isBare content={text('overview.none')} action={plan || undefined} />
      </Panel>
    );
  }
  return (
    <Panel
      isBare
      title={text('overview.next')}
      action={
        <Flex gap={4}>
          {opens && (
            <Link tag={NavLink} to={sessionsPath()}>
              {text('overview.all_sessions')}
            </Link>
          )}
          {plan}
        </Flex>
      }
    >
      <Table colCount={5} rowCount={next.length + 1}>
        <Thead>
          <Tr>
            <Heading>{text('column.session')}</Heading>
            <Heading>{text('column.start')}</Heading>
            <Heading>{text('column.seats')}</Heading>
            <Heading>{text('column.waiting')}</Heading>
            <Heading>{text('column.availability')}</Heading>
          </Tr>
        </Thead>
        <Tbody>
          {next.map((session) => (
            <Tr key={session.documentId}>
              <Td>
                <Flex direction="column" alignItems="flex-start">
                  <SessionLink session={session} />
                  <Typography variant="pi" textColor="neutral600">
                    {text(`language.${session.language}`)} · {text('overview.minutes', { minutes: session.duration })}
                  </Typography>
                </Flex>
              </Td>
              <Td>
                <SessionTime datetime={session.datetime} timezone={session.timezone} now={at} />
              </Td>
              <Td>
                <Seats session={session} />
              </Td>
              <Td>
                <Typography>{session.waiting > 0 ? formatNumber(session.waiting) : '–'}</Typography>
              </Td>
              <Td>
                <AvailabilityBadge availability={session.availability} />
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </Panel>
  );
};
