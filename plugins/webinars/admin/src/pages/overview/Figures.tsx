import { Grid, Link, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { NavLink } from 'react-router-dom';
import type { Overview } from '../../../../contracts/overview';
import { FillBar } from '../../parts/FillBar';
import { useText } from '../../translate';
import { registrationsPath, sessionsPath } from '../../paths';
import { PERMISSIONS } from '../../permissions';
import { useMayDo } from '../../use-may';
import { Figure } from './Figure';

const Note = ({ children }: { children: string }) => (
  <Typography variant="pi" textColor="neutral600">
    {children}
  </Typography>
);

/** The four numbers one asks for first. */
export const Figures = ({ overview }: { overview: Overview }) => {
  const text = useText();
  const { formatNumber } = useIntl();
  const seesSessions = useMayDo(PERMISSIONS.readSessions);
  const seesRegistrations = useMayDo(PERMISSIONS.readRegistrations);
  const { sessions, seats, waitlist, approvals } = overview;

  return (
    <Grid.Root gap={4}>
      <Grid.Item col={3} s={6} xs={12} alignItems="stretch">
        <Figure label={text('overview.upcoming')} value={sessions.upcoming}>
          <Note>{text('overview.running', { running: sessions.running, drafts: sessions.drafts })}</Note>
          {seesSessions && (
            <Link tag={NavLink} to={sessionsPath()}>
              {text('overview.all_sessions')}
            </Link>
          )}
        </Figure>
      </Grid.Item>
      <Grid.Item col={3} s={6} xs={12} alignItems="stretch">
        <Figure label={text('overview.seats')} value={seats.taken}>
          {seats.capacity > 0 && (
            <FillBar share={(seats.capacity - seats.free) / seats.capacity} isFull={seats.free === 0} />
          )}
          <Note>{text('overview.free', { free: seats.free, capacity: formatNumber(seats.capacity) })}</Note>
          {(seats.held > 0 || seats.unlimitedSessions > 0) && (
            <Note>
              {[
                seats.held > 0 && text('overview.held', { held: seats.held }),
                seats.unlimitedSessions > 0 && text('overview.unlimited', { sessions: seats.unlimitedSessions }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </Note>
          )}
        </Figure>
      </Grid.Item>
      <Grid.Item col={3} s={6} xs={12} alignItems="stretch">
        <Figure label={text('overview.waitlist')} value={waitlist.people}>
          <Note>{text('overview.in_sessions', { sessions: waitlist.sessions })}</Note>
          {seesRegistrations && waitlist.people > 0 && (
            <Link tag={NavLink} to={registrationsPath({ states: 'waitlisted', direction: 'asc' })}>
              {text('overview.who_waits')}
            </Link>
          )}
        </Figure>
      </Grid.Item>
      <Grid.Item col={3} s={6} xs={12} alignItems="stretch">
        <Figure label={text('overview.approvals')} value={approvals.people}>
          <Note>{text('overview.in_sessions', { sessions: approvals.sessions })}</Note>
          {seesRegistrations && approvals.people > 0 && (
            <Link tag={NavLink} to={registrationsPath({ states: 'pending_approval', direction: 'asc' })}>
              {text('overview.decide')}
            </Link>
          )}
        </Figure>
      </Grid.Item>
    </Grid.Root>
  );
};
