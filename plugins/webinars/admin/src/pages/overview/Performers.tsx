import { Table, Tbody, Td, Thead, Tr, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { Performer } from '../../../../contracts/overview';
import { Cell } from '../../parts/Cell';
import { Empty } from '../../parts/Empty';
import { Heading } from '../../parts/Heading';
import { Panel } from '../../parts/Panel';
import { TextLink } from '../../parts/TextLink';
import { sessionsPath } from '../../paths';
import { PERMISSIONS } from '../../permissions';
import { useText } from '../../translate';
import { useMayDo } from '../../use-may';

/** Topics, or speakers, and how their sessions of the period did; the most wanted first. */
export const Performers = ({ of, performers }: { of: 'topic' | 'speaker'; performers: Performer[] }) => {
  const text = useText();
  const { formatNumber } = useIntl();
  const seesSessions = useMayDo(PERMISSIONS.readSessions);
  const percent = (share: number | null) => (share === null ? '–' : formatNumber(share, { style: 'percent' }));
  const title = text(of === 'topic' ? 'overview.topics' : 'overview.speakers');
  if (performers.length === 0) {
    return (
      <Panel title={title}>
        <Empty isBare content={text('overview.no_sessions')} />
      </Panel>
    );
  }
  return (
    <Panel title={title} isBare>
      <Table colCount={6} rowCount={performers.length + 1}>
        <Thead>
          <Tr>
            <Heading>{text(of === 'topic' ? 'sessions.topic' : 'sessions.speaker')}</Heading>
            <Heading>{text('overview.sessions')}</Heading>
            <Heading>{text('column.seats')}</Heading>
            <Heading>{text('overview.fill')}</Heading>
            <Heading>{text('overview.chart.attended')}</Heading>
            <Heading>{text('roster.rating')}</Heading>
          </Tr>
        </Thead>
        <Tbody>
          {performers.map((one) => (
            <Tr key={one.documentId}>
              <Cell width="30rem">
                {seesSessions ? (
                  <TextLink to={sessionsPath({ [of]: one.documentId, period: 'all' })}>{one.name}</TextLink>
                ) : (
                  <Typography textColor="neutral800">{one.name}</Typography>
                )}
              </Cell>
              {[
                formatNumber(one.sessions),
                formatNumber(one.registrations),
                percent(one.fill),
                percent(one.attendance),
                one.rating === null ? '–' : text('roster.rating_of', { rating: Math.round(one.rating * 10) / 10 }),
              ].map((said, index) => (
                <Td key={index}>
                  <Typography textColor="neutral800">{said}</Typography>
                </Td>
              ))}
            </Tr>
          ))}
        </Tbody>
      </Table>
    </Panel>
  );
};
