import { Page } from '@strapi/strapi/admin';
import { Button, Checkbox, Typography } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import type { SettingsView } from '../../../../contracts/mail-admin';
import { Failed } from '../../parts/Failed';
import { LeaveGuard } from '../../parts/LeaveGuard';
import { Panel } from '../../parts/Panel';
import { Screen } from '../../parts/Screen';
import { SettingsNotices } from '../../parts/SettingsNotices';
import { PERMISSIONS } from '../../permissions';
import { useText } from '../../translate';
import { useLoad } from '../../use-load';
import { useSettingsForm } from '../../use-settings-form';
import { Brand } from './Brand';
import { Reminders } from './Reminders';

const PATH = '/webinars-admin/mail-settings';

type Part = 'brand' | 'reminders';

const Form = ({ part, initial }: { part: Part; initial: SettingsView }) => {
  const text = useText();
  const form = useSettingsForm({
    path: PATH,
    initial,
    bodyOf: ({ defaults: _, ...settings }) => settings,
    saidOnceSaved: 'settings.saved',
  });
  const { draft, change } = form;
  const faultOf = (path: string) => (form.isFaulty(path) ? text('settings.not_valid') : undefined);

  return (
    <Screen
      title={text(`nav.${part}`)}
      subtitle={text(`settings.subtitle_${part}`)}
      primaryAction={
        <Button startIcon={<Check />} loading={form.isSaving} disabled={!form.isDirty} onClick={() => void form.save()}>
          {text('action.save')}
        </Button>
      }
    >
      <LeaveGuard when={form.isDirty} />
      <SettingsNotices form={form} />
      {part === 'reminders' ? (
        <Reminders rules={draft.reminders} onChange={(reminders) => change({ reminders })} faultOf={faultOf} />
      ) : (
        <>
          <Brand
            brand={draft.brand}
            defaults={draft.defaults}
            onChange={(brand) => change({ brand })}
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
        </>
      )}
    </Screen>
  );
};

const SettingsPage = ({ part }: { part: Part }) => {
  const text = useText();
  const { body, problem, reload } = useLoad<{ data: SettingsView }>(PATH);
  if (body) return <Form part={part} initial={body.data} />;
  if (!problem) return <Page.Loading>{text('settings.loading')}</Page.Loading>;
  return (
    <Screen title={text(`nav.${part}`)}>
      <Failed problem={problem} onRetry={() => void reload()} />
    </Screen>
  );
};

/** How mails and pages look, and who they come from. */
export const ProtectedBrandPage = () => (
  <Page.Protect permissions={PERMISSIONS.setMails}>
    <SettingsPage key="brand" part="brand" />
  </Page.Protect>
);

/** When mails remind, and whom. */
export const ProtectedRemindersPage = () => (
  <Page.Protect permissions={PERMISSIONS.setMails}>
    <SettingsPage key="reminders" part="reminders" />
  </Page.Protect>
);
