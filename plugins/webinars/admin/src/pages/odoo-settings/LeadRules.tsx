import { useEffect, useRef, useState } from 'react';
import { Button, Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import type { LeadRule } from '../../../../contracts/odoo';
import { moved } from '../../fields/list/entries';
import { newRuleId } from '../../new-id';
import { Notice } from '../../parts/Notice';
import { Panel } from '../../parts/Panel';
import { useText } from '../../translate';
import { Rule } from './Rule';

const MOST_RULES = 20;

const newRule = (name: string): LeadRule => ({
  id: newRuleId(),
  name,
  isActive: true,
  trigger: 'done',
  minScore: 50,
  leadType: 'lead',
  salesperson: null,
  team: null,
  tags: [],
  categories: [],
  needsConsent: false,
});

/** The rules by which leads are made, in the order they are asked in. */
export const LeadRules = ({
  rules,
  salesperson,
  onChange,
  faultOf,
}: {
  rules: LeadRule[];
  /** Whose the leads are where a rule names nobody. */
  salesperson: string | null;
  onChange(rules: LeadRule[]): void;
  faultOf(path: string): string | undefined;
}) => {
  const text = useText();
  const add = useRef<HTMLButtonElement>(null);
  const groups = useRef(new Map<string, HTMLElement>());
  const [spoken, setSpoken] = useState('');
  // What moves takes the focus along, what is added gets it: the browser lets go of it when an element changes its place.
  const [focusOn, setFocusOn] = useState<{ id: string } | null>(null);
  useEffect(() => {
    if (focusOn) groups.current.get(focusOn.id)?.querySelector<HTMLElement>('input[type=text]')?.focus();
  }, [focusOn]);

  const move = (from: number, to: number) => {
    const rule = rules[from];
    if (!rule || to < 0 || to >= rules.length) return;
    onChange(moved(rules, from, to));
    setFocusOn({ id: rule.id });
    setSpoken(text('list.moved', { entry: rule.name, position: to + 1, count: rules.length }));
  };
  const remove = (rule: LeadRule) => {
    onChange(rules.filter(({ id }) => id !== rule.id));
    setSpoken(text('list.removed', { entry: rule.name }));
    add.current?.focus();
  };

  return (
    <Panel
      title={text('odoo.rules')}
      action={
        <Button
          ref={add}
          variant="secondary"
          size="S"
          startIcon={<Plus />}
          disabled={rules.length >= MOST_RULES}
          onClick={() => {
            const rule = newRule(text('odoo.new_rule'));
            onChange([...rules, rule]);
            setFocusOn({ id: rule.id });
          }}
        >
          {text('rule.add')}
        </Button>
      }
    >
      <Notice>{text('odoo.rules_hint')}</Notice>
      {rules.length === 0 ? (
        <Typography textColor="neutral600">{text('odoo.no_rules')}</Typography>
      ) : (
        <Flex direction="column" alignItems="stretch" gap={3}>
          {rules.map((rule, index) => (
            <Rule
              key={rule.id}
              ref={(group) => {
                if (group) groups.current.set(rule.id, group);
                else groups.current.delete(rule.id);
              }}
              rule={rule}
              position={index + 1}
              count={rules.length}
              salesperson={salesperson}
              faultOf={(field) => faultOf(`rules.${index}.${field}`)}
              onChange={(next) => onChange(rules.map((one) => (one.id === rule.id ? next : one)))}
              onMove={(by) => move(index, index + by)}
              onRemove={() => remove(rule)}
            />
          ))}
        </Flex>
      )}
      <VisuallyHidden role="status">{spoken}</VisuallyHidden>
    </Panel>
  );
};
