import { Layouts, Page } from '@strapi/strapi/admin';
import { Box, Button, EmptyStateLayout, Flex, Grid, Typography } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { EmptyData } from '@strapi/icons/symbols';
import { useIntl } from 'react-intl';
import { PERMISSIONS } from '../../permissions';
import { useText } from '../../translate';
import { Attention } from './Attention';
import { Figures } from './Figures';
import { NextSessions } from './NextSessions';
import { RegistrationsPerDay } from './RegistrationsPerDay';
import { useOverview } from './use-overview';
import { Verification } from './Verification';

const OverviewPage = () => {
  const text = useText();
  const { locale, formatDate } = useIntl();
  const { overview, isLoading, hasFailed, reload } = useOverview(locale.startsWith('de') ? 'de' : 'en');

  if (!overview && isLoading) return <Page.Loading>{text('overview.loading')}</Page.Loading>;

  const refresh = (
    <Button variant="tertiary" startIcon={<ArrowClockwise />} loading={isLoading} onClick={() => void reload()}>
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
    <Page.Main aria-busy={isLoading}>
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
          <Figures overview={overview} />
          <Grid.Root gap={4}>
            <Grid.Item col={7} xs={12} alignItems="stretch">
              <Attention
                overview={overview}
                footer={<Verification last={overview.attention.verification} onVerified={() => void reload()} />}
              />
            </Grid.Item>
            <Grid.Item col={5} xs={12} alignItems="stretch">
              <RegistrationsPerDay registrations={overview.registrations} />
            </Grid.Item>
          </Grid.Root>
          <NextSessions overview={overview} />
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
