import { useEffect, useRef, useState } from 'react';
import { useFetchClient } from '@strapi/strapi/admin';
import { Button, Flex, Loader, Typography } from '@strapi/design-system';
import { ArrowClockwise, CheckCircle } from '@strapi/icons';
import { useIntl } from 'react-intl';
import type { PartnerCard } from '../../../../contracts/partners';
import { partnerPath } from '../../partners/paths';
import { Trouble } from '../../partners/Trouble';
import { PARTNER_NAMES } from '../../partners/words';
import { Notice } from '../../parts/Notice';
import { Panel } from '../../parts/Panel';
import { useText } from '../../translate';
import { useDeed } from '../../use-deed';
import { Differences } from './Differences';

/** What the last reconciliation found, in a sentence; while one runs, that it does. */
const Report = ({ card: { partner, isReconciling, reconciliation, queue } }: { card: PartnerCard }) => {
  const text = useText();
  const { formatDate } = useIntl();
  if (isReconciling) {
    return (
      <Flex gap={2}>
        <Loader small>{text('partner.reconciling')}</Loader>
        <Typography textColor="neutral600" aria-hidden>
          {text('partner.reconciling')}
        </Typography>
      </Flex>
    );
  }
  if (!reconciliation) return <Typography textColor="neutral600">{text('partner.never_reconciled')}</Typography>;
  const { compared, differences, notes, problem } = reconciliation;
  const left = queue.reduce((sum, { waiting, failed }) => sum + waiting + failed, 0);
  const values = {
    partner: PARTNER_NAMES[partner],
    at: formatDate(reconciliation.at, { dateStyle: 'medium', timeStyle: 'short' }),
    compared,
    differences,
    notes,
  };
  if (problem) {
    return (
      <Notice tone="warning" title={text('partner.reconciliation_unfinished', values)}>
        <Trouble partner={partner} problem={problem} concerns="all" />
      </Notice>
    );
  }
  return (
    <Flex gap={3} alignItems="flex-start">
      {differences === 0 && left === 0 && <CheckCircle fill="success600" aria-hidden />}
      <Typography textColor="neutral800">
        {`${text(differences === 0 ? 'partner.in_step' : 'partner.differs', values)} ${
          left > 0 ? text('partner.not_counted', { count: left }) : ''
        }`}
      </Typography>
    </Flex>
  );
};

/** Whether we and a partner agree, as somebody last looked; and a way to look now. */
export const Reconciliation = ({
  card,
  mayManage,
  onChanged,
}: {
  card: PartnerCard;
  mayManage: boolean;
  onChanged(): Promise<void>;
}) => {
  const text = useText();
  const { post } = useFetchClient();
  const { perform, isBusy } = useDeed();
  const heading = useRef<HTMLHeadingElement>(null);
  const [isAsked, setIsAsked] = useState(false);
  const { partner, isReconciling, reconciliation } = card;

  const reconcile = async () => {
    if (!(await perform(() => post(partnerPath(partner, 'reconcile'))))) return;
    setIsAsked(true);
    await onChanged();
  };
  // Whoever asked for it is brought to what it found.
  useEffect(() => {
    if (!isAsked || isReconciling) return;
    setIsAsked(false);
    heading.current?.focus();
  }, [isReconciling]);

  const listed = reconciliation ? reconciliation.differences + reconciliation.notes : 0;
  return (
    <Panel
      isBare
      title={text('partner.reconciliation')}
      headingRef={heading}
      action={
        mayManage ? (
          <Button
            variant="secondary"
            size="S"
            startIcon={<ArrowClockwise />}
            loading={isBusy || isReconciling}
            onClick={() => void reconcile()}
          >
            {text('partner.reconcile')}
          </Button>
        ) : undefined
      }
    >
      <div role="status">
        <Report card={card} />
      </div>
      {reconciliation && listed > 0 && (
        <Differences
          key={reconciliation.at}
          card={card}
          mayRepair={mayManage && !isReconciling}
          onChanged={onChanged}
        />
      )}
    </Panel>
  );
};
