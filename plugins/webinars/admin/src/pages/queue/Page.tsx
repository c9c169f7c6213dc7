import { Page } from '@strapi/strapi/admin';
import type { QueueStanding } from '../../../../contracts/queue';
import { Failed } from '../../parts/Failed';
import { Screen } from '../../parts/Screen';
import { PERMISSIONS } from '../../permissions';
import { useText } from '../../translate';
import { useLoad } from '../../use-load';
import { DeadLetters } from './DeadLetters';
import { Elsewhere } from './Elsewhere';
import { Kinds } from './Kinds';

const FRESH_FOR_MS = 10_000;

const QueuePage = () => {
  const text = useText();
  const { body, problem, reload, isLoading } = useLoad<{ data: QueueStanding }>(
    '/webinars-admin/queue',
    {},
    FRESH_FOR_MS,
  );
  if (!body && !problem) return <Page.Loading>{text('queue.loading')}</Page.Loading>;
  return (
    <Screen title={text('nav.queue')} subtitle={text('queue.subtitle')} isBusy={isLoading}>
      {!body && problem && <Failed problem={problem} onRetry={() => void reload()} />}
      {body && (
        <>
          <DeadLetters kinds={body.data.kinds} onChanged={reload} />
          <Elsewhere counts={body.data.elsewhere} />
          <Kinds standing={body.data} />
        </>
      )}
    </Screen>
  );
};

/** What waits, what runs, and what gave up. */
export const ProtectedQueuePage = () => (
  <Page.Protect permissions={PERMISSIONS.manageJobs}>
    <QueuePage />
  </Page.Protect>
);
