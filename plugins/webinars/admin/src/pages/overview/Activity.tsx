import type { ReactNode } from 'react';
import { Flex, Grid, Link, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { NavLink } from 'react-router-dom';
import { styled } from 'styled-components';
import type { OverviewActivity } from '../../../../contracts/overview';
import { distanceBetween } from '../../distance';
import { Panel } from '../../parts/Panel';
import { RegistrationStateBadge } from '../../parts/RegistrationStateBadge';
import { TextLink } from '../../parts/TextLink';
import { registrationPath, registrationsPath, sessionsPath } from '../../paths';
import { PERMISSIONS } from '../../permissions';
import { useText } from '../../translate';
import { useMayDo } from '../../use-may';
import { Hint } from './Matter';
import { SessionLink } from './SessionLink';

const List = styled(Flex)`
  & > li + li {
    border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
`;

const Item = ({ beside, children }: { beside: ReactNode; children: ReactNode }) => (
  <Flex tag="li" justifyContent="space-between" alignItems="center" gap={3} paddingTop={3} paddingBottom={3}>
    <Flex direction="column" alignItems="flex-start" style={{ minWidth: 0 }}>
      {children}
    </Flex>
    {beside}
  </Flex>
);

const Registrations = ({ activity: { at, registrations } }: { activity: OverviewActivity }) => {
  const text = useText();
  const { formatRelativeTime } = useIntl();
  const seesRegistrations = useMayDo(PERMISSIONS.readRegistrations);
  return (
    <Panel
      title={text('overview.newest')}
      action={
        seesRegistrations && (
          <Link tag={NavLink} to={registrationsPath()}>
            {text('roster.all')}
          </Link>
        )
      }
    >
      {registrations.length === 0 ? (
        <Typography textColor="neutral600">{text('roster.none')}</Typography>
      ) : (
        <List tag="ol" direction="column" alignItems="stretch">
          {registrations.map(({ documentId, name, state, registeredAt, session }, index) => {
            const { count, unit } = distanceBetween(at, registeredAt);
            return (
              <Item key={documentId ?? index} beside={<RegistrationStateBadge state={state} />}>
                {documentId !== null && name !== null && <TextLink to={registrationPath(documentId)}>{name}</TextLink>}
                <SessionLink session={session} />
                <Hint>{formatRelativeTime(count, unit, { numeric: 'auto' })}</Hint>
              </Item>
            );
          })}
        </List>
      )}
    </Panel>
  );
};

const Completed = ({ activity: { completed } }: { activity: OverviewActivity }) => {
  const text = useText();
  const { formatDate, formatNumber } = useIntl();
  const seesSessions = useMayDo(PERMISSIONS.readSessions);
  return (
    <Panel
      title={text('overview.completed')}
      action={
        seesSessions && (
          <Link tag={NavLink} to={sessionsPath({ period: 'past' })}>
            {text('overview.all_sessions')}
          </Link>
        )
      }
    >
      {completed.length === 0 ? (
        <Typography textColor="neutral600">{text('overview.none_completed')}</Typography>
      ) : (
        <List tag="ol" direction="column" alignItems="stretch">
          {completed.map((session) => {
            const { documentId, datetime, timezone, attended, confirmed, rating } = session;
            return (
              <Item
                key={documentId}
                beside={
                  attended !== null &&
                  confirmed > 0 && (
                    <Typography variant="delta" textColor="neutral800">
                      {formatNumber(attended / confirmed, { style: 'percent' })}
                    </Typography>
                  )
                }
              >
                <SessionLink session={session} />
                <Hint>
                  {[
                    formatDate(datetime, { dateStyle: 'medium', timeZone: timezone }),
                    attended === null
                      ? text('overview.not_noted', { confirmed })
                      : text('overview.came', { attended, confirmed }),
                    rating !== null && text('overview.rated', { rating: Math.round(rating * 10) / 10 }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </Hint>
              </Item>
            );
          })}
        </List>
      )}
    </Panel>
  );
};

/** Who registered last, and which sessions were held last. */
export const Activity = ({ activity }: { activity: OverviewActivity }) => (
  <Grid.Root gap={4}>
    <Grid.Item col={6} xs={12} alignItems="stretch">
      <Registrations activity={activity} />
    </Grid.Item>
    <Grid.Item col={6} xs={12} alignItems="stretch">
      <Completed activity={activity} />
    </Grid.Item>
  </Grid.Root>
);
