import { useEffect, useState } from 'react';
import { Page } from '@strapi/strapi/admin';
import type { PartnerCard } from '../../../../contracts/partners';
import { Failed } from '../../parts/Failed';
import { Notice } from '../../parts/Notice';
import { Screen } from '../../parts/Screen';
import { PARTNERS_PATH } from '../../partners/paths';
import { PERMISSIONS } from '../../permissions';
import { useText } from '../../translate';
import { useLoad } from '../../use-load';
import { Partner } from './Partner';

const FRESH_FOR_MS = 15_000;
const WHILE_RECONCILING_MS = 2_000;

const IntegrationsPage = () => {
  const text = useText();
  const [everyMs, setEveryMs] = useState(FRESH_FOR_MS);
  const { body, problem, isLoading, reload } = useLoad<{ data: PartnerCard[] }>(PARTNERS_PATH, {}, everyMs);
  const isReconciling = body?.data.some((card) => card.isReconciling) ?? false;
  useEffect(() => setEveryMs(isReconciling ? WHILE_RECONCILING_MS : FRESH_FOR_MS), [isReconciling]);

  if (!body && !problem) return <Page.Loading>{text('partner.loading')}</Page.Loading>;
  return (
    <Screen
      title={text('nav.integrations')}
      subtitle={text('partner.subtitle')}
      // What is asked again by itself every few seconds is not a page that is busy.
      isBusy={isLoading && !body}
    >
      {body && problem && (
        <Notice tone="warning" isSudden>
          {text('partner.stale')}
        </Notice>
      )}
      {body
        ? body.data.map((card) => <Partner key={card.partner} card={card} onChanged={reload} />)
        : problem && <Failed problem={problem} onRetry={() => void reload()} />}
    </Screen>
  );
};

/** The partners we keep in step: whether they are on, what waits, what failed, and what differs. */
export const ProtectedIntegrationsPage = () => (
  <Page.Protect permissions={PERMISSIONS.readPartners}>
    <IntegrationsPage />
  </Page.Protect>
);
