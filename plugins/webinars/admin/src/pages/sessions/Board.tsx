import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { BoardAnswer, PlannedSession } from '../../../../contracts/planning';
import { OddityBadge } from '../../parts/OddityBadge';
import { Seats } from '../../parts/Seats';
import { TextLink } from '../../parts/TextLink';
import { sessionPath } from '../../paths';
import type { DeedName } from '../../session-deeds/DeedForm';
import { useText } from '../../translate';
import { Actions } from './Actions';
import type { ViewState } from './use-view';

const Card = ({
  session,
  onDeed,
}: {
  session: PlannedSession;
  onDeed(deed: DeedName, session: PlannedSession): void;
}) => {
  const { formatDate } = useIntl();
  return (
    <Box tag="li" background="neutral0" borderColor="neutral200" hasRadius padding={3}>
      <Flex direction="column" alignItems="stretch" gap={2}>
        <Flex justifyContent="space-between" alignItems="flex-start" gap={2}>
          <TextLink to={sessionPath(session.documentId)} style={{ whiteSpace: 'normal', overflowWrap: 'anywhere' }}>
            {session.title}
          </TextLink>
          <Actions session={session} onDeed={onDeed} />
        </Flex>
        <Typography tag="time" dateTime={session.datetime} variant="pi" textColor="neutral700">
          {formatDate(session.datetime, {
            weekday: 'short',
            day: 'numeric',
            month: 'short',
            hour: '2-digit',
            minute: '2-digit',
            timeZone: session.timezone,
            timeZoneName: 'short',
          })}
        </Typography>
        {session.speaker && (
          <Typography variant="pi" textColor="neutral600">
            {session.speaker.name}
          </Typography>
        )}
        {session.state !== 'draft' && <Seats session={session} />}
        {session.oddities.length > 0 && (
          <Flex wrap="wrap" gap={1}>
            {session.oddities.map((oddity) => (
              <OddityBadge key={oddity} oddity={oddity} />
            ))}
          </Flex>
        )}
      </Flex>
    </Box>
  );
};

/** Sessions as cards, a column for each state. */
export const Board = ({
  answer,
  view,
  isFresh,
  onDeed,
}: {
  answer: BoardAnswer;
  view: ViewState;
  isFresh: boolean;
  onDeed(deed: DeedName, session: PlannedSession): void;
}) => {
  const text = useText();
  const { formatNumber } = useIntl();
  return (
    <Box
      role="region"
      aria-label={text('sessions.view.board')}
      tabIndex={0}
      overflow="auto"
      // What is there for ears only is placed by itself, and would widen the page from out of sight.
      position="relative"
      style={{ opacity: isFresh ? 1 : 0.6 }}
    >
      <Flex gap={3} alignItems="flex-start" paddingBottom={4} minWidth="110rem">
        {answer.data.map(({ state, count, sessions }) => (
          <Flex
            key={state}
            tag="section"
            aria-label={text(`session.state.${state}`)}
            direction="column"
            alignItems="stretch"
            gap={3}
            flex="1 1 0"
            background="neutral150"
            hasRadius
            padding={3}
            style={{ minWidth: 0 }}
          >
            <Flex justifyContent="space-between" gap={2}>
              <Typography variant="delta" tag="h2">
                {text(`session.state.${state}`)}
              </Typography>
              <Typography textColor="neutral700">{formatNumber(count)}</Typography>
            </Flex>
            {sessions.length === 0 ? (
              <Typography variant="pi" textColor="neutral700">
                {text('sessions.board.none')}
              </Typography>
            ) : (
              <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
                {sessions.map((session) => (
                  <Card key={session.documentId} session={session} onDeed={onDeed} />
                ))}
              </Flex>
            )}
            {count > sessions.length && (
              <Button variant="tertiary" size="S" onClick={() => view.showList({ state })}>
                {text('sessions.board.all', { count })}
              </Button>
            )}
          </Flex>
        ))}
      </Flex>
    </Box>
  );
};
