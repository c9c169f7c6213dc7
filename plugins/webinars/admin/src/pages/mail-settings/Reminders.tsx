import { useState } from 'react';
import {
  Box,
  Button,
  Field,
  Flex,
  Grid,
  IconButton,
  NumberInput,
  SingleSelect,
  SingleSelectOption,
  Switch,
  Typography,
} from '@strapi/design-system';
import { Plus, Trash } from '@strapi/icons';
import { MAIL_KINDS, REMINDER_KINDS, type ReminderKind, type ReminderRule } from '../../../../contracts/mail';
import { newRuleId } from '../../new-id';
import { Notice } from '../../parts/Notice';
import { Panel } from '../../parts/Panel';
import { useText } from '../../translate';
import { spanOf, UNIT_NAMES, UNITS, type Unit } from './span';

const TYPES = ['single-speaker', 'panel-discussion', 'workshop', 'q-and-a'] as const;
const MOST_RULES = 30;

const Choice = <Value extends string>({
  label,
  value,
  values,
  nameOf,
  onChange,
}: {
  label: string;
  value: Value | null;
  values: readonly Value[];
  nameOf(value: Value): string;
  onChange(value: Value | null): void;
}) => {
  const text = useText();
  return (
    <Field.Root>
      <Field.Label>{label}</Field.Label>
      <SingleSelect
        value={value ?? ''}
        placeholder={text('rule.all')}
        onChange={(next) => onChange(next as Value)}
        onClear={() => onChange(null)}
        clearLabel={text('action.clear')}
      >
        {values.map((one) => (
          <SingleSelectOption key={one} value={one}>
            {nameOf(one)}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Field.Root>
  );
};

const Rule = ({
  rule,
  position,
  fault,
  onChange,
  onRemove,
}: {
  rule: ReminderRule;
  position: number;
  fault: string | undefined;
  onChange(rule: ReminderRule): void;
  onRemove(): void;
}) => {
  const text = useText();
  const [unit, setUnit] = useState<Unit>(() => spanOf(rule.minutes).unit);
  const name = text('rule.name', { position, template: text(`kind.${rule.template}`) });
  const only = (changes: Partial<ReminderRule['only']>) => onChange({ ...rule, only: { ...rule.only, ...changes } });

  return (
    <Box
      borderColor="neutral200"
      hasRadius
      padding={4}
      background={rule.isOn ? 'neutral0' : 'neutral100'}
      role="group"
      aria-label={name}
    >
      <Grid.Root gap={4}>
        <Grid.Item col={5} s={12} xs={12} direction="column" alignItems="stretch">
          <Field.Root>
            <Field.Label>{text('rule.template')}</Field.Label>
            <SingleSelect
              value={rule.template}
              onChange={(template) => onChange({ ...rule, template: template as ReminderKind })}
            >
              {REMINDER_KINDS.map((kind) => (
                <SingleSelectOption key={kind} value={kind}>
                  {`${text(`kind.${kind}`)} (${text(`audience.${MAIL_KINDS[kind].audience}`)})`}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Field.Root>
        </Grid.Item>
        <Grid.Item col={2} s={4} xs={6} direction="column" alignItems="stretch">
          <Field.Root error={fault}>
            <Field.Label>{text('rule.amount')}</Field.Label>
            <NumberInput
              value={rule.minutes / UNITS[unit]}
              onValueChange={(amount) => onChange({ ...rule, minutes: Math.round((amount ?? 0) * UNITS[unit]) })}
            />
            <Field.Error />
          </Field.Root>
        </Grid.Item>
        <Grid.Item col={3} s={5} xs={6} direction="column" alignItems="stretch">
          <Field.Root>
            <Field.Label>{text(rule.template === 'follow_up' ? 'rule.after' : 'rule.before')}</Field.Label>
            <SingleSelect
              value={unit}
              onChange={(next) => {
                const { [next as Unit]: length } = UNITS;
                onChange({ ...rule, minutes: Math.round((rule.minutes / UNITS[unit]) * length) });
                setUnit(next as Unit);
              }}
            >
              {UNIT_NAMES.map((one) => (
                <SingleSelectOption key={one} value={one}>
                  {text(`rule.${one}`)}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Field.Root>
        </Grid.Item>
        <Grid.Item col={2} s={3} xs={12} alignItems="flex-end" justifyContent="flex-end">
          <Flex gap={3} height="4rem">
            <Switch
              aria-label={text('rule.is_on', { name })}
              visibleLabels
              onLabel={text('rule.on')}
              offLabel={text('rule.off')}
              checked={rule.isOn}
              onCheckedChange={(isOn) => onChange({ ...rule, isOn })}
            />
            <IconButton variant="ghost" label={text('rule.remove', { name })} onClick={onRemove}>
              <Trash />
            </IconButton>
          </Flex>
        </Grid.Item>
        <Grid.Item col={4} s={12} xs={12} direction="column" alignItems="stretch">
          <Choice
            label={text('rule.price')}
            value={rule.only.price}
            values={['free', 'paid'] as const}
            nameOf={(value) => text(`rule.price.${value}`)}
            onChange={(price) => only({ price })}
          />
        </Grid.Item>
        <Grid.Item col={4} s={12} xs={12} direction="column" alignItems="stretch">
          <Choice
            label={text('rule.type')}
            value={rule.only.sessionType}
            values={TYPES}
            nameOf={(value) => text(`rule.type.${value}`)}
            onChange={(sessionType) => only({ sessionType })}
          />
        </Grid.Item>
        <Grid.Item col={4} s={12} xs={12} direction="column" alignItems="stretch">
          <Choice
            label={text('rule.language')}
            value={rule.only.language}
            values={['en', 'de'] as const}
            nameOf={(value) => text(`language.${value}`)}
            onChange={(language) => only({ language })}
          />
        </Grid.Item>
      </Grid.Root>
    </Box>
  );
};

/** The reminder plan: which mail goes out how long before the start, and for which sessions. */
export const Reminders = ({
  rules,
  onChange,
  faultOf,
}: {
  rules: ReminderRule[];
  onChange(rules: ReminderRule[]): void;
  faultOf(path: string): string | undefined;
}) => {
  const text = useText();
  return (
    <Panel
      title={text('settings.reminders')}
      action={
        <Button
          variant="secondary"
          size="S"
          startIcon={<Plus />}
          disabled={rules.length >= MOST_RULES}
          onClick={() =>
            onChange([
              ...rules,
              {
                id: newRuleId(),
                template: 'reminder_2d',
                isOn: true,
                minutes: UNITS.days,
                only: { price: null, sessionType: null, language: null },
              },
            ])
          }
        >
          {text('rule.add')}
        </Button>
      }
    >
      <Notice>{text('settings.reminders_hint')}</Notice>
      {rules.length === 0 ? (
        <Typography textColor="neutral600">{text('settings.no_reminders')}</Typography>
      ) : (
        <Flex direction="column" alignItems="stretch" gap={3}>
          {rules.map((rule, index) => (
            <Rule
              key={rule.id}
              rule={rule}
              position={index + 1}
              fault={faultOf(`reminders.${index}.minutes`)}
              onChange={(next) => onChange(rules.map((one) => (one.id === rule.id ? next : one)))}
              onRemove={() => onChange(rules.filter(({ id }) => id !== rule.id))}
            />
          ))}
        </Flex>
      )}
    </Panel>
  );
};
