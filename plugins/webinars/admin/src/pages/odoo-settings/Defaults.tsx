import type { ReactNode } from 'react';
import { Grid } from '@strapi/design-system';
import type { CurrentOdooSettings } from '../../../../contracts/odoo';
import { Panel } from '../../parts/Panel';
import { useText } from '../../translate';
import { NamesField } from './NamesField';
import { TextField } from './TextField';

const Cell = ({ children }: { children: ReactNode }) => (
  <Grid.Item col={6} s={12} xs={12} direction="column" alignItems="stretch">
    {children}
  </Grid.Item>
);

/** What events and leads are made with, whatever rule made them. */
export const Defaults = ({
  settings,
  onChange,
  faultOf,
}: {
  settings: CurrentOdooSettings;
  onChange(changes: Partial<CurrentOdooSettings>): void;
  faultOf(path: string): string | undefined;
}) => {
  const text = useText();
  return (
    <>
      <Panel title={text('odoo.events')}>
        <Grid.Root gap={4}>
          <Cell>
            <TextField
              name="eventTemplate"
              label={text('odoo.eventTemplate')}
              hint={text('odoo.eventTemplate_hint')}
              value={settings.eventTemplate}
              error={faultOf('eventTemplate')}
              onChange={(eventTemplate) => onChange({ eventTemplate: eventTemplate || null })}
            />
          </Cell>
        </Grid.Root>
      </Panel>
      <Panel title={text('odoo.leads')}>
        <Grid.Root gap={4}>
          <Cell>
            <TextField
              name="salesperson"
              type="email"
              label={text('odoo.salesperson')}
              hint={text('odoo.salesperson_hint')}
              value={settings.salesperson}
              error={faultOf('salesperson')}
              onChange={(salesperson) => onChange({ salesperson: salesperson || null })}
            />
          </Cell>
          <Cell>
            <NamesField
              name="tags"
              label={text('odoo.tags')}
              hint={text('odoo.tags_hint')}
              names={settings.tags}
              error={faultOf('tags')}
              onChange={(tags) => onChange({ tags })}
            />
          </Cell>
          <Cell>
            <TextField
              name="source"
              isRequired
              label={text('odoo.source')}
              hint={text('odoo.source_hint')}
              value={settings.source}
              error={faultOf('source')}
              onChange={(source) => onChange({ source })}
            />
          </Cell>
          <Cell>
            <TextField
              name="medium"
              isRequired
              label={text('odoo.medium')}
              hint={text('odoo.medium_hint')}
              value={settings.medium}
              error={faultOf('medium')}
              onChange={(medium) => onChange({ medium })}
            />
          </Cell>
        </Grid.Root>
      </Panel>
    </>
  );
};
