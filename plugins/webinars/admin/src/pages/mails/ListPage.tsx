import { useState } from 'react';
import { Page } from '@strapi/strapi/admin';
import { Box, Button, Flex, Loader, Typography } from '@strapi/design-system';
import { ArrowClockwise, ChevronLeft, ChevronRight } from '@strapi/icons';
import type { MailRow, MailStatus } from '../../../../contracts/mail-admin';
import { Empty } from '../../parts/Empty';
import { Failed } from '../../parts/Failed';
import { Screen } from '../../parts/Screen';
import { PERMISSIONS } from '../../permissions';
import { useText } from '../../translate';
import { useLoad } from '../../use-load';
import { useMayDo } from '../../use-may';
import { Filters } from './Filters';
import { MailTable } from './MailTable';
import { useSendAgain } from './send-again';
import { Standing } from './Standing';
import { useFilters } from './use-filters';
import { useContentLocale } from '../../use-locale';

const PAGE_SIZE = 25;
const FRESH_FOR_MS = 30_000;

const MailsPage = () => {
  const text = useText();
  const filters = useFilters();
  const maySend = useMayDo(PERMISSIONS.sendMails);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const status = useLoad<{ data: MailStatus }>('/webinars-admin/mails/status', {}, FRESH_FOR_MS);
  // One more than is shown tells whether there are older ones.
  const mails = useLoad<{ data: MailRow[] }>(
    '/webinars-admin/mails',
    { ...filters.values, before: filters.before ?? undefined, pageSize: PAGE_SIZE + 1, titles: useContentLocale() },
    FRESH_FOR_MS,
  );
  const reload = () => {
    setChosen(new Set());
    void mails.reload();
    void status.reload();
  };
  const { send, isSending } = useSendAgain(reload);

  const found = mails.body?.data ?? [];
  const shown = found.slice(0, PAGE_SIZE);
  const hasOlder = found.length > PAGE_SIZE;
  const isFiltered = Object.keys(filters.values).length > 0;
  const ids = shown.map(({ id }) => id).filter((id) => chosen.has(id));
  const choose = (which: readonly string[], isOn: boolean) => {
    const next = new Set(chosen);
    for (const id of which)
      if (isOn) next.add(id);
      else next.delete(id);
    setChosen(next);
  };

  const refresh = (
    <Button variant="tertiary" startIcon={<ArrowClockwise />} loading={mails.isLoading} onClick={reload}>
      {text('overview.refresh')}
    </Button>
  );
  return (
    <Screen
      title={text('nav.mails')}
      subtitle={text('mails.subtitle')}
      primaryAction={refresh}
      isBusy={mails.isLoading}
    >
      {status.body && <Standing status={status.body.data} />}
      <Filters filters={filters} />
      {mails.problem ? (
        <Failed problem={mails.problem} onRetry={reload} />
      ) : !mails.body || (!mails.isFresh && shown.length === 0) ? (
        <Flex justifyContent="center" padding={10}>
          <Loader>{text('mails.loading')}</Loader>
        </Flex>
      ) : shown.length === 0 ? (
        <Empty
          content={text(isFiltered ? 'mails.none_found' : 'mails.none')}
          action={
            isFiltered ? (
              <Button variant="secondary" onClick={filters.clear}>
                {text('mails.clear')}
              </Button>
            ) : undefined
          }
        />
      ) : (
        <>
          {ids.length > 0 && (
            <Flex
              background="primary100"
              borderColor="primary200"
              hasRadius
              padding={3}
              gap={4}
              wrap="wrap"
              justifyContent="space-between"
            >
              <Typography textColor="neutral800" role="status">
                {text('mails.chosen', { count: ids.length })}
              </Typography>
              <Flex gap={2}>
                <Button variant="tertiary" size="S" onClick={() => setChosen(new Set())}>
                  {text('mails.choose_none')}
                </Button>
                <Button size="S" startIcon={<ArrowClockwise />} loading={isSending} onClick={() => void send(ids)}>
                  {text('mails.send_again')}
                </Button>
              </Flex>
            </Flex>
          )}
          <Box style={{ opacity: mails.isFresh ? 1 : 0.6 }}>
            <MailTable mails={shown} chosen={chosen} onChoose={choose} isChoosing={maySend} />
          </Box>
          {(filters.before || hasOlder) && (
            <Flex tag="nav" aria-label={text('mails.pages')} justifyContent="flex-end" gap={2}>
              <Button
                variant="tertiary"
                size="S"
                startIcon={<ChevronLeft />}
                disabled={!filters.before}
                onClick={() => filters.goBefore(null)}
              >
                {text('mails.newest')}
              </Button>
              <Button
                variant="tertiary"
                size="S"
                endIcon={<ChevronRight />}
                disabled={!hasOlder}
                onClick={() => filters.goBefore(shown[shown.length - 1]!.id)}
              >
                {text('mails.older')}
              </Button>
            </Flex>
          )}
        </>
      )}
    </Screen>
  );
};

/** Every mail there is: those on their way, those that left, and those that somebody should look at. */
export const ProtectedMailsPage = () => (
  <Page.Protect permissions={PERMISSIONS.readMails}>
    <MailsPage />
  </Page.Protect>
);
