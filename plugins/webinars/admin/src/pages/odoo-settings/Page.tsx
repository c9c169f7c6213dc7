import { Page } from '@strapi/strapi/admin';
import { Button, Link } from '@strapi/design-system';
import { ArrowLeft, Check } from '@strapi/icons';
import { NavLink } from 'react-router-dom';
import type { CurrentOdooSettings } from '../../../../contracts/odoo';
import { partnerPath } from '../../partners/paths';
import { Failed } from '../../parts/Failed';
import { LeaveGuard } from '../../parts/LeaveGuard';
import { Screen } from '../../parts/Screen';
import { SettingsNotices } from '../../parts/SettingsNotices';
import { integrationsPath } from '../../paths';
import { PERMISSIONS } from '../../permissions';
import { useText } from '../../translate';
import { useLoad } from '../../use-load';
import { useMayDo } from '../../use-may';
import { useSettingsForm } from '../../use-settings-form';
import { Defaults } from './Defaults';
import { LeadRules } from './LeadRules';
import { Switches } from './Switches';

const PATH = partnerPath('odoo', 'settings');

const Back = () => {
  const text = useText();
  if (!useMayDo(PERMISSIONS.readPartners)) return null;
  return (
    <Link tag={NavLink} to={integrationsPath} startIcon={<ArrowLeft />}>
      {text('nav.integrations')}
    </Link>
  );
};

const Form = ({ initial }: { initial: CurrentOdooSettings }) => {
  const text = useText();
  const form = useSettingsForm({
    path: PATH,
    initial,
    bodyOf: (draft) => draft,
    saidOnceSaved: 'odoo.saved',
  });
  const { draft, change } = form;
  const faultOf = (path: string) => (form.isFaulty(path) ? text('odoo.not_valid') : undefined);

  return (
    <Screen
      title={text('odoo.title')}
      subtitle={text('odoo.subtitle')}
      navigationAction={<Back />}
      primaryAction={
        <Button startIcon={<Check />} loading={form.isSaving} disabled={!form.isDirty} onClick={() => void form.save()}>
          {text('action.save')}
        </Button>
      }
    >
      <LeaveGuard when={form.isDirty} />
      <SettingsNotices form={form} />
      <Switches settings={draft} onChange={change} />
      {/* Lines of names keep what is being typed; other settings begin them anew. */}
      <Defaults key={`defaults ${draft.revision}`} settings={draft} onChange={change} faultOf={faultOf} />
      <LeadRules
        key={`rules ${draft.revision}`}
        rules={draft.rules}
        salesperson={draft.salesperson}
        onChange={(rules) => change({ rules })}
        faultOf={faultOf}
      />
    </Screen>
  );
};

const OdooSettingsPage = () => {
  const text = useText();
  const { body, problem, reload } = useLoad<{ data: CurrentOdooSettings }>(PATH);
  if (body) return <Form initial={body.data} />;
  if (!problem) return <Page.Loading>{text('settings.loading')}</Page.Loading>;
  return (
    <Screen title={text('odoo.title')} navigationAction={<Back />}>
      <Failed problem={problem} onRetry={() => void reload()} />
    </Screen>
  );
};

/** What goes to Odoo, and whom leads are made of. */
export const ProtectedOdooSettingsPage = () => (
  <Page.Protect permissions={PERMISSIONS.setPartners}>
    <OdooSettingsPage />
  </Page.Protect>
);
