import type { ReactNode } from 'react';
import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { CheckCircle, WarningCircle } from '@strapi/icons';
import { NavLink } from 'react-router-dom';
import type { Overview, OverviewSession } from '../../../../contracts/overview';
import { entryPath, listPath, REGISTRATION, SESSION } from '../../content-manager';
import { useText } from '../../translate';
import { useMay } from '../../use-may';
import { Panel } from '../../parts/Panel';

const Matter = ({ grave = false, title, children }: { grave?: boolean; title: string; children?: ReactNode }) => (
  <Flex tag="li" gap={3} alignItems="flex-start">
    <Box paddingTop="2px" style={{ lineHeight: 0 }}>
      <WarningCircle fill={grave ? 'danger600' : 'warning600'} aria-hidden />
    </Box>
    <Flex direction="column" alignItems="stretch" gap={1} flex="1" style={{ minWidth: 0 }}>
      <Typography fontWeight="semiBold" textColor="neutral800">
        {title}
      </Typography>
      {children}
    </Flex>
  </Flex>
);

const Sessions = <Session extends OverviewSession>({
  sessions,
  say,
}: {
  sessions: Session[];
  say(session: Session): string;
}) => {
  const opens = useMay('read', SESSION);
  return (
    <>
      {sessions.map((session) => (
        <Flex key={session.documentId} gap={2} wrap="wrap">
          {opens ? (
            <Link tag={NavLink} to={entryPath(SESSION, session.documentId)}>
              {session.title}
            </Link>
          ) : (
            <Typography>{session.title}</Typography>
          )}
          <Typography variant="pi" textColor="neutral600">
            {say(session)}
          </Typography>
        </Flex>
      ))}
    </>
  );
};

/** What somebody should do something about, gravest first. */
export const Attention = ({
  overview: { attention, approvals },
  footer,
}: {
  overview: Overview;
  footer: ReactNode;
}) => {
  const text = useText();
  const seesRegistrations = useMay('read', REGISTRATION);
  const { fullWithWaitlist, nearlyEmpty, unreachable, deadJobs, verification } = attention;
  const deadCount = deadJobs.reduce((sum, { count }) => sum + count, 0);
  const differences = verification?.differences ?? 0;
  const isCalm =
    differences + deadCount + fullWithWaitlist.count + nearlyEmpty.count + unreachable.count + approvals.people === 0;

  return (
    <Panel title={text('overview.attention')}>
      {isCalm ? (
        <Flex gap={3}>
          <CheckCircle fill="success600" aria-hidden />
          <Typography>{text('overview.calm')}</Typography>
        </Flex>
      ) : (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={4}>
          {differences > 0 && (
            <Matter grave title={text('overview.differences', { count: differences })}>
              <Typography variant="pi" textColor="neutral600">
                {text('overview.differences_hint')} <code>npm run webinars -- verify</code>
              </Typography>
            </Matter>
          )}
          {deadCount > 0 && (
            <Matter grave title={text('overview.dead_jobs', { count: deadCount })}>
              <Typography variant="pi" textColor="neutral600">
                {deadJobs.map(({ name, count }) => `${name} (${count})`).join(', ')}
              </Typography>
            </Matter>
          )}
          {approvals.people > 0 && (
            <Matter title={text('overview.undecided', { people: approvals.people })}>
              {seesRegistrations && (
                <Link
                  tag={NavLink}
                  to={listPath(REGISTRATION, {
                    filters: { state: { $eq: 'pending_approval' } },
                    sort: 'registeredAt:ASC',
                  })}
                >
                  {text('overview.decide')}
                </Link>
              )}
            </Matter>
          )}
          {fullWithWaitlist.count > 0 && (
            <Matter title={text('overview.full_with_waitlist', { count: fullWithWaitlist.count })}>
              <Sessions
                sessions={fullWithWaitlist.sessions}
                say={({ waiting, capacity }) => text('overview.waiting_for', { waiting, capacity })}
              />
            </Matter>
          )}
          {unreachable.count > 0 && (
            <Matter title={text('overview.unreachable', { count: unreachable.count })}>
              <Sessions
                sessions={unreachable.sessions}
                say={({ people }) => text('overview.unreachable_people', { people })}
              />
            </Matter>
          )}
          {nearlyEmpty.count > 0 && (
            <Matter title={text('overview.nearly_empty', { count: nearlyEmpty.count })}>
              <Sessions
                sessions={nearlyEmpty.sessions}
                say={({ taken, capacity }) =>
                  capacity === null ? text('overview.taken', { taken }) : text('overview.taken_of', { taken, capacity })
                }
              />
            </Matter>
          )}
        </Flex>
      )}
      <Box marginTop="auto">{footer}</Box>
    </Panel>
  );
};
