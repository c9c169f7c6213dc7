import { Page } from '@strapi/strapi/admin';
import { Button } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import type { ProgrammeSettingsView } from '../../../../contracts/programme';
import { Failed } from '../../parts/Failed';
import { LeaveGuard } from '../../parts/LeaveGuard';
import { Screen } from '../../parts/Screen';
import { SettingsNotices } from '../../parts/SettingsNotices';
import { PERMISSIONS } from '../../permissions';
import { useText } from '../../translate';
import { useLoad } from '../../use-load';
import { useSettingsForm } from '../../use-settings-form';
import { ConflictRules } from './Conflicts';
import { Elsewhere } from './Elsewhere';
import { Manager } from './Manager';
import { NewSessions } from './NewSessions';

const PATH = '/webinars-admin/programme-settings';

const Form = ({ initial }: { initial: ProgrammeSettingsView }) => {
  const text = useText();
  const form = useSettingsForm({
    path: PATH,
    initial,
    bodyOf: ({ defaults: _, speaker: __, next: ___, ...settings }) => settings,
    saidOnceSaved: 'programme.saved',
  });
  const { draft, change } = form;
  const faultOf = (path: string) => (form.isFaulty(path) ? text('programme.not_valid') : undefined);

  return (
    <Screen
      title={text('nav.programme')}
      subtitle={text('programme.subtitle')}
      primaryAction={
        <Button startIcon={<Check />} loading={form.isSaving} disabled={!form.isDirty} onClick={() => void form.save()}>
          {text('action.save')}
        </Button>
      }
    >
      <LeaveGuard when={form.isDirty} />
      <SettingsNotices form={form} />
      <Manager
        settings={draft}
        choicesPath={`${PATH}/speakers`}
        onChange={(manager) => change({ manager })}
        faultOf={faultOf}
      />
      <NewSessions settings={draft} onChange={change} faultOf={faultOf} />
      <ConflictRules rules={draft.conflicts} onChange={(conflicts) => change({ conflicts })} faultOf={faultOf} />
      <Elsewhere />
    </Screen>
  );
};

const ProgrammePage = () => {
  const text = useText();
  const { body, problem, reload } = useLoad<{ data: ProgrammeSettingsView }>(PATH);
  if (body) return <Form initial={body.data} />;
  if (!problem) return <Page.Loading>{text('settings.loading')}</Page.Loading>;
  return (
    <Screen title={text('nav.programme')}>
      <Failed problem={problem} onRetry={() => void reload()} />
    </Screen>
  );
};

/** What counts for the programme as a whole: who answers for it, what new sessions begin with, what is too near. */
export const ProtectedProgrammePage = () => (
  <Page.Protect permissions={PERMISSIONS.setProgramme}>
    <ProgrammePage />
  </Page.Protect>
);
