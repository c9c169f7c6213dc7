import type { ReactNode } from 'react';
import {
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
import type { IntakeSettings, IntakeView } from '../../../../contracts/intake';
import { Panel } from '../../parts/Panel';
import { SessionChooser } from '../../parts/SessionChooser';
import { useText } from '../../translate';
import { claimsConsent } from './draft';
import { IMPORTS_PATH } from './paths';

type Props = { intake: IntakeView; settings: IntakeSettings; onChange(settings: IntakeSettings): void };

const Cell = ({ children }: { children: ReactNode }) => (
  <Grid.Item col={6} s={12} xs={12} direction="column" alignItems="stretch">
    {children}
  </Grid.Item>
);

const Agreement = ({ settings, onChange }: Omit<Props, 'intake'>) => {
  const text = useText();
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Typography variant="omega" fontWeight="semiBold" tag="h3">
        {text('import.consents')}
      </Typography>
      <Checkbox
        checked={settings.allAgreed}
        onCheckedChange={(isOn) => onChange({ ...settings, allAgreed: isOn === true })}
      >
        {text('import.all_agreed')}
      </Checkbox>
      <Typography variant="pi" textColor="neutral600">
        {text('import.marketing_hint')}
      </Typography>
      {claimsConsent(settings) && (
        <Grid.Root gap={4}>
          <Cell>
            <Field.Root name="consent-from" hint={text('import.consent_from_hint')}>
              <Field.Label>{text('import.consent_from')}</Field.Label>
              <TextInput
                value={settings.consentFrom}
                maxLength={200}
                onChange={({ currentTarget: { value } }) => onChange({ ...settings, consentFrom: value })}
              />
              <Field.Hint />
            </Field.Root>
          </Cell>
          <Cell>
            <Field.Root name="consent-version" hint={text('import.consent_version_hint')}>
              <Field.Label>{text('import.consent_version')}</Field.Label>
              <TextInput
                value={settings.consentVersion}
                maxLength={50}
                onChange={({ currentTarget: { value } }) => onChange({ ...settings, consentVersion: value })}
              />
              <Field.Hint />
            </Field.Root>
          </Cell>
        </Grid.Root>
      )}
    </Flex>
  );
};

const Choice = <Value extends string>({
  id,
  title,
  value,
  choices,
  onChange,
}: {
  id: string;
  title: string;
  value: Value;
  choices: readonly (readonly [Value, string])[];
  onChange(value: Value): void;
}) => (
  <Field.Root>
    <Field.Label id={id}>{title}</Field.Label>
    <Radio.Group aria-labelledby={id} value={value} onValueChange={(next) => onChange(next as Value)}>
      {choices.map(([choice, label]) => (
        <Radio.Item key={choice} value={choice}>
          {label}
        </Radio.Item>
      ))}
    </Radio.Group>
  </Field.Root>
);

/** What holds for everybody in the file, and what happens with them. */
export const ForAll = ({ intake, settings, onChange }: Props) => {
  const text = useText();
  const change = (changes: Partial<IntakeSettings>) => onChange({ ...settings, ...changes });
  return (
    <Panel title={text('import.for_all')}>
      <Grid.Root gap={4}>
        <Grid.Item col={12} direction="column" alignItems="stretch">
          <Field.Root name="session">
            <Field.Label>{text('import.session')}</Field.Label>
            <SessionChooser
              path={`${IMPORTS_PATH}/sessions`}
              value={settings.session}
              onChange={(session) => session && change({ session })}
            />
          </Field.Root>
        </Grid.Item>
        <Cell>
          <Field.Root name="language" hint={text('import.language_hint')}>
            <Field.Label>{text('import.language')}</Field.Label>
            <SingleSelect
              value={settings.language}
              onChange={(language) => change({ language: language as IntakeSettings['language'] })}
            >
              {(['en', 'de'] as const).map((language) => (
                <SingleSelectOption key={language} value={language}>
                  {text(`language.${language}`)}
                </SingleSelectOption>
              ))}
            </SingleSelect>
            <Field.Hint />
          </Field.Root>
        </Cell>
        <Cell>
          <Field.Root name="company" hint={text('import.company_hint')}>
            <Field.Label>{text('import.company')}</Field.Label>
            <TextInput
              value={settings.company}
              maxLength={200}
              onChange={({ currentTarget: { value } }) => change({ company: value })}
            />
            <Field.Hint />
          </Field.Root>
        </Cell>
      </Grid.Root>
      <Agreement settings={settings} onChange={onChange} />
      <Grid.Root gap={4}>
        <Cell>
          <Choice
            id="import-when-full"
            title={text('import.when_full')}
            value={settings.whenFull}
            choices={[
              ['waitlist', text('import.when_full.waitlist')],
              ['leave_out', text('import.when_full.leave_out')],
            ]}
            onChange={(whenFull) => change({ whenFull })}
          />
        </Cell>
        {intake.session?.isPriced && (
          <Cell>
            <Choice
              id="import-payment"
              title={text('import.payment')}
              value={settings.payment}
              choices={[
                ['here', text('import.payment.here')],
                ['waived', text('import.payment.waived')],
                ['paid', text('import.payment.paid')],
              ]}
              onChange={(payment) => change({ payment })}
            />
          </Cell>
        )}
      </Grid.Root>
      <Flex direction="column" alignItems="flex-start" gap={2}>
        <Checkbox checked={settings.sendsMails} onCheckedChange={(isOn) => change({ sendsMails: isOn === true })}>
          {text('import.sends_mails')}
        </Checkbox>
        <Typography variant="pi" textColor="neutral600">
          {text(settings.sendsMails ? 'import.sends_mails_hint' : 'import.quiet_hint')}
        </Typography>
      </Flex>
    </Panel>
  );
};
