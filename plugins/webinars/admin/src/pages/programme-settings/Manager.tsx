import {
  Box,
  Checkbox,
  Field,
  Flex,
  Grid,
  Radio,
  SingleSelect,
  SingleSelectOption,
  TextInput,
  Typography,
} from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { ManagerChoice, ProgrammeManager, ProgrammeSettingsView } from '../../../../contracts/programme';
import { Chooser } from '../../parts/Chooser';
import { Notice } from '../../parts/Notice';
import { Panel } from '../../parts/Panel';
import { useText } from '../../translate';

type Change = (manager: ProgrammeManager) => void;
type FaultOf = (path: string) => string | undefined;

const Typed = ({ manager, onChange, faultOf }: { manager: ProgrammeManager; onChange: Change; faultOf: FaultOf }) => {
  const text = useText();
  return (
    <>
      <Grid.Item col={4} s={12} xs={12} direction="column" alignItems="stretch">
        <Field.Root name="manager.name" error={faultOf('manager.name')}>
          <Field.Label>{text('settings.manager_name')}</Field.Label>
          <TextInput
            value={manager.name ?? ''}
            onChange={(event) => onChange({ ...manager, name: event.currentTarget.value || null })}
          />
          <Field.Error />
        </Field.Root>
      </Grid.Item>
      <Grid.Item col={5} s={12} xs={12} direction="column" alignItems="stretch">
        <Field.Root name="manager.email" error={faultOf('manager.email')}>
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
    </>
  );
};

const Chosen = ({
  manager,
  choicesPath,
  onChange,
  faultOf,
}: {
  manager: ProgrammeManager;
  choicesPath: string;
  onChange: Change;
  faultOf: FaultOf;
}) => {
  const text = useText();
  return (
    <Grid.Item col={9} s={12} xs={12} direction="column" alignItems="stretch">
      <Field.Root name="manager.speaker" hint={text('programme.speaker_hint')} error={faultOf('manager.speaker')}>
        <Field.Label>{text('programme.speaker')}</Field.Label>
        <Chooser<ManagerChoice>
          path={choicesPath}
          value={manager.speaker === '' ? null : manager.speaker}
          onChange={(speaker) => onChange({ ...manager, speaker: speaker ?? '' })}
          placeholder={text('programme.speaker_find')}
          choiceOf={({ documentId, name, email }) => ({
            value: documentId,
            label: email === null ? name : `${name} · ${email}`,
          })}
        />
        <Field.Hint />
        <Field.Error />
      </Field.Root>
    </Grid.Item>
  );
};

const MAILS = ['newRegistrations', 'sessionReminders', 'performanceReports'] as const;

const Mails = ({ settings, onChange }: { settings: ProgrammeSettingsView; onChange: Change }) => {
  const text = useText();
  const { formatDate } = useIntl();
  const { manager, next, timezone, defaults } = settings;
  const at = (instant: string) =>
    formatDate(instant, { dateStyle: 'full', timeStyle: 'short', timeZone: timezone ?? defaults.timezone });
  const hints = {
    newRegistrations: text('programme.newRegistrations_hint', { at: at(next.newRegistrations) }),
    sessionReminders: text('programme.sessionReminders_hint'),
    performanceReports: text('programme.performanceReports_hint', { at: at(next.performanceReport) }),
  };
  return (
    <Flex tag="fieldset" direction="column" alignItems="stretch" gap={3} style={{ border: 0, margin: 0, padding: 0 }}>
      <Typography tag="legend" fontWeight="semiBold" paddingBottom={2}>
        {text('programme.mails')}
      </Typography>
      {MAILS.map((name) => (
        <Flex key={name} direction="column" alignItems="flex-start" gap={1}>
          <Checkbox
            checked={manager[name]}
            aria-describedby={`manager-${name}-hint`}
            onCheckedChange={(isOn) => onChange({ ...manager, [name]: isOn === true })}
          >
            {text(`programme.${name}`)}
          </Checkbox>
          <Typography variant="pi" textColor="neutral600" id={`manager-${name}-hint`}>
            {hints[name]}
          </Typography>
        </Flex>
      ))}
    </Flex>
  );
};

/** Who answers for the programme, and what they are written about. A speaker who is not chosen yet is an empty name. */
export const Manager = ({
  settings,
  choicesPath,
  onChange,
  faultOf,
}: {
  settings: ProgrammeSettingsView;
  choicesPath: string;
  onChange: Change;
  faultOf: FaultOf;
}) => {
  const text = useText();
  const { manager, speaker } = settings;
  const isSpeaker = manager.speaker !== null;
  const isGone = isSpeaker && manager.speaker !== '' && speaker?.documentId === undefined;
  const isMute = isSpeaker && speaker?.documentId === manager.speaker && speaker.email === null;
  return (
    <Panel title={text('settings.manager')}>
      <Typography textColor="neutral600">{text('programme.manager_hint')}</Typography>
      <Box>
        <Radio.Group
          aria-label={text('programme.manager_who')}
          value={isSpeaker ? 'speaker' : 'typed'}
          onValueChange={(who) => onChange({ ...manager, speaker: who === 'speaker' ? (manager.speaker ?? '') : null })}
        >
          <Flex gap={6} wrap="wrap">
            <Radio.Item value="typed">{text('programme.manager_typed')}</Radio.Item>
            <Radio.Item value="speaker">{text('programme.manager_speaker')}</Radio.Item>
          </Flex>
        </Radio.Group>
      </Box>
      <Grid.Root gap={4}>
        {isSpeaker ? (
          <Chosen manager={manager} choicesPath={choicesPath} onChange={onChange} faultOf={faultOf} />
        ) : (
          <Typed manager={manager} onChange={onChange} faultOf={faultOf} />
        )}
        <Grid.Item col={3} s={12} xs={12} direction="column" alignItems="stretch">
          <Field.Root>
            <Field.Label>{text('settings.manager_language')}</Field.Label>
            <SingleSelect
              value={manager.locale}
              onChange={(locale) => onChange({ ...manager, locale: locale === 'de' ? 'de' : 'en' })}
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
      {isMute && <Notice tone="warning">{text('programme.speaker_mute')}</Notice>}
      {isGone && <Notice tone="warning">{text('programme.speaker_gone')}</Notice>}
      <Mails settings={settings} onChange={onChange} />
    </Panel>
  );
};
