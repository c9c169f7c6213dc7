import { Page } from '@strapi/strapi/admin';
import { Box } from '@strapi/design-system';
import { History } from '../../parts/History';
import { Screen } from '../../parts/Screen';
import { PERMISSIONS } from '../../permissions';
import { useText } from '../../translate';
import { Filters } from './Filters';
import { useFilters } from './use-filters';

const HistoryPage = () => {
  const text = useText();
  const filters = useFilters();
  return (
    <Screen title={text('nav.history')} subtitle={text('history.subtitle')}>
      <Filters filters={filters} />
      <Box
        background="neutral0"
        borderColor="neutral150"
        hasRadius
        shadow="tableShadow"
        paddingTop={3}
        paddingBottom={4}
        paddingLeft={6}
        paddingRight={6}
      >
        <History filters={filters.asked} onClear={Object.keys(filters.values).length > 0 ? filters.clear : undefined} />
      </Box>
    </Screen>
  );
};

/** Who changed what, and when: everything, or what one asks for. */
export const ProtectedHistoryPage = () => (
  <Page.Protect permissions={PERMISSIONS.readHistory}>
    <HistoryPage />
  </Page.Protect>
);
