import { useRef, useState } from 'react';
import { Page } from '@strapi/strapi/admin';
import { Box, Flex, Tabs } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { useParams } from 'react-router-dom';
import type { SessionPage as SessionPageData } from '../../../../contracts/session-page';
import { Failed } from '../../parts/Failed';
import { History } from '../../parts/History';
import { Notice } from '../../parts/Notice';
import { Panel } from '../../parts/Panel';
import { Screen } from '../../parts/Screen';
import { PERMISSIONS } from '../../permissions';
import { useProblemText } from '../../problem';
import { useText } from '../../translate';
import { useInView } from '../../use-in-view';
import { useLoad } from '../../use-load';
import { Actions } from './Actions';
import { Head, Subtitle } from './Head';
import { Links } from './Links';
import { Mails } from './Mails';
import { People } from './People';
import { Partners } from './Partners';
import { Seats } from './Seats';
import { RunSheet } from './RunSheet';
import { useTabs, type Tab } from './tabs';
import { Waitlist } from './Waitlist';

const FRESH_FOR_MS = 30_000;

const Content = ({
  tab,
  session,
  onChanged,
  onSee,
}: {
  tab: Tab;
  session: SessionPageData;
  onChanged(): void;
  onSee(tab: Tab): void;
}) => {
  const text = useText();
  switch (tab) {
    case 'sheet':
      return <RunSheet session={session.documentId} onChanged={onChanged} />;
    case 'people':
      return <People session={session.documentId} onSee={onSee} />;
    case 'seats':
      return <Seats session={session.documentId} />;
    case 'waitlist':
      return <Waitlist session={session} onChanged={onChanged} />;
    case 'mails':
      return <Mails session={session.documentId} />;
    case 'partners':
      return <Partners session={session.documentId} />;
    case 'history':
      return (
        <Panel title={text('session.tab.history')}>
          <History filters={{ session: session.documentId }} />
        </Panel>
      );
    case 'links':
      return <Links session={session} />;
  }
};

const SessionPage = () => {
  const text = useText();
  const say = useProblemText();
  const { locale } = useIntl();
  const { documentId = '' } = useParams();
  const { open, current, go } = useTabs();
  const { body, problem, isFresh, reload } = useLoad<{ data: SessionPageData }>(
    `/webinars-admin/sessions/${documentId}/page`,
    { locale: locale.startsWith('de') ? 'de' : 'en' },
    FRESH_FOR_MS,
  );
  const session = isFresh ? body?.data : undefined;
  const tabs = useRef<HTMLDivElement>(null);
  useInView(tabs, '[aria-selected="true"]', `${current} ${open.length} ${Boolean(session)}`);
  // What was done to the session as a whole changes all of its parts, also the one that is open.
  const [deeds, setDeeds] = useState(0);
  const afterDeed = () => {
    setDeeds(deeds + 1);
    void reload();
  };

  if (!session) {
    if (!problem) return <Page.Loading>{text('session.loading')}</Page.Loading>;
    return (
      <Screen title={text('session.session')}>
        <Failed problem={problem} onRetry={() => void reload()} />
      </Screen>
    );
  }
  return (
    <Screen
      title={session.title}
      subtitle={<Subtitle session={session} />}
      primaryAction={<Actions session={session} onChanged={afterDeed} />}
    >
      {problem && <Notice tone="warning">{say(problem)}</Notice>}
      <Head session={session} onSee={go} />
      <Tabs.Root value={current} onValueChange={(tab) => go(tab as Tab)} variant="simple">
        <Box ref={tabs} overflow="auto">
          <Tabs.List aria-label={text('session.parts')}>
            {open.map((tab) => (
              <Tabs.Trigger key={tab} value={tab}>
                {tab === 'waitlist' && session.waiting > 0
                  ? text('session.tab.waitlist_of', { waiting: session.waiting })
                  : text(`session.tab.${tab}`)}
              </Tabs.Trigger>
            ))}
          </Tabs.List>
        </Box>
        <Box paddingTop={4}>
          {open.map((tab) => (
            <Tabs.Content key={tab} value={tab}>
              <Flex direction="column" alignItems="stretch" gap={4}>
                <Content key={deeds} tab={tab} session={session} onChanged={() => void reload()} onSee={go} />
              </Flex>
            </Tabs.Content>
          ))}
        </Box>
      </Tabs.Root>
    </Screen>
  );
};

/** Everything about one session: its run sheet first. */
export const ProtectedSessionPage = () => (
  <Page.Protect permissions={PERMISSIONS.readSessions}>
    <SessionPage />
  </Page.Protect>
);
