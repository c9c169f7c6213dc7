import { useState } from 'react';
import { Box, Button, Flex, Loader, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { useSearchParams } from 'react-router-dom';
import { styled } from 'styled-components';
import type { RunSheet as Sheet, RunSheetAction, RunSheetItem } from '../../../../contracts/run-sheet';
import { Empty } from '../../parts/Empty';
import { Failed } from '../../parts/Failed';
import { Notice } from '../../parts/Notice';
import { useProblemText } from '../../problem';
import { useText } from '../../translate';
import { useLoad } from '../../use-load';
import { arrange, isMoving, VIEWS, type View } from './arrange';
import { Item } from './Item';
import { MoveDialog } from './MoveDialog';
import { PreviewDialog } from './PreviewDialog';
import { SendNowDialog } from './SendNowDialog';
import { useActs, type Reminder } from './use-acts';
import { useWords } from './use-words';

const CALM_MS = 30_000;
const MOVING_MS = 4_000;

const kindOf = (item: RunSheetItem): string | null => {
  if (item.kind === 'reminder' || item.kind === 'mails') return item.template;
  if (item.kind === 'moved') return 'session_moved';
  return item.kind === 'cancelled' ? 'session_cancelled' : null;
};

const Rule = styled.li`
  display: flex;
  align-items: center;
  gap: 1.2rem;
  padding: 0 1.6rem;

  &::before,
  &::after {
    flex: 1;
    height: 2px;
    background: ${({ theme }) => theme.colors.primary600};
    content: '';
  }
`;

const Now = ({ now, timezone }: { now: string; timezone: string }) => {
  const text = useText();
  const { formatDate } = useIntl();
  return (
    <Rule aria-current="time" data-now>
      <Typography variant="sigma" textColor="primary600">
        {text('sheet.now', { at: formatDate(now, { dateStyle: 'medium', timeStyle: 'short', timeZone: timezone }) })}
      </Typography>
    </Rule>
  );
};

const useView = () => {
  const [params, setParams] = useSearchParams();
  const view = VIEWS.find((name) => name === params.get('show')) ?? 'all';
  const change = (next: View) => setParams(next === 'all' ? {} : { show: next });
  return [view, change] as const;
};

type Open = { action: RunSheetAction; id: string } | null;

/** Everything that has happened and will happen with the session, on one time line. */
export const RunSheet = ({ session, onChanged }: { session: string; onChanged(): void }) => {
  const text = useText();
  const say = useProblemText();
  const [view, setView] = useView();
  const [isWhole, setIsWhole] = useState(false);
  const [open, setOpen] = useState<Open>(null);
  const [isHurried, setIsHurried] = useState(false);
  // While somebody decides, what they decide upon stands still: what changed meanwhile is told by a refusal.
  const { body, problem, isFresh, reload } = useLoad<{ data: Sheet }>(
    `/webinars-admin/sessions/${session}/run-sheet`,
    {},
    open ? null : isHurried ? MOVING_MS : CALM_MS,
  );
  const { act, isBusy, problem: refusal, forget } = useActs(session, { onDone: onChanged, reload });
  const sheet = isFresh ? body?.data : undefined;
  const { titleOf } = useWords(sheet?.timezone ?? 'UTC');
  const isUnderWay = sheet ? isMoving(sheet.items) : false;
  if (sheet && isHurried !== isUnderWay) setIsHurried(isUnderWay);

  if (!sheet) {
    if (problem) return <Failed problem={problem} onRetry={() => void reload()} />;
    return <Loader>{text('sheet.loading')}</Loader>;
  }
  const { now, timezone } = sheet;
  const { earlier, past, ahead } = arrange(sheet.items, now, view);
  const shown = isWhole ? [...earlier, ...past] : past;
  const chosen = open && sheet.items.find(({ id }) => id === open.id);
  const close = () => {
    setOpen(null);
    forget();
  };

  const onAct = (action: RunSheetAction, item: RunSheetItem) => {
    forget();
    if ((action === 'hold' || action === 'release') && item.kind === 'reminder') void act(item, action);
    else setOpen({ action, id: item.id });
  };
  const doIt = (reminder: Reminder, action: 'move' | 'send_now', more = {}) =>
    void act(reminder, action, more).then((isDone) => isDone && setOpen(null));

  const line = (item: RunSheetItem) => (
    <Item key={item.id} item={item} session={session} now={now} timezone={timezone} isBusy={isBusy} onAct={onAct} />
  );
  const kind = chosen ? kindOf(chosen) : null;

  return (
    <>
      {problem && <Notice tone="warning">{say(problem)}</Notice>}
      <Flex justifyContent="space-between" gap={4} wrap="wrap">
        <Typography textColor="neutral600">{text('sheet.hint', { timezone: timezone.replace(/_/g, ' ') })}</Typography>
        <SingleSelect size="S" aria-label={text('sheet.show')} value={view} onChange={(next) => setView(next as View)}>
          {VIEWS.map((name) => (
            <SingleSelectOption key={name} value={name}>
              {text(`sheet.view.${name}`)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Flex>
      <Box tag="section" aria-label={text('session.tab.sheet')} aria-busy={isBusy}>
        <Box
          background="neutral0"
          borderColor="neutral150"
          hasRadius
          shadow="tableShadow"
          paddingTop={2}
          paddingBottom={2}
        >
          {earlier.length > 0 && (
            <Flex justifyContent="center" padding={2}>
              <Button variant="ghost" size="S" aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)}>
                {text(isWhole ? 'sheet.less' : 'sheet.earlier', { count: earlier.length })}
              </Button>
            </Flex>
          )}
          {shown.length + ahead.length === 0 ? (
            <Empty isBare content={text(`sheet.none.${view}`)} />
          ) : (
            <ol>
              {shown.map(line)}
              <Now now={now} timezone={timezone} />
              {ahead.map(line)}
            </ol>
          )}
        </Box>
      </Box>
      {open?.action === 'preview' && chosen && kind && (
        <PreviewDialog session={session} kind={kind} title={titleOf(chosen)} onClose={close} />
      )}
      {open?.action === 'move' && chosen?.kind === 'reminder' && (
        <MoveDialog
          session={session}
          reminder={chosen}
          timezone={timezone}
          isBusy={isBusy}
          problem={refusal}
          onMove={(minutes) => doIt(chosen, 'move', { minutes })}
          onClose={close}
        />
      )}
      {open?.action === 'send_now' && chosen?.kind === 'reminder' && (
        <SendNowDialog
          reminder={chosen}
          timezone={timezone}
          isBusy={isBusy}
          problem={refusal}
          onSend={() => doIt(chosen, 'send_now')}
          onClose={close}
        />
      )}
    </>
  );
};
