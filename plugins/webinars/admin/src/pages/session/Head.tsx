import type { ReactNode } from 'react';
import { Badge, Box, Flex, Grid, TextButton, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { SessionPage } from '../../../../contracts/session-page';
import { AvailabilityBadge } from '../../parts/AvailabilityBadge';
import { FillBar } from '../../parts/FillBar';
import { TextLink } from '../../parts/TextLink';
import { registrationsPath } from '../../paths';
import { PERMISSIONS } from '../../permissions';
import { useText } from '../../translate';
import { useMayDo } from '../../use-may';
import type { Tab } from './tabs';

const STATES = {
  draft: { variant: 'neutral' },
  published: { variant: 'success' },
  live: { variant: 'secondary' },
  completed: { variant: 'neutral' },
  cancelled: { backgroundColor: 'danger100', textColor: 'danger700' },
} as const satisfies Record<SessionPage['state'], object>;

/** When the session is: on the clocks of its own place, and on the reader's where they show something else. */
export const Subtitle = ({ session: { datetime, duration, timezone, speakers } }: { session: SessionPage }) => {
  const text = useText();
  const { formatDate, formatTime } = useIntl();
  const there = formatDate(datetime, {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone: timezone,
  });
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const clock = (timeZone: string) => formatDate(datetime, { dateStyle: 'short', timeStyle: 'short', timeZone });
  return (
    <Flex direction="column" alignItems="flex-start" gap={1} paddingTop={1}>
      <Typography textColor="neutral600">
        {text('session.when', { at: there, timezone: timezone.replace(/_/g, ' '), minutes: duration })}
        {clock(timezone) !== clock(own) &&
          ` · ${text('session.your_time', {
            at: formatTime(datetime, { weekday: 'short', hour: '2-digit', minute: '2-digit', timeZone: own }),
          })}`}
      </Typography>
      {speakers.length > 0 && <Typography textColor="neutral600">{speakers.join(', ')}</Typography>}
    </Flex>
  );
};

const Figure = ({ name, children }: { name: string; children: ReactNode }) => (
  <Box background="neutral0" borderColor="neutral150" hasRadius shadow="tableShadow" padding={4} width="100%">
    <Flex tag="dl" direction="column" alignItems="stretch" gap={2}>
      <Typography tag="dt" variant="sigma" textColor="neutral600">
        {name}
      </Typography>
      {children}
    </Flex>
  </Box>
);

const Taken = ({ session: { capacity, taken }, onSee }: { session: SessionPage; onSee(tab: Tab): void }) => {
  const text = useText();
  const over = capacity === null ? 0 : Math.max(0, taken - capacity);
  return (
    <>
      <Flex tag="dd" gap={3} justifyContent="space-between" alignItems="baseline" wrap="wrap">
        <Typography variant="beta">
          {capacity === null ? text('overview.taken', { taken }) : text('overview.taken_of', { taken, capacity })}
        </Typography>
        <TextButton onClick={() => onSee('seats')}>{text('session.explain')}</TextButton>
      </Flex>
      {capacity !== null && (
        <Box tag="dd">
          <FillBar share={capacity === 0 ? 1 : taken / capacity} isFull={taken >= capacity} />
          <Box paddingTop={1}>
            <Typography variant="pi" textColor="neutral600">
              {over > 0 ? text('session.over', { over }) : text('session.free', { free: capacity - taken })}
            </Typography>
          </Box>
        </Box>
      )}
    </>
  );
};

/** How the session stands, before its parts. */
export const Head = ({ session, onSee }: { session: SessionPage; onSee(tab: Tab): void }) => {
  const text = useText();
  const { formatNumber, formatDate } = useIntl();
  const seesPeople = useMayDo(PERMISSIONS.readRegistrations);
  const { state, availability, scheduledPublishAt, waiting, approvals, documentId, timezone } = session;
  const isOpen = state === 'published' || state === 'live';
  return (
    <Grid.Root gap={4}>
      <Grid.Item col={4} s={12} xs={12} alignItems="stretch">
        <Figure name={text('session.state')}>
          <Flex tag="dd" gap={2} wrap="wrap">
            <Badge {...STATES[state]}>{text(`session.state.${state}`)}</Badge>
            {isOpen && (
              <>
                <Typography variant="pi" textColor="neutral600">
                  {text('column.availability')}
                </Typography>
                <AvailabilityBadge availability={availability} />
              </>
            )}
          </Flex>
          {state === 'draft' && (
            <Typography tag="dd" variant="pi" textColor="neutral600">
              {scheduledPublishAt
                ? text('session.publishes_at', {
                    at: formatDate(scheduledPublishAt, { dateStyle: 'medium', timeStyle: 'short', timeZone: timezone }),
                  })
                : text('session.draft_hint')}
            </Typography>
          )}
        </Figure>
      </Grid.Item>
      <Grid.Item col={4} s={12} xs={12} alignItems="stretch">
        <Figure name={text('column.seats')}>
          <Taken session={session} onSee={onSee} />
        </Figure>
      </Grid.Item>
      <Grid.Item col={2} s={6} xs={6} alignItems="stretch">
        <Figure name={text('registration.waitlisted')}>
          <Typography tag="dd" variant="beta">
            {seesPeople && waiting > 0 ? (
              <TextButton onClick={() => onSee('waitlist')}>
                <Typography variant="beta" textColor="primary600">
                  {formatNumber(waiting)}
                </Typography>
              </TextButton>
            ) : (
              formatNumber(waiting)
            )}
          </Typography>
        </Figure>
      </Grid.Item>
      <Grid.Item col={2} s={6} xs={6} alignItems="stretch">
        <Figure name={text('overview.approvals')}>
          <Typography tag="dd" variant="beta">
            {seesPeople && approvals > 0 ? (
              <TextLink to={registrationsPath({ sessions: documentId, states: 'pending_approval' })}>
                {formatNumber(approvals)}
              </TextLink>
            ) : (
              formatNumber(approvals)
            )}
          </Typography>
        </Figure>
      </Grid.Item>
    </Grid.Root>
  );
};
