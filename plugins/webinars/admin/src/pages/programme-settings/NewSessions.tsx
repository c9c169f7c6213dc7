import { useId } from 'react';
import { Checkbox, Field, Grid, TextInput, Typography } from '@strapi/design-system';
import type { ProgrammeSettingsView } from '../../../../contracts/programme';
import { Panel } from '../../parts/Panel';
import { useText } from '../../translate';
import { NumberField } from './NumberField';

const ZONES = Intl.supportedValuesOf('timeZone');

/** What a new session begins with. Sessions that are there stay as they are. */
export const NewSessions = ({
  settings,
  onChange,
  faultOf,
}: {
  settings: ProgrammeSettingsView;
  onChange(changes: Partial<ProgrammeSettingsView>): void;
  faultOf(path: string): string | undefined;
}) => {
  const text = useText();
  const zones = useId();
  const { newSessions, timezone, defaults } = settings;
  const change = (changes: Partial<typeof newSessions>) => onChange({ newSessions: { ...newSessions, ...changes } });
  return (
    <Panel title={text('programme.new_sessions')}>
      <Typography textColor="neutral600">{text('programme.new_sessions_hint')}</Typography>
      <Grid.Root gap={4}>
        <Grid.Item col={6} s={12} xs={12} direction="column" alignItems="stretch">
          <Field.Root name="timezone" hint={text('programme.timezone_hint')} error={faultOf('timezone')}>
            <Field.Label>{text('programme.timezone')}</Field.Label>
            <TextInput
              list={zones}
              value={timezone ?? ''}
              placeholder={defaults.timezone}
              onChange={(event) => onChange({ timezone: event.currentTarget.value.trim() || null })}
            />
            <Field.Hint />
            <Field.Error />
            <datalist id={zones}>
              {ZONES.map((zone) => (
                <option key={zone} value={zone} />
              ))}
            </datalist>
          </Field.Root>
        </Grid.Item>
        <Grid.Item col={6} s={12} xs={12} direction="column" alignItems="stretch">
          <NumberField
            name="newSessions.duration"
            isRequired
            label={text('programme.duration')}
            hint={text('programme.duration_hint')}
            error={faultOf('newSessions.duration')}
            value={newSessions.duration}
            onChange={(duration) => change({ duration: duration ?? 0 })}
          />
        </Grid.Item>
        <Grid.Item col={6} s={12} xs={12} direction="column" alignItems="stretch">
          <NumberField
            name="newSessions.capacity"
            label={text('programme.capacity')}
            hint={text('programme.capacity_hint')}
            error={faultOf('newSessions.capacity')}
            value={newSessions.capacity}
            onChange={(capacity) => change({ capacity })}
          />
        </Grid.Item>
        <Grid.Item col={6} s={12} xs={12} direction="column" alignItems="stretch">
          <NumberField
            name="newSessions.registrationWindowDays"
            label={text('programme.window')}
            hint={text('programme.window_hint')}
            error={faultOf('newSessions.registrationWindowDays')}
            value={newSessions.registrationWindowDays}
            onChange={(registrationWindowDays) => change({ registrationWindowDays })}
          />
        </Grid.Item>
        <Grid.Item col={12} direction="column" alignItems="flex-start">
          <Checkbox
            checked={newSessions.allowWaitlist}
            onCheckedChange={(isOn) => change({ allowWaitlist: isOn === true })}
          >
            {text('programme.waitlist')}
          </Checkbox>
        </Grid.Item>
      </Grid.Root>
    </Panel>
  );
};
