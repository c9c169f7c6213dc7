import { useState } from 'react';
import { useFetchClient } from '@strapi/strapi/admin';
import { Accordion, Box, Button, Typography } from '@strapi/design-system';
import { Play } from '@strapi/icons';
import type { DryRun as Run, PartnerName } from '../../../../contracts/partners';
import { partnerPath } from '../../partners/paths';
import { Trouble } from '../../partners/Trouble';
import { PARTNER_NAMES, useKindName } from '../../partners/words';
import { Notice } from '../../parts/Notice';
import { Panel } from '../../parts/Panel';
import { Plain } from '../../parts/Plain';
import { useText } from '../../translate';
import { useDeed } from '../../use-deed';

const Calls = ({ calls }: { calls: Run['calls'] }) => {
  const text = useText();
  const nameOf = useKindName('kinds');
  return (
    <Accordion.Root>
      {calls.map(({ kind, call, records, body }, index) => (
        <Accordion.Item key={index} value={String(index)}>
          <Accordion.Header>
            <Accordion.Trigger>{text('partner.call', { call, kind: nameOf(kind), records })}</Accordion.Trigger>
          </Accordion.Header>
          <Accordion.Content>
            <Box padding={4}>
              <Plain label={text('partner.call_body', { call })} height={320}>
                {body}
              </Plain>
            </Box>
          </Accordion.Content>
        </Accordion.Item>
      ))}
    </Accordion.Root>
  );
};

/** What would go to a partner if all that waits were sent now. Asking changes nothing, here or there. */
export const DryRun = ({ partner }: { partner: PartnerName }) => {
  const text = useText();
  const { post } = useFetchClient();
  const { perform, isBusy } = useDeed();
  const [run, setRun] = useState<Run | null>(null);
  const named = { partner: PARTNER_NAMES[partner] };

  const ask = async () => {
    setRun(null);
    const answer = await perform(() => post<{ data: Run }>(partnerPath(partner, 'dry-run')));
    if (answer) setRun(answer.data.data);
  };
  return (
    <Panel
      title={text('partner.dry_run')}
      action={
        <Button variant="secondary" size="S" startIcon={<Play />} loading={isBusy} onClick={() => void ask()}>
          {text('partner.dry_run_start')}
        </Button>
      }
    >
      <div>
        <Typography textColor="neutral600">{text('partner.dry_run_hint', named)}</Typography>
        <Box role="status" paddingTop={run ? 4 : 0}>
          {run?.problem && (
            <Notice tone="danger" title={text('partner.dry_run_failed')}>
              <Trouble partner={partner} problem={run.problem} concerns="all" />
            </Notice>
          )}
          {run && !run.problem && (
            <Notice>
              {run.calls.length === 0
                ? text('partner.dry_run_empty')
                : text('partner.dry_run_calls', { ...named, calls: run.calls.length, more: run.more })}
            </Notice>
          )}
        </Box>
      </div>
      {run && run.calls.length > 0 && <Calls calls={run.calls} />}
    </Panel>
  );
};
