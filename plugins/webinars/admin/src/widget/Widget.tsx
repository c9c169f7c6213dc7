import { Widget } from '@strapi/strapi/admin';
import { Flex, Grid, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { useOverview } from '../pages/overview/use-overview';
import { useText } from '../translate';

const Figure = ({ label, value }: { label: string; value: string }) => (
  <Flex tag="dl" direction="column" alignItems="flex-start" gap={1}>
    <Typography variant="pi" textColor="neutral600" tag="dt">
      {label}
    </Typography>
    <Typography variant="alpha" tag="dd">
      {value}
    </Typography>
  </Flex>
);

/** The programme at a glance, on the admin's first page. */
export const ProgrammeWidget = () => {
  const text = useText();
  const { locale, formatNumber } = useIntl();
  const { overview, hasFailed } = useOverview(locale.startsWith('de') ? 'de' : 'en');
  if (!overview) return hasFailed ? <Widget.Error>{text('overview.failed')}</Widget.Error> : <Widget.Loading />;
  const { sessions, seats, waitlist, approvals, registrations } = overview;
  if (sessions.upcoming + sessions.drafts === 0) return <Widget.NoData>{text('overview.none')}</Widget.NoData>;
  return (
    <Grid.Root gap={6} paddingTop={4}>
      {[
        { label: text('overview.upcoming'), value: sessions.upcoming },
        { label: text('overview.seats'), value: seats.taken },
        { label: text('overview.free_seats'), value: seats.free },
        { label: text('overview.waitlist'), value: waitlist.people },
        { label: text('overview.approvals'), value: approvals.people },
        { label: text('overview.registered', { days: 7 }), value: registrations.last7Days },
      ].map(({ label, value }) => (
        <Grid.Item key={label} col={4} xs={6} alignItems="flex-start">
          <Figure label={label} value={formatNumber(value)} />
        </Grid.Item>
      ))}
    </Grid.Root>
  );
};
