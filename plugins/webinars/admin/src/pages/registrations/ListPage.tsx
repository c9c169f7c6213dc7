import { Page } from '@strapi/strapi/admin';
import { Box, Button, Flex, LinkButton, Loader, Typography } from '@strapi/design-system';
import { ArrowClockwise, ChevronLeft, ChevronRight, Download, Upload } from '@strapi/icons';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { NavLink } from 'react-router-dom';
import type { RosterPage } from '../../../../contracts/roster';
import { Empty } from '../../parts/Empty';
import { Failed } from '../../parts/Failed';
import { Screen } from '../../parts/Screen';
import { bulksPath, importsPath } from '../../paths';
import { PERMISSIONS } from '../../permissions';
import { useText } from '../../translate';
import { useLoad } from '../../use-load';
import { useMayDo } from '../../use-may';
import { ExportDialog } from '../bulk/ExportDialog';
import { Columns } from './Columns';
import { Filters } from './Filters';
import { BulkBar } from './BulkBar';
import { ROSTER_PATH } from './paths';
import { RosterTable } from './RosterTable';
import { useList } from './use-list';
import { useSelection } from './use-selection';
import { Views } from './Views';

const PAGE_SIZE = 25;
const FRESH_FOR_MS = 60_000;

const RegistrationsPage = () => {
  const text = useText();
  const { locale } = useIntl();
  const mayImport = useMayDo(PERMISSIONS.importRegistrations);
  const list = useList();
  const { values, order, after, before } = list;
  const picking = useSelection(values);
  const mayExport = useMayDo(PERMISSIONS.exportRegistrations);
  const acts = useMayDo([
    ...PERMISSIONS.manageRegistrations,
    ...PERMISSIONS.decideRegistrations,
    ...PERMISSIONS.exportRegistrations,
    ...PERMISSIONS.sendMails,
  ]);
  const [isExporting, setIsExporting] = useState(false);
  const { body, isFresh, isLoading, problem, reload } = useLoad<RosterPage>(
    ROSTER_PATH,
    {
      ...values,
      ...order,
      after: after ?? undefined,
      before: before ?? undefined,
      pageSize: PAGE_SIZE,
      titles: locale.startsWith('de') ? 'de' : 'en',
    },
    FRESH_FOR_MS,
  );
  const isFiltered = Object.keys(values).length > 0;
  const shown = body?.data ?? [];

  return (
    <Screen
      title={text('nav.registrations')}
      subtitle={text('roster.subtitle')}
      isBusy={isLoading}
      primaryAction={
        <Flex gap={2} wrap="wrap">
          <Button variant="tertiary" startIcon={<ArrowClockwise />} loading={isLoading} onClick={() => void reload()}>
            {text('overview.refresh')}
          </Button>
          {mayImport && (
            <LinkButton tag={NavLink} to={importsPath()} variant="tertiary" startIcon={<Upload />}>
              {text('roster.import')}
            </LinkButton>
          )}
          <LinkButton tag={NavLink} to={bulksPath} variant="tertiary">
            {text('nav.bulk')}
          </LinkButton>
          {mayExport && (
            <Button
              variant="secondary"
              startIcon={<Download />}
              disabled={shown.length === 0}
              onClick={() => setIsExporting(true)}
            >
              {text('export.open')}
            </Button>
          )}
        </Flex>
      }
    >
      <Filters list={list} />
      <Flex gap={4} wrap="wrap" justifyContent="space-between" alignItems="flex-end">
        <Views list={list} />
        <Flex gap={4} alignItems="center">
          {body && isFresh && (
            <Typography textColor="neutral600" role="status">
              {text(body.meta.total.isMore ? 'roster.more_than' : 'roster.count', { count: body.meta.total.count })}
            </Typography>
          )}
          <Columns list={list} />
        </Flex>
      </Flex>
      {problem ? (
        <Failed problem={problem} onRetry={() => void reload()} />
      ) : !body || (!isFresh && shown.length === 0) ? (
        <Flex justifyContent="center" padding={10}>
          <Loader>{text('roster.loading')}</Loader>
        </Flex>
      ) : shown.length === 0 ? (
        <Empty
          content={text(isFiltered ? 'roster.none_found' : 'roster.none')}
          action={
            isFiltered ? (
              <Button variant="secondary" onClick={list.clear}>
                {text('mails.clear')}
              </Button>
            ) : undefined
          }
        />
      ) : (
        <>
          {acts && <BulkBar picking={picking} list={list} total={body.meta.total} />}
          <Box style={{ opacity: isFresh ? 1 : 0.6 }}>
            <RosterTable rows={shown} list={list} picking={acts ? picking : null} />
          </Box>
          {(body.meta.before ?? body.meta.after) && (
            <Flex tag="nav" aria-label={text('roster.pages')} justifyContent="flex-end" gap={2}>
              <Button
                variant="tertiary"
                size="S"
                startIcon={<ChevronLeft />}
                disabled={!body.meta.before}
                onClick={() => list.go('before', body.meta.before!)}
              >
                {text('pager.previous')}
              </Button>
              <Button
                variant="tertiary"
                size="S"
                endIcon={<ChevronRight />}
                disabled={!body.meta.after}
                onClick={() => list.go('after', body.meta.after!)}
              >
                {text('pager.next')}
              </Button>
            </Flex>
          )}
        </>
      )}
      {isExporting && (
        <ExportDialog which={() => ({ filter: values })} list={list} onClose={() => setIsExporting(false)} />
      )}
    </Screen>
  );
};

/** Everybody who has registered, over all sessions or some. */
export const ProtectedRegistrationsPage = () => (
  <Page.Protect permissions={PERMISSIONS.readRegistrations}>
    <RegistrationsPage />
  </Page.Protect>
);
