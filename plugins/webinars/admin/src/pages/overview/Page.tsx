import { Layouts, Page } from '@strapi/strapi/admin';
import { Box, Button, EmptyStateLayout, Flex, Grid, Loader, Typography } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { EmptyData } from '@strapi/icons/symbols';
import { useIntl } from 'react-intl';
import type { OverviewActivity, OverviewPeriod } from '../../../../contracts/overview';
import { Failed } from '../../parts/Failed';
import { PERMISSIONS } from '../../permissions';
import { useText } from '../../translate';
import { useLoad } from '../../use-load';
import { useContentLocale } from '../../use-locale';
import { Activity } from './Activity';
import { Attention } from './Attention';
import { Figures } from './Figures';
import { NextSessions } from './NextSessions';
import { Period } from './Period';
import { Tasks } from './Tasks';
import { useOverview } from './use-overview';
import { usePeriod } from './use-period';

const FRESH_FOR_MS = 60_000;

const OverviewPage = () => {
  const text = useText();
  const { formatDate } = useIntl();
  const locale = useContentLocale();
  const { overview, isLoading, hasFailed, reload } = useOverview(locale);
  const period = usePeriod();
  // Each part comes when it is there: what needs attention waits for no sum of a year.
  const activity = useLoad<{ data: OverviewActivity }>('/webinars-admin/overview/activity', { locale }, FRESH_FOR_MS);
  const numbers = useLoad<{ data: OverviewPeriod }>(
    period.query && '/webinars-admin/overview/period',
    { locale, ...period.query },
    FRESH_FOR_MS,
  );

  if (!overview && isLoading) return <Page.Loading>{text('overview.loading')}</Page.Loading>;

  const refresh = (
    <Button
      variant="tertiary"
      startIcon={<ArrowClockwise />}
      loading={isLoading || activity.isLoading || numbers.isLoading}
      onClick={() => void Promise.all([reload(), activity.reload(), numbers.reload()])}
    >
      {text('overview.refresh')}
    </Button>
  );
  if (!overview) {
    return (
      <Page.Main>
        <Page.Title>{text('menu')}</Page.Title>
        <Layouts.Header title={text('menu')} />
        <Layouts.Content>
          <EmptyStateLayout
            icon={<EmptyData width="16rem" />}
            content={text('overview.failed')}
            action={refresh}
            hasRadius
            shadow="tableShadow"
          />
        </Layouts.Content>
      </Page.Main>
    );
  }
  return (
    <Page.Main aria-busy={isLoading || activity.isLoading || numbers.isLoading}>
      <Page.Title>{text('menu')}</Page.Title>
      <Layouts.Header
        title={text('menu')}
        subtitle={text('overview.as_of', { at: formatDate(overview.at, { dateStyle: 'full', timeStyle: 'short' }) })}
        primaryAction={refresh}
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4} paddingBottom={10}>
          {hasFailed && (
            <Box background="warning100" borderColor="warning200" hasRadius padding={4} role="status">
              <Typography textColor="warning700">{text('overview.stale')}</Typography>
            </Box>
          )}
          <Grid.Root gap={4}>
            <Grid.Item col={7} xs={12} alignItems="stretch">
              <Attention overview={overview} onVerified={() => void reload()} />
            </Grid.Item>
            <Grid.Item col={5} xs={12} alignItems="stretch">
              {activity.body ? (
                <Tasks tasks={activity.body.data.tasks} />
              ) : activity.problem ? (
                <Failed problem={activity.problem} onRetry={() => void activity.reload()} />
              ) : (
                <Flex justifyContent="center" padding={6} width="100%">
                  <Loader>{text('overview.loading')}</Loader>
                </Flex>
              )}
            </Grid.Item>
          </Grid.Root>
          <Figures overview={overview} />
          <NextSessions overview={overview} />
          <Period period={period} load={numbers} />
          {activity.body && <Activity activity={activity.body.data} />}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
};

/** The plugin's page in the menu: the programme's numbers, for those who may see them. */
const ProtectedOverviewPage = () => (
  <Page.Protect permissions={PERMISSIONS.readOverview}>
    <OverviewPage />
  </Page.Protect>
);

export default ProtectedOverviewPage;
