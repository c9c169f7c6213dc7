import { forwardRef, type ReactNode } from 'react';
import {
  Box,
  Checkbox,
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
import { ArrowDown, ArrowUp, Trash } from '@strapi/icons';
import { LEAD_TRIGGERS, LEAD_TYPES, type LeadRule, type LeadTrigger } from '../../../../contracts/odoo';
import { useText } from '../../translate';
import { NamesField } from './NamesField';
import { TextField } from './TextField';

// A button that could do nothing leaves its place empty, so that the others stay where they are.
const HIDDEN = { visibility: 'hidden' } as const;

const Cell = ({ col, children }: { col: number; children: ReactNode }) => (
  <Grid.Item col={col} s={col > 4 ? 12 : 6} xs={12} direction="column" alignItems="stretch">
    {children}
  </Grid.Item>
);

const Choice = <Value extends string>({
  label,
  value,
  values,
  nameOf,
  onChange,
}: {
  label: string;
  value: Value;
  values: readonly Value[];
  nameOf(value: Value): string;
  onChange(value: Value): void;
}) => (
  <Field.Root>
    <Field.Label>{label}</Field.Label>
    <SingleSelect value={value} onChange={(next) => onChange(next as Value)}>
      {values.map((one) => (
        <SingleSelectOption key={one} value={one}>
          {nameOf(one)}
        </SingleSelectOption>
      ))}
    </SingleSelect>
  </Field.Root>
);

/** One rule for leads, in the words of Odoo's own. */
export const Rule = forwardRef<
  HTMLDivElement,
  {
    rule: LeadRule;
    position: number;
    count: number;
    salesperson: string | null;
    faultOf(field: string): string | undefined;
    onChange(rule: LeadRule): void;
    onMove(by: -1 | 1): void;
    onRemove(): void;
  }
>(function Rule({ rule, position, count, salesperson, faultOf, onChange, onMove, onRemove }, ref) {
  const text = useText();
  const name = text('odoo.rule_name', { position, name: rule.name });
  const change = (changes: Partial<LeadRule>) => onChange({ ...rule, ...changes });

  return (
    <Box
      ref={ref}
      borderColor="neutral200"
      hasRadius
      padding={4}
      background={rule.isActive ? 'neutral0' : 'neutral100'}
      role="group"
      aria-label={name}
    >
      <Flex justifyContent="space-between" gap={3} wrap="wrap" paddingBottom={4}>
        <Typography fontWeight="semiBold" textColor="neutral800" aria-hidden>
          {name}
        </Typography>
        <Flex gap={3}>
          <Switch
            aria-label={text('rule.is_on', { name })}
            visibleLabels
            onLabel={text('rule.on')}
            offLabel={text('rule.off')}
            checked={rule.isActive}
            onCheckedChange={(isActive) => change({ isActive })}
          />
          <Flex gap={1}>
            <IconButton
              variant="ghost"
              label={text('list.up', { entry: rule.name })}
              style={position === 1 ? HIDDEN : undefined}
              onClick={() => onMove(-1)}
            >
              <ArrowUp />
            </IconButton>
            <IconButton
              variant="ghost"
              label={text('list.down', { entry: rule.name })}
              style={position === count ? HIDDEN : undefined}
              onClick={() => onMove(1)}
            >
              <ArrowDown />
            </IconButton>
            <IconButton variant="ghost" label={text('rule.remove', { name })} onClick={onRemove}>
              <Trash />
            </IconButton>
          </Flex>
        </Flex>
      </Flex>
      <Grid.Root gap={4}>
        <Cell col={4}>
          <TextField
            name={`${rule.id}-name`}
            isRequired
            label={text('odoo.rule')}
            value={rule.name}
            error={faultOf('name')}
            onChange={(next) => change({ name: next })}
          />
        </Cell>
        <Cell col={rule.trigger === 'score' ? 3 : 5}>
          <Choice<LeadTrigger>
            label={text('odoo.when')}
            value={rule.trigger}
            values={LEAD_TRIGGERS}
            nameOf={(trigger) => text(`odoo.trigger.${trigger}`)}
            onChange={(trigger) => change({ trigger })}
          />
        </Cell>
        {rule.trigger === 'score' && (
          <Cell col={2}>
            <Field.Root error={faultOf('minScore')}>
              <Field.Label>{text('odoo.min_score')}</Field.Label>
              <NumberInput
                value={rule.minScore}
                onValueChange={(score) => change({ minScore: Math.round(score ?? 0) })}
              />
              <Field.Error />
            </Field.Root>
          </Cell>
        )}
        <Cell col={3}>
          <Choice
            label={text('odoo.lead_type')}
            value={rule.leadType}
            values={LEAD_TYPES}
            nameOf={(type) => text(`odoo.type.${type}`)}
            onChange={(leadType) => change({ leadType })}
          />
        </Cell>
        <Cell col={6}>
          <TextField
            name={`${rule.id}-salesperson`}
            type="email"
            label={text('odoo.salesperson')}
            placeholder={salesperson ?? text('odoo.salesperson_default')}
            value={rule.salesperson}
            error={faultOf('salesperson')}
            onChange={(next) => change({ salesperson: next || null })}
          />
        </Cell>
        <Cell col={6}>
          <TextField
            name={`${rule.id}-team`}
            label={text('odoo.team')}
            placeholder={text('odoo.team_default')}
            value={rule.team}
            error={faultOf('team')}
            onChange={(team) => change({ team: team || null })}
          />
        </Cell>
        <Cell col={6}>
          <NamesField
            name={`${rule.id}-tags`}
            label={text('odoo.tags')}
            hint={text('odoo.rule_tags_hint')}
            names={rule.tags}
            error={faultOf('tags')}
            onChange={(tags) => change({ tags })}
          />
        </Cell>
        <Cell col={6}>
          <NamesField
            name={`${rule.id}-categories`}
            label={text('odoo.categories')}
            hint={text('odoo.categories_hint')}
            names={rule.categories}
            error={faultOf('categories')}
            onChange={(categories) => change({ categories })}
          />
        </Cell>
      </Grid.Root>
      <Box paddingTop={4}>
        <Checkbox checked={rule.needsConsent} onCheckedChange={(isOn) => change({ needsConsent: isOn === true })}>
          {text('odoo.needs_consent')}
        </Checkbox>
      </Box>
    </Box>
  );
});
