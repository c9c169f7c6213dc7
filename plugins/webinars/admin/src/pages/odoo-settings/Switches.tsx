import { Checkbox, Flex, Typography } from '@strapi/design-system';
import type { CurrentOdooSettings } from '../../../../contracts/odoo';
import { Panel } from '../../parts/Panel';
import { useText } from '../../translate';

const SWITCHES = ['odooEventCreation', 'autoSyncRegistrations', 'consultationActivity'] as const;

/** What is sent at all. */
export const Switches = ({
  settings,
  onChange,
}: {
  settings: CurrentOdooSettings;
  onChange(changes: Partial<CurrentOdooSettings>): void;
}) => {
  const text = useText();
  return (
    <Panel title={text('odoo.what_is_sent')}>
      {SWITCHES.map((name) => (
        <Flex key={name} direction="column" alignItems="flex-start" gap={1}>
          <Checkbox
            checked={settings[name]}
            aria-describedby={`odoo-${name}-hint`}
            onCheckedChange={(isOn) => onChange({ [name]: isOn === true })}
          >
            {text(`odoo.${name}`)}
          </Checkbox>
          <Typography variant="pi" textColor="neutral600" id={`odoo-${name}-hint`}>
            {text(`odoo.${name}_hint`)}
          </Typography>
        </Flex>
      ))}
    </Panel>
  );
};
