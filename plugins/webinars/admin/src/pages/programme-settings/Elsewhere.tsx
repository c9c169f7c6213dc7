import { Badge, Flex, Typography } from '@strapi/design-system';
import type { CurrentOdooSettings } from '../../../../contracts/odoo';
import { partnerPath } from '../../partners/paths';
import { Fact, Facts } from '../../parts/Facts';
import { Failed } from '../../parts/Failed';
import { Panel } from '../../parts/Panel';
import { TextLink } from '../../parts/TextLink';
import { odooSettingsPath, remindersPath, templatesPath } from '../../paths';
import { PERMISSIONS } from '../../permissions';
import { useText } from '../../translate';
import { useLoad } from '../../use-load';
import { useMayDo } from '../../use-may';

const OdooSwitches = () => {
  const text = useText();
  const { body, problem, reload } = useLoad<{ data: CurrentOdooSettings }>(partnerPath('odoo', 'settings'));
  if (problem) return <Failed problem={problem} onRetry={() => void reload()} />;
  return (
    <>
      <Facts>
        {(['odooEventCreation', 'autoSyncRegistrations'] as const).map((name) => (
          <Fact key={name} name={text(`odoo.${name}`)}>
            {body ? (
              <Badge {...(body.data[name] ? { backgroundColor: 'success100', textColor: 'success700' } : {})}>
                {text(body.data[name] ? 'rule.on' : 'rule.off')}
              </Badge>
            ) : (
              '…'
            )}
          </Fact>
        ))}
      </Facts>
      <TextLink to={odooSettingsPath}>{text('programme.to_odoo')}</TextLink>
    </>
  );
};

/** What belongs to the programme and is set on pages of its own: it stands there once, and here is the way. */
export const Elsewhere = () => {
  const text = useText();
  const maySetPartners = useMayDo(PERMISSIONS.setPartners);
  const maySetMails = useMayDo(PERMISSIONS.setMails);
  return (
    <Panel title={text('programme.elsewhere')}>
      {maySetPartners && <OdooSwitches />}
      {maySetMails && (
        <Flex gap={4} wrap="wrap">
          <TextLink to={remindersPath}>{text('programme.to_reminders')}</TextLink>
          <TextLink to={templatesPath}>{text('programme.to_templates')}</TextLink>
        </Flex>
      )}
      <Typography textColor="neutral600">{text('programme.calendars')}</Typography>
    </Panel>
  );
};
