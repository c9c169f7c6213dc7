import { useEffect, useState, type ReactNode } from 'react';
import { Button, Checkbox, Field, Flex, Grid, TextInput } from '@strapi/design-system';
import { CaretDown, CaretUp } from '@strapi/icons';
import {
  ATTENDANCES,
  PAYMENT_STATES,
  ROSTER_CONSENTS,
  ROSTER_STATES,
  type RosterChoices,
} from '../../../../contracts/roster';
import { One, Some } from '../../parts/Choice';
import { FilterBox } from '../../parts/FilterBox';
import { SessionChooser } from '../../parts/SessionChooser';
import { useText } from '../../translate';
import { useLoad } from '../../use-load';
import { useSettled } from '../../use-settled';
import { ROSTER_PATH } from './paths';
import type { FilterName, List } from './use-list';

/** What most people ask for stands in sight, the rest a click away. */
const IN_SIGHT: readonly FilterName[] = ['search', 'states', 'sessions'];

const Place = ({ wide = false, children }: { wide?: boolean; children: ReactNode }) => (
  <Grid.Item col={wide ? 4 : 3} s={6} xs={12} direction="column" alignItems="stretch">
    {children}
  </Grid.Item>
);

/** Text that moves the address once it stands still; the address moves it, too. */
const Typed = ({
  list,
  name,
  label,
  placeholder,
}: {
  list: List;
  name: 'search' | 'company';
  label: string;
  placeholder?: string;
}) => {
  const known = list.values[name] ?? '';
  const [typed, setTyped] = useState(known);
  const settled = useSettled(typed.trim());
  useEffect(() => {
    if (settled !== known) list.change(name, settled || null);
    // Only what was typed moves the address; the address moves the field below.
  }, [settled]);
  useEffect(() => setTyped(known), [known]);
  return (
    <Field.Root name={name}>
      <Field.Label>{label}</Field.Label>
      <TextInput
        value={typed}
        placeholder={placeholder}
        maxLength={200}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
    </Field.Root>
  );
};

const Day = ({ list, name, label }: { list: List; name: FilterName; label: string }) => (
  <Field.Root name={name}>
    <Field.Label>{label}</Field.Label>
    <TextInput
      type="date"
      value={list.values[name] ?? ''}
      onChange={(event) => list.change(name, event.currentTarget.value || null)}
    />
  </Field.Root>
);

const Tick = ({ list, name, label }: { list: List; name: FilterName; label: string }) => (
  <Checkbox
    checked={list.values[name] === 'true'}
    onCheckedChange={(isOn) => list.change(name, isOn === true ? 'true' : null)}
  >
    {label}
  </Checkbox>
);

const More = ({ list }: { list: List }) => {
  const text = useText();
  const { values, change } = list;
  const choices = useLoad<{ data: RosterChoices }>(`${ROSTER_PATH}/choices`).body?.data;
  const named = (known: readonly string[] | undefined, value: string | undefined) =>
    [...new Set([...(known ?? []), ...(value ? [value] : [])])].map((one) => ({ value: one, label: one }));
  return (
    <Grid.Root gap={4} paddingTop={4}>
      <Place>
        <One
          label={text('roster.category')}
          value={values.category}
          options={named(choices?.categories, values.category)}
          onChange={(value) => change('category', value)}
        />
      </Place>
      <Place>
        <Typed list={list} name="company" label={text('roster.company_begins')} />
      </Place>
      <Place>
        <One
          label={text('roster.source')}
          value={values.source}
          options={named(choices?.sources, values.source)}
          onChange={(value) => change('source', value)}
        />
      </Place>
      <Place>
        <One
          label={text('roster.locale')}
          value={values.locale}
          options={(['en', 'de'] as const).map((value) => ({ value, label: text(`language.${value}`) }))}
          onChange={(value) => change('locale', value)}
        />
      </Place>
      <Place>
        <Day list={list} name="registeredFrom" label={text('roster.registered_from')} />
      </Place>
      <Place>
        <Day list={list} name="registeredTo" label={text('roster.registered_to')} />
      </Place>
      <Place>
        <Day list={list} name="sessionFrom" label={text('roster.session_from')} />
      </Place>
      <Place>
        <Day list={list} name="sessionTo" label={text('roster.session_to')} />
      </Place>
      <Place wide>
        <Some
          label={text('roster.payment')}
          value={values.payments}
          options={PAYMENT_STATES.map((value) => ({ value, label: text(`payment.${value}`) }))}
          onChange={(value) => change('payments', value)}
        />
      </Place>
      <Place wide>
        <One
          label={text('roster.attendance')}
          value={values.attendance}
          options={ATTENDANCES.map((value) => ({ value, label: text(`attendance.${value}`) }))}
          onChange={(value) => change('attendance', value)}
        />
      </Place>
      <Place wide>
        <Some
          label={text('roster.consents')}
          value={values.consents}
          options={ROSTER_CONSENTS.map((value) => ({ value, label: text(`consent.${value}`) }))}
          onChange={(value) => change('consents', value)}
        />
      </Place>
      <Grid.Item col={12} gap={6} wrap="wrap" justifyContent="flex-start">
        <Tick list={list} name="consultation" label={text('roster.only_consultation')} />
        <Tick list={list} name="questions" label={text('roster.only_questions')} />
        <Tick list={list} name="bounced" label={text('roster.only_bounced')} />
      </Grid.Item>
    </Grid.Root>
  );
};

/** Which registrations to show. */
export const Filters = ({ list }: { list: List }) => {
  const text = useText();
  const { values, change, clear } = list;
  const asked = Object.keys(values) as FilterName[];
  const hidden = asked.filter((name) => !IN_SIGHT.includes(name)).length;
  const [isOpen, setIsOpen] = useState(hidden > 0);
  return (
    <FilterBox set={asked.length}>
      <Grid.Root gap={4}>
        <Place wide>
          <Typed list={list} name="search" label={text('roster.search')} placeholder={text('roster.search_hint')} />
        </Place>
        <Place wide>
          <Some
            label={text('mails.state')}
            value={values.states}
            options={ROSTER_STATES.map((value) => ({ value, label: text(`registration.${value}`) }))}
            onChange={(value) => change('states', value)}
          />
        </Place>
        <Place wide>
          <Field.Root>
            <Field.Label>{text('mails.session')}</Field.Label>
            <SessionChooser
              path={`${ROSTER_PATH}/sessions`}
              value={values.sessions ?? null}
              onChange={(session) => change('sessions', session)}
            />
          </Field.Root>
        </Place>
      </Grid.Root>
      {isOpen && <More list={list} />}
      <Flex paddingTop={4} gap={2} wrap="wrap" justifyContent="space-between">
        <Button
          variant="ghost"
          size="S"
          endIcon={isOpen ? <CaretUp aria-hidden /> : <CaretDown aria-hidden />}
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          {isOpen ? text('roster.fewer_filters') : text('roster.more_filters', { count: hidden })}
        </Button>
        {asked.length > 0 && (
          <Button variant="ghost" size="S" onClick={clear}>
            {text('mails.clear')}
          </Button>
        )}
      </Flex>
    </FilterBox>
  );
};
