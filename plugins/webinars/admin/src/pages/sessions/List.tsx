import { Box, Flex, Table, Tbody, Td, Thead, Tr, Typography, VisuallyHidden } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { PlannedSession, PlanningAnswer } from '../../../../contracts/planning';
import { AvailabilityBadge } from '../../parts/AvailabilityBadge';
import { Cell } from '../../parts/Cell';
import { Heading } from '../../parts/Heading';
import { OddityBadge } from '../../parts/OddityBadge';
import { Seats } from '../../parts/Seats';
import { SessionStateBadge } from '../../parts/SessionStateBadge';
import { SessionTime } from '../../parts/SessionTime';
import { Steps } from '../../parts/Steps';
import { TextLink } from '../../parts/TextLink';
import { sessionPath } from '../../paths';
import type { DeedName } from '../../session-deeds/DeedForm';
import { useText } from '../../translate';
import { Actions } from './Actions';
import type { ViewState } from './use-view';

const About = ({ session }: { session: PlannedSession }) => {
  const text = useText();
  const parts = [
    session.speaker?.name,
    text(`language.${session.language}`),
    text('overview.minutes', { minutes: session.duration }),
  ];
  return (
    <Flex direction="column" alignItems="stretch" gap={1}>
      <TextLink to={sessionPath(session.documentId)} style={{ whiteSpace: 'normal', overflowWrap: 'anywhere' }}>
        {session.title}
      </TextLink>
      <Typography variant="pi" textColor="neutral600">
        {parts.filter(Boolean).join(' · ')}
      </Typography>
    </Flex>
  );
};

const Standing = ({ session }: { session: PlannedSession }) => {
  const text = useText();
  const { formatDate } = useIntl();
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      <SessionStateBadge state={session.state} />
      {(session.state === 'published' || session.state === 'live') && (
        <Flex gap={2} alignItems="center">
          <Typography variant="pi" textColor="neutral600">
            {text('column.availability')}
          </Typography>
          <AvailabilityBadge availability={session.availability} />
        </Flex>
      )}
      {session.state === 'draft' && session.scheduledPublishAt && (
        <Typography variant="pi" textColor="neutral600">
          {text('sessions.publishes_at', {
            at: formatDate(session.scheduledPublishAt, {
              dateStyle: 'medium',
              timeStyle: 'short',
              timeZone: session.timezone,
            }),
          })}
        </Typography>
      )}
    </Flex>
  );
};

/** Sessions as rows. */
export const List = ({
  answer: { data, meta },
  view,
  isFresh,
  onDeed,
}: {
  answer: PlanningAnswer;
  view: ViewState;
  isFresh: boolean;
  onDeed(deed: DeedName, session: PlannedSession): void;
}) => {
  const text = useText();
  return (
    <>
      <Box style={{ opacity: isFresh ? 1 : 0.6 }}>
        <Table colCount={6} rowCount={data.length + 1}>
          <Thead>
            <Tr>
              <Heading>{text('column.session')}</Heading>
              <Heading>{text('column.start')}</Heading>
              <Heading>{text('column.seats')}</Heading>
              <Heading>{text('column.state')}</Heading>
              <Heading>{text('column.look')}</Heading>
              <Heading>
                <VisuallyHidden>{text('column.actions')}</VisuallyHidden>
              </Heading>
            </Tr>
          </Thead>
          <Tbody>
            {data.map((session) => (
              <Tr key={session.documentId}>
                <Cell width="36rem">
                  <About session={session} />
                </Cell>
                <Td>
                  <SessionTime datetime={session.datetime} timezone={session.timezone} now={meta.at} />
                </Td>
                <Td>
                  <Seats session={session} />
                </Td>
                <Td>
                  <Box paddingTop={3} paddingBottom={3}>
                    <Standing session={session} />
                  </Box>
                </Td>
                <Td>
                  <Flex wrap="wrap" gap={1} maxWidth="24rem" paddingTop={3} paddingBottom={3}>
                    {session.oddities.map((oddity) => (
                      <OddityBadge key={oddity} oddity={oddity} />
                    ))}
                  </Flex>
                </Td>
                <Td>
                  <Actions session={session} onDeed={onDeed} />
                </Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      </Box>
      <Steps
        onFirst={view.after ? () => view.goAfter(null) : null}
        onOn={meta.next ? () => view.goAfter(meta.next) : null}
      />
    </>
  );
};
