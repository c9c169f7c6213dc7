import { useState } from 'react';
import { Page, useFetchClient, useNotification } from '@strapi/strapi/admin';
import { Button, Flex, Loader } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import type { CheckRow } from '../../../../contracts/checks';
import { Failed } from '../../parts/Failed';
import { Screen } from '../../parts/Screen';
import { PERMISSIONS } from '../../permissions';
import { useText } from '../../translate';
import { useAddressFilters } from '../../use-address-filters';
import { useDeed } from '../../use-deed';
import { useLoad } from '../../use-load';
import { History } from './History';
import { Found } from './Found';
import { Rules } from './Rules';

const API = '/webinars-admin/verifications';

const ChecksPage = () => {
  const text = useText();
  const { post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const { perform, isBusy } = useDeed();
  const { values, change } = useAddressFilters(['at']);
  const { body, problem, reload } = useLoad<{ data: CheckRow[] }>(API);
  const [made, setMade] = useState(0);
  const rows = body?.data ?? [];
  const shown = rows.find(({ at }) => at === values.at) ?? rows[0] ?? null;

  const afterwards = async ({ differences, sessions, registrations }: CheckRow, repaired: number | null) => {
    toggleNotification(
      repaired !== null && repaired > 0
        ? { type: 'success', message: text('checks.repaired', { count: repaired }) }
        : differences === 0
          ? { type: 'success', message: text('verify.clean', { sessions, registrations }) }
          : { type: 'warning', message: text('checks.differences', { count: differences }) },
    );
    change('at', null);
    setMade(made + 1);
    await reload();
  };
  const check = async () => {
    const answer = await perform(() => post<{ data: CheckRow }>(API));
    if (answer) await afterwards(answer.data.data, null);
  };
  const repair = async (at: string) => {
    const answer = await perform(() => post<{ data: CheckRow }>(`${API}/repair`, { at }));
    if (answer) await afterwards(answer.data.data, answer.data.data.repaired);
  };

  if (!body && !problem) return <Page.Loading>{text('checks.loading')}</Page.Loading>;
  return (
    <Screen
      title={text('nav.checks')}
      subtitle={text('checks.subtitle')}
      isBusy={isBusy}
      primaryAction={
        <Button startIcon={<Check />} loading={isBusy} onClick={() => void check()}>
          {text('verify.now')}
        </Button>
      }
    >
      {isBusy && (
        <Flex justifyContent="center" role="status">
          <Loader small>{text('checks.running')}</Loader>
        </Flex>
      )}
      {!body && problem && <Failed problem={problem} onRetry={() => void reload()} />}
      {body && (
        <>
          <Found
            key={`${shown?.at ?? ''} ${made}`}
            check={shown}
            isLatest={shown === rows[0]}
            isBusy={isBusy}
            onRepair={(at) => void repair(at)}
          />
          {rows.length > 1 && (
            <History rows={rows} shown={shown} onShow={(at) => change('at', at === rows[0]?.at ? null : at)} />
          )}
          <Rules />
        </>
      )}
    </Screen>
  );
};

/** Whether all that must always be true is. */
export const ProtectedChecksPage = () => (
  <Page.Protect permissions={PERMISSIONS.verify}>
    <ChecksPage />
  </Page.Protect>
);
