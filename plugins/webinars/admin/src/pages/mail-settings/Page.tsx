import { useState } from 'react';
import { Page, useFetchClient, useNotification } from '@strapi/strapi/admin';
import { Button, Checkbox, Flex, Typography } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import type { SettingsView } from '../../../../contracts/mail-admin';
import { Failed } from '../../parts/Failed';
import { LeaveGuard } from '../../parts/LeaveGuard';
import { Notice } from '../../parts/Notice';
import { Panel } from '../../parts/Panel';
import { Screen } from '../../parts/Screen';
import { PERMISSIONS } from '../../permissions';
import { problemOf, useProblemText, type Fault } from '../../problem';
import { useText } from '../../translate';
import { useLoad } from '../../use-load';
import { Brand } from './Brand';
import { ProgrammeManager } from './Manager';
import { Reminders } from './Reminders';

const PATH = '/webinars-admin/mail-settings';

const Form = ({ initial }: { initial: SettingsView }) => {
  const text = useText();
  const say = useProblemText();
  const { get, put } = useFetchClient();
  const { toggleNotification } = useNotification();
  const [saved, setSaved] = useState(initial);
  const [draft, setDraft] = useState(initial);
  const [faults, setFaults] = useState<Fault[]>([]);
  const [theirs, setTheirs] = useState<SettingsView | null>(null);
  const [isSaving, setIsSaving] = useState(false);
  const isDirty = JSON.stringify(draft) !== JSON.stringify(saved);

  const change = (changes: Partial<SettingsView>) => setDraft({ ...draft, ...changes });
  const begin = (settings: SettingsView) => {
    setSaved(settings);
    setDraft(settings);
    setTheirs(null);
    setFaults([]);
  };
  const faultOf = (path: string) =>
    faults.some((fault) => fault.path.join('.') === path) ? text('settings.not_valid') : undefined;

  const save = async (revision = draft.revision) => {
    setIsSaving(true);
    try {
      const { defaults: _, ...settings } = draft;
      const { data } = await put<{ data: SettingsView }>(PATH, { ...settings, revision });
      begin(data.data);
      toggleNotification({ type: 'success', message: text('settings.saved') });
    } catch (error) {
      const problem = problemOf(error);
      setFaults(problem.faults);
      if (problem.code === 'SETTINGS_CHANGED') {
        const { data } = await get<{ data: SettingsView }>(PATH);
        setTheirs(data.data);
      } else {
        toggleNotification({
          type: 'danger',
          message: problem.faults.length > 0 ? text('settings.refused') : say(problem),
        });
      }
    } finally {
      setIsSaving(false);
    }
  };

  return (
    <Screen
      title={text('nav.settings')}
      subtitle={text('settings.subtitle')}
      primaryAction={
        <Button startIcon={<Check />} loading={isSaving} disabled={!isDirty} onClick={() => void save()}>
          {text('action.save')}
        </Button>
      }
    >
      <LeaveGuard when={isDirty} />
      {theirs && (
        <Notice
          isSudden
          tone="warning"
          title={text('problem.SETTINGS_CHANGED')}
          action={
            <Flex gap={2} wrap="wrap">
              <Button size="S" variant="secondary" onClick={() => begin(theirs)}>
                {text('settings.load_theirs')}
              </Button>
              <Button size="S" variant="tertiary" loading={isSaving} onClick={() => void save(theirs.revision)}>
                {text('settings.overwrite')}
              </Button>
            </Flex>
          }
        >
          {text('settings.changed_hint')}
        </Notice>
      )}
      {faults.length > 0 && (
        <Notice isSudden tone="danger">
          {text('settings.refused')}
        </Notice>
      )}
      <Brand brand={draft.brand} defaults={draft.defaults} onChange={(brand) => change({ brand })} faultOf={faultOf} />
      <Reminders rules={draft.reminders} onChange={(reminders) => change({ reminders })} faultOf={faultOf} />
      <ProgrammeManager
        manager={draft.programmeManager}
        onChange={(programmeManager) => change({ programmeManager })}
        faultOf={faultOf}
      />
      <Panel title={text('settings.consent')}>
        <Checkbox checked={draft.doubleOptIn} onCheckedChange={(isOn) => change({ doubleOptIn: isOn === true })}>
          {text('settings.double_opt_in')}
        </Checkbox>
        <Typography variant="pi" textColor="neutral600">
          {text('settings.double_opt_in_hint')}
        </Typography>
      </Panel>
    </Screen>
  );
};

const SettingsPage = () => {
  const text = useText();
  const { body, problem, reload } = useLoad<{ data: SettingsView }>(PATH);
  if (body) return <Form initial={body.data} />;
  if (!problem) return <Page.Loading>{text('settings.loading')}</Page.Loading>;
  return (
    <Screen title={text('nav.settings')}>
      <Failed problem={problem} onRetry={() => void reload()} />
    </Screen>
  );
};

/** How mails look, who they come from, and when they remind. */
export const ProtectedSettingsPage = () => (
  <Page.Protect permissions={PERMISSIONS.setMails}>
    <SettingsPage />
  </Page.Protect>
);
