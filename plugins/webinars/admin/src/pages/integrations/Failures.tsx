import { useRef, useState } from 'react';
import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { Button, Flex, Loader, Typography } from '@strapi/design-system';
import { ArrowClockwise, CheckCircle } from '@strapi/icons';
import type { PartnerCard, PartnerRecord } from '../../../../contracts/partners';
import { partnerPath } from '../../partners/paths';
import { PARTNER_NAMES } from '../../partners/words';
import { Confirm } from '../../parts/Confirm';
import { Failed } from '../../parts/Failed';
import { Pager, type Pagination } from '../../parts/Pager';
import { Panel } from '../../parts/Panel';
import { useText } from '../../translate';
import { useDeed } from '../../use-deed';
import { useLoad } from '../../use-load';
import { FailureTable } from './FailureTable';
import { useContentLocale } from '../../use-locale';

const PAGE_SIZE = 10;
const FRESH_FOR_MS = 15_000;

/** What a partner did not take after all tries, or lost: the dead letters, with a way to send them again. */
export const Failures = ({
  card,
  mayReplay,
  onChanged,
}: {
  card: PartnerCard;
  mayReplay: boolean;
  onChanged(): Promise<void>;
}) => {
  const text = useText();
  const { post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const { perform, isBusy } = useDeed();
  const heading = useRef<HTMLHeadingElement>(null);
  const [page, setPage] = useState(1);
  const { partner } = card;
  const { body, problem, reload } = useLoad<{ data: PartnerRecord[]; meta: { pagination: Pagination } }>(
    partnerPath(partner, 'failures'),
    { page, pageSize: PAGE_SIZE, titles: useContentLocale() },
    FRESH_FOR_MS,
  );
  const failed = card.queue.reduce((sum, one) => sum + one.failed, 0);

  const replay = async (records?: PartnerRecord[]) => {
    const named = records?.map(({ kind, record }) => ({ kind, record }));
    const answer = await perform(() =>
      post<{ data: { replayed: number } }>(partnerPath(partner, 'replay'), named ? { records: named } : {}),
    );
    if (!answer) return;
    const count = answer.data.data.replayed;
    toggleNotification({ type: count > 0 ? 'success' : 'info', message: text('partner.replayed', { count }) });
    setPage(1);
    await Promise.all([reload(), onChanged()]);
    // The row that had the focus is gone.
    heading.current?.focus();
  };

  const total = body?.meta.pagination.total ?? 0;
  return (
    <Panel
      isBare
      title={text('partner.failures', { partner: PARTNER_NAMES[partner] })}
      headingRef={heading}
      action={
        mayReplay && failed > 0 ? (
          <Confirm
            trigger={
              <Button variant="secondary" size="S" startIcon={<ArrowClockwise />} loading={isBusy}>
                {text('partner.replay_all')}
              </Button>
            }
            variant="default"
            title={text('partner.replay_all_title')}
            action={text('partner.replay_all')}
            onConfirm={() => void replay()}
          >
            {text('partner.replay_all_body', { count: failed, partner: PARTNER_NAMES[partner] })}
          </Confirm>
        ) : undefined
      }
    >
      {problem && !body ? (
        <Failed problem={problem} onRetry={() => void reload()} />
      ) : !body ? (
        <Loader small>{text('partner.loading')}</Loader>
      ) : total === 0 ? (
        <Flex gap={3}>
          <CheckCircle fill="success600" aria-hidden />
          <Typography textColor="neutral800">
            {text('partner.no_failures', { partner: PARTNER_NAMES[partner] })}
          </Typography>
        </Flex>
      ) : (
        <>
          <FailureTable records={body.data} onReplay={mayReplay ? (one) => void replay([one]) : undefined} />
          <Pager pagination={body.meta.pagination} label={text('partner.failure_pages')} onGo={setPage} />
        </>
      )}
    </Panel>
  );
};
