import {
  Checkbox,
  Field,
  Grid,
  MultiSelect,
  MultiSelectOption,
  SingleSelect,
  SingleSelectOption,
  TextInput,
} from '@strapi/design-system';
import { Panel } from '../../parts/Panel';
import { SessionChooser } from '../../parts/SessionChooser';
import { useText } from '../../translate';
import type { Draft } from './draft';

const STATES = [
  'confirmed',
  'waitlisted',
  'pending_payment',
  'pending_approval',
  'attended',
  'no_show',
  'cancelled',
] as const satisfies readonly Draft['audience']['states'][number][];

/** Whom a message is for. */
export const Audience = ({
  audience,
  onChange,
}: {
  audience: Draft['audience'];
  onChange(audience: Draft['audience']): void;
}) => {
  const text = useText();
  const change = (changes: Partial<Draft['audience']>) => onChange({ ...audience, ...changes });
  return (
    <Panel title={text('message.to')}>
      <Grid.Root gap={4}>
        <Grid.Item col={12} direction="column" alignItems="stretch">
          <Field.Root required>
            <Field.Label>{text('mails.session')}</Field.Label>
            <SessionChooser
              path="/webinars-admin/messages/sessions"
              value={audience.session}
              onChange={(session) => change({ session })}
            />
          </Field.Root>
        </Grid.Item>
        <Grid.Item col={6} s={12} xs={12} direction="column" alignItems="stretch">
          <Field.Root required error={audience.states.length === 0 ? text('audience.states_missing') : undefined}>
            <Field.Label>{text('audience.states')}</Field.Label>
            <MultiSelect
              value={audience.states}
              onChange={(states) => change({ states: states as Draft['audience']['states'] })}
              customizeContent={(values) =>
                (values ?? []).map((state) => text(`registration.${state as (typeof STATES)[number]}`)).join(', ')
              }
            >
              {STATES.map((state) => (
                <MultiSelectOption key={state} value={state}>
                  {text(`registration.${state}`)}
                </MultiSelectOption>
              ))}
            </MultiSelect>
            <Field.Error />
          </Field.Root>
        </Grid.Item>
        <Grid.Item col={6} s={12} xs={12} direction="column" alignItems="stretch">
          <Field.Root>
            <Field.Label>{text('audience.language')}</Field.Label>
            <SingleSelect
              value={audience.locale ?? ''}
              placeholder={text('audience.all')}
              onChange={(locale) => change({ locale: locale as 'en' | 'de' })}
              onClear={() => change({ locale: null })}
              clearLabel={text('action.clear')}
            >
              {(['en', 'de'] as const).map((locale) => (
                <SingleSelectOption key={locale} value={locale}>
                  {text(`language.${locale}`)}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Field.Root>
        </Grid.Item>
        <Grid.Item col={6} s={12} xs={12} direction="column" alignItems="stretch">
          <Field.Root name="company">
            <Field.Label>{text('audience.company')}</Field.Label>
            <TextInput
              value={audience.company ?? ''}
              placeholder={text('audience.all')}
              onChange={(event) => change({ company: event.currentTarget.value || null })}
            />
          </Field.Root>
        </Grid.Item>
        <Grid.Item col={6} s={12} xs={12} direction="column" alignItems="stretch">
          <Field.Root name="source">
            <Field.Label>{text('audience.source')}</Field.Label>
            <TextInput
              value={audience.source ?? ''}
              placeholder={text('audience.all')}
              onChange={(event) => change({ source: event.currentTarget.value || null })}
            />
          </Field.Root>
        </Grid.Item>
        <Grid.Item col={12}>
          <Checkbox
            checked={audience.wantsConsultation}
            onCheckedChange={(isOn) => change({ wantsConsultation: isOn === true })}
          >
            {text('audience.consultation')}
          </Checkbox>
        </Grid.Item>
      </Grid.Root>
    </Panel>
  );
};
