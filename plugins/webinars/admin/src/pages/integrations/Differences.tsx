import { useRef, useState } from 'react';
import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { Button, Flex, Loader, Typography } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import type { PartnerCard, PartnerDifference } from '../../../../contracts/partners';
import { partnerPath } from '../../partners/paths';
import { PARTNER_NAMES } from '../../partners/words';
import { Confirm } from '../../parts/Confirm';
import { Failed } from '../../parts/Failed';
import { Pager, type Pagination } from '../../parts/Pager';
import { useText } from '../../translate';
import { useDeed } from '../../use-deed';
import { useLoad } from '../../use-load';
import { DifferenceTable } from './DifferenceTable';
import { useContentLocale } from '../../use-locale';

const PAGE_SIZE = 10;
const FRESH_FOR_MS = 15_000;

/** What the last reconciliation found to differ, with a way to bring the partner back in step. */
export const Differences = ({
  card: { partner, reconciliation },
  mayRepair,
  onChanged,
}: {
  card: PartnerCard;
  mayRepair: boolean;
  onChanged(): Promise<void>;
}) => {
  const text = useText();
  const { post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const { perform, isBusy } = useDeed();
  const top = useRef<HTMLDivElement>(null);
  const [page, setPage] = useState(1);
  const { body, problem, reload } = useLoad<{ data: PartnerDifference[]; meta: { pagination: Pagination } }>(
    partnerPath(partner, 'differences'),
    { page, pageSize: PAGE_SIZE, titles: useContentLocale() },
    FRESH_FOR_MS,
  );
  const repairable = reconciliation?.differences ?? 0;
  const named = { partner: PARTNER_NAMES[partner] };

  const repair = async (ids?: string[]) => {
    const answer = await perform(() =>
      post<{ data: { queued: number } }>(partnerPath(partner, 'repair'), ids ? { ids } : {}),
    );
    if (!answer) return;
    const count = answer.data.data.queued;
    toggleNotification({
      type: count > 0 ? 'success' : 'info',
      message: text('partner.repaired', { ...named, count }),
    });
    setPage(1);
    await Promise.all([reload(), onChanged()]);
    // The row that had the focus may be gone.
    top.current?.focus();
  };

  if (problem && !body) return <Failed problem={problem} onRetry={() => void reload()} />;
  if (!body) return <Loader small>{text('partner.loading')}</Loader>;
  return (
    <Flex
      ref={top}
      tabIndex={-1}
      role="group"
      aria-label={text('partner.differences')}
      direction="column"
      alignItems="stretch"
      gap={4}
      // The page's own header would cover its top.
      style={{ scrollMarginTop: '14rem' }}
    >
      {mayRepair && repairable > 0 && (
        <Flex justifyContent="space-between" gap={3} wrap="wrap">
          <Typography textColor="neutral600">{text('partner.repair_hint', named)}</Typography>
          <Confirm
            trigger={
              <Button variant="secondary" size="S" startIcon={<Check />} loading={isBusy}>
                {text('partner.repair_all')}
              </Button>
            }
            title={text('partner.repair_all_title')}
            action={text('partner.repair_all')}
            onConfirm={() => void repair()}
          >
            {text('partner.repair_all_body', { ...named, count: repairable })}
          </Confirm>
        </Flex>
      )}
      {body.data.length === 0 ? (
        <Typography textColor="neutral600">{text('partner.no_differences')}</Typography>
      ) : (
        <DifferenceTable
          partner={partner}
          differences={body.data}
          onRepair={mayRepair ? ({ id }) => void repair([id]) : undefined}
        />
      )}
      <Pager pagination={body.meta.pagination} label={text('partner.difference_pages')} onGo={setPage} />
    </Flex>
  );
};
