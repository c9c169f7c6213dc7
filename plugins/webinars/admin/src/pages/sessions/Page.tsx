import { useState } from 'react';
import { Page } from '@strapi/strapi/admin';
import { Button, Flex, LinkButton, Loader, Tabs } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { NavLink, useNavigate } from 'react-router-dom';
import type { BoardAnswer, CalendarAnswer, PlannedSession, PlanningAnswer } from '../../../../contracts/planning';
import { newEntryPath, SESSION } from '../../content-manager';
import { Empty } from '../../parts/Empty';
import { Failed } from '../../parts/Failed';
import { Screen } from '../../parts/Screen';
import { sessionPath } from '../../paths';
import { PERMISSIONS } from '../../permissions';
import type { DeedName } from '../../session-deeds/DeedForm';
import { DeedDialog } from '../../session-deeds/DeedDialog';
import { useText } from '../../translate';
import { useLoad, type LoadState } from '../../use-load';
import { useContentLocale } from '../../use-locale';
import { useMay } from '../../use-may';
import { Board } from './Board';
import { Calendar } from './Calendar';
import { Filters } from './Filters';
import { List } from './List';
import { useView, VIEWS, type View } from './use-view';

const FRESH_FOR_MS = 60_000;

const isView = (value: string): value is View => VIEWS.some((view) => view === value);

/** The month it is where the reader is, until the server has said which one it is where the programme is. */
const thisMonth = (): string => new Date().toLocaleDateString('sv').slice(0, 7);

/** In the place of what is still read, or could not be. Null once there is something. */
const Awaited = ({ load }: { load: LoadState<unknown> }) => {
  const text = useText();
  if (load.problem) return <Failed problem={load.problem} onRetry={() => void load.reload()} />;
  return (
    <Flex justifyContent="center" padding={10}>
      <Loader>{text('sessions.loading')}</Loader>
    </Flex>
  );
};

const SessionsPage = () => {
  const text = useText();
  const view = useView();
  const locale = useContentLocale();
  const plans = useMay('create', SESSION);
  const navigate = useNavigate();
  const [deed, setDeed] = useState<{ name: DeedName; session: PlannedSession } | null>(null);
  const ask = { locale };
  const list = useLoad<PlanningAnswer>(
    view.view === 'list' ? '/webinars-admin/sessions' : null,
    { ...view.ofList, ...ask, after: view.after ?? undefined },
    FRESH_FOR_MS,
  );
  const board = useLoad<BoardAnswer>(
    view.view === 'board' ? '/webinars-admin/planning/board' : null,
    { ...view.common, ...ask },
    FRESH_FOR_MS,
  );
  const month = view.month ?? thisMonth();
  const calendar = useLoad<CalendarAnswer>(
    view.view === 'calendar' ? '/webinars-admin/planning/calendar' : null,
    { ...view.common, ...ask, month },
    FRESH_FOR_MS,
  );
  const load = { list, board, calendar }[view.view];
  const onDeed = (name: DeedName, session: PlannedSession) => setDeed({ name, session });
  const plan = plans && (
    <LinkButton tag={NavLink} to={newEntryPath(SESSION)} startIcon={<Plus />}>
      {text('overview.plan')}
    </LinkButton>
  );

  const nothing = (
    <Empty
      isBare
      content={text(
        view.isFiltered
          ? 'sessions.none_found'
          : view.period === 'all'
            ? 'sessions.none'
            : `sessions.none_${view.period}`,
      )}
      action={
        view.isFiltered ? (
          <Button variant="secondary" onClick={view.clear}>
            {text('mails.clear')}
          </Button>
        ) : view.period !== 'all' ? (
          <Flex gap={2}>
            <Button variant="secondary" onClick={() => view.change('period', 'all')}>
              {text('sessions.show_all')}
            </Button>
            {plan}
          </Flex>
        ) : (
          plan || undefined
        )
      }
    />
  );

  return (
    <Screen
      title={text('nav.sessions')}
      subtitle={text('sessions.subtitle')}
      primaryAction={plan}
      isBusy={load.isLoading}
    >
      <Filters view={view} perState={list.body?.meta.perState ?? null} />
      <Tabs.Root value={view.view} onValueChange={(value) => isView(value) && view.choose(value)} variant="simple">
        <Tabs.List aria-label={text('sessions.view')}>
          {VIEWS.map((one) => (
            <Tabs.Trigger key={one} value={one}>
              {text(`sessions.view.${one}`)}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <Tabs.Content value="list">
          <Flex direction="column" alignItems="stretch" gap={4} paddingTop={4}>
            {!list.body || list.problem ? (
              <Awaited load={list} />
            ) : list.body.data.length === 0 && list.isFresh ? (
              nothing
            ) : (
              <List answer={list.body} view={view} isFresh={list.isFresh} onDeed={onDeed} />
            )}
          </Flex>
        </Tabs.Content>
        <Tabs.Content value="board">
          <Flex direction="column" alignItems="stretch" paddingTop={4}>
            {!board.body || board.problem ? (
              <Awaited load={board} />
            ) : (
              <Board answer={board.body} view={view} isFresh={board.isFresh} onDeed={onDeed} />
            )}
          </Flex>
        </Tabs.Content>
        <Tabs.Content value="calendar">
          <Flex direction="column" alignItems="stretch" paddingTop={4}>
            {!calendar.body || calendar.problem ? (
              <Awaited load={calendar} />
            ) : (
              <Calendar answer={calendar.body} month={month} view={view} isFresh={calendar.isFresh} />
            )}
          </Flex>
        </Tabs.Content>
      </Tabs.Root>
      {deed && (
        <DeedDialog
          deed={deed.name}
          documentId={deed.session.documentId}
          onClose={() => setDeed(null)}
          onDone={(session) => {
            setDeed(null);
            // A copy is there to be worked on.
            if (deed.name === 'duplicate') navigate(sessionPath(session.documentId));
            else void load.reload();
          }}
        />
      )}
    </Screen>
  );
};

/** Every session there is: as a list, by state, or by day. */
export const ProtectedSessionsPage = () => (
  <Page.Protect permissions={PERMISSIONS.readSessions}>
    <SessionsPage />
  </Page.Protect>
);
