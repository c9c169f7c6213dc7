import { useRef, useState } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import {
  Button,
  Field,
  Flex,
  Loader,
  ProgressBar,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import { ArrowClockwise, CheckCircle } from '@strapi/icons';
import type { DeadLetterPage, QueueKind, WhichDeadLetters } from '../../../../contracts/queue';
import { Confirm } from '../../parts/Confirm';
import { Failed } from '../../parts/Failed';
import { Panel } from '../../parts/Panel';
import { Steps } from '../../parts/Steps';
import { useText } from '../../translate';
import { useAddressFilters } from '../../use-address-filters';
import { useLoad } from '../../use-load';
import { useContentLocale } from '../../use-locale';
import { DeadLetterTable } from './DeadLetterTable';
import { Discard } from './Discard';
import { useDeal } from './use-deal';
import { useJobName } from './words';

const FRESH_FOR_MS = 10_000;

/** What gave up after all its tries, with ways to try it again or to give it up for good. */
export const DeadLetters = ({ kinds, onChanged }: { kinds: QueueKind[]; onChanged(): Promise<void> }) => {
  const text = useText();
  const nameOf = useJobName();
  const locale = useContentLocale();
  const heading = useRef<HTMLHeadingElement>(null);
  const { toggleNotification } = useNotification();
  const { values, before, change, goBefore } = useAddressFilters(['kind']);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { deal, progress } = useDeal();
  const { body, problem, reload } = useLoad<DeadLetterPage>(
    '/webinars-admin/queue/dead-letters',
    { kind: values.kind, before: before ?? undefined, locale },
    FRESH_FOR_MS,
  );
  const rows = body?.data ?? [];
  const total = body?.meta.total ?? 0;
  const picked = rows.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
  const isAll = picked.length === 0;
  const count = isAll ? total : picked.length;

  const perform = async (deed: 'replay' | 'discard', ids: string[], reason?: string) => {
    const all = { kind: values.kind ?? null, until: new Date().toISOString() };
    const which: WhichDeadLetters = ids.length > 0 ? { ids } : { all };
    const done = await deal(deed, which, ids.length > 0 ? ids.length : total, reason);
    toggleNotification({
      type: done > 0 ? 'success' : 'info',
      message: text(deed === 'replay' ? 'queue.replayed' : 'queue.discarded', { count: done }),
    });
    setChosen(new Set());
    goBefore(null);
    await Promise.all([reload(), onChanged()]);
    // What had the focus may be gone.
    heading.current?.focus();
  };

  return (
    <Panel isBare title={text('queue.dead_letters')} headingRef={heading}>
      <Typography textColor="neutral600">{text('queue.dead_hint')}</Typography>
      <Flex gap={4} wrap="wrap" justifyContent="space-between" alignItems="flex-end">
        <Field.Root width="36rem" maxWidth="100%">
          <Field.Label>{text('queue.kind')}</Field.Label>
          <SingleSelect
            value={values.kind ?? ''}
            placeholder={text('queue.every_kind')}
            onChange={(kind) => change('kind', String(kind))}
            onClear={() => change('kind', null)}
            clearLabel={text('action.clear')}
          >
            {kinds.map(({ name }) => (
              <SingleSelectOption key={name} value={name}>
                {nameOf(name)}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Field.Root>
        {total > 0 && (
          <Flex gap={2} wrap="wrap">
            <Discard
              count={count}
              isAll={isAll}
              isBusy={progress !== null}
              onDiscard={(reason) => perform('discard', picked, reason)}
            />
            <Confirm
              trigger={
                <Button size="S" startIcon={<ArrowClockwise />} loading={progress !== null}>
                  {text(isAll ? 'queue.replay_all' : 'queue.replay_chosen', { count })}
                </Button>
              }
              variant="default"
              title={text('queue.replay_title')}
              action={text('queue.replay')}
              onConfirm={() => void perform('replay', picked)}
            >
              {text('queue.replay_body', { count })}
            </Confirm>
          </Flex>
        )}
      </Flex>
      {progress && progress.total > 1 && (
        <Flex direction="column" alignItems="stretch" gap={1} role="status">
          <ProgressBar
            value={Math.round((100 * progress.done) / progress.total)}
            aria-label={text('queue.progress_label')}
          />
          <Typography variant="pi">{text('queue.progress', progress)}</Typography>
        </Flex>
      )}
      {problem && !body ? (
        <Failed problem={problem} onRetry={() => void reload()} />
      ) : !body ? (
        <Loader small>{text('queue.loading')}</Loader>
      ) : rows.length === 0 ? (
        <Flex gap={3}>
          <CheckCircle fill="success600" aria-hidden />
          <Typography textColor="neutral800">{text(values.kind ? 'queue.none_of_kind' : 'queue.none')}</Typography>
        </Flex>
      ) : (
        <>
          <DeadLetterTable
            rows={rows}
            chosen={chosen}
            onChoose={setChosen}
            isBusy={progress !== null}
            onReplay={(id) => void perform('replay', [id])}
          />
          <Steps
            onFirst={before === null ? null : () => goBefore(null)}
            onOn={body.meta.next === null ? null : () => goBefore(body.meta.next)}
          />
        </>
      )}
    </Panel>
  );
};
