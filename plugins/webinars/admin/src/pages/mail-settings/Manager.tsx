import { Checkbox, Field, Grid, SingleSelect, SingleSelectOption, TextInput, Typography } from '@strapi/design-system';
import type { MailSettings } from '../../../../contracts/mail';
import { Panel } from '../../parts/Panel';
import { useText } from '../../translate';

type Manager = MailSettings['programmeManager'];

/** Who gets the summaries of the programme. */
export const ProgrammeManager = ({
  manager,
  onChange,
  faultOf,
}: {
  manager: Manager;
  onChange(manager: Manager): void;
  faultOf(path: string): string | undefined;
}) => {
  const text = useText();
  return (
    <Panel title={text('settings.manager')}>
      <Typography textColor="neutral600">{text('settings.manager_hint')}</Typography>
      <Grid.Root gap={4}>
        <Grid.Item col={4} s={12} xs={12} direction="column" alignItems="stretch">
          <Field.Root name="programmeManager.name" error={faultOf('programmeManager.name')}>
            <Field.Label>{text('settings.manager_name')}</Field.Label>
            <TextInput
              value={manager.name ?? ''}
              onChange={(event) => onChange({ ...manager, name: event.currentTarget.value || null })}
            />
            <Field.Error />
          </Field.Root>
        </Grid.Item>
        <Grid.Item col={5} s={12} xs={12} direction="column" alignItems="stretch">
          <Field.Root name="programmeManager.email" error={faultOf('programmeManager.email')}>
            <Field.Label>{text('settings.manager_email')}</Field.Label>
            <TextInput
              type="email"
              value={manager.email ?? ''}
              placeholder={text('settings.manager_none')}
              onChange={(event) => onChange({ ...manager, email: event.currentTarget.value || null })}
            />
            <Field.Error />
          </Field.Root>
        </Grid.Item>
        <Grid.Item col={3} s={12} xs={12} direction="column" alignItems="stretch">
          <Field.Root>
            <Field.Label>{text('settings.manager_language')}</Field.Label>
            <SingleSelect
              value={manager.locale}
              onChange={(locale) => onChange({ ...manager, locale: locale as Manager['locale'] })}
            >
              {(['en', 'de'] as const).map((locale) => (
                <SingleSelectOption key={locale} value={locale}>
                  {text(`language.${locale}`)}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Field.Root>
        </Grid.Item>
      </Grid.Root>
      <Checkbox
        checked={manager.sessionReminders}
        onCheckedChange={(isOn) => onChange({ ...manager, sessionReminders: isOn === true })}
      >
        {text('settings.manager_reminders')}
      </Checkbox>
    </Panel>
  );
};
