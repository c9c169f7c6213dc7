import {
  Box,
  Button,
  Checkbox,
  DatePicker,
  Field,
  Flex,
  Grid,
  SingleSelect,
  SingleSelectOption,
} from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { HistoryChoices } from '../../../../contracts/history';
import { useActionName, useActorName } from '../../parts/HistoryEntry';
import { useText } from '../../translate';
import { useLoad } from '../../use-load';
import { dateOf, dayOf } from './days';
import type { useFilters } from './use-filters';

const NARROWED = ['session', 'registration', 'topic', 'speaker'] as const;

/** Whose doings, which, and when. */
export const Filters = ({ filters: { values, change, clear } }: { filters: ReturnType<typeof useFilters> }) => {
  const text = useText();
  const { locale } = useIntl();
  const actorName = useActorName();
  const actionName = useActionName();
  const choices = useLoad<{ data: HistoryChoices }>('/webinars-admin/history/choices').body?.data;
  const actions = (choices?.actions ?? [])
    .map((action) => ({ action, name: actionName(action) }))
    .sort((a, b) => a.name.localeCompare(b.name));
  const narrowed = NARROWED.filter((name) => values[name]);
  return (
    <Box background="neutral0" borderColor="neutral150" hasRadius shadow="tableShadow" padding={4} role="search">
      <Grid.Root gap={4}>
        <Grid.Item col={3} s={6} xs={12} direction="column" alignItems="stretch">
          <Field.Root>
            <Field.Label>{text('history.who')}</Field.Label>
            <SingleSelect
              value={values.actor ?? ''}
              placeholder={text('history.anybody')}
              onChange={(actor) => change('actor', String(actor))}
              onClear={() => change('actor', null)}
              clearLabel={text('action.clear')}
            >
              {(choices?.actors ?? []).map((actor) => (
                <SingleSelectOption key={actor.key} value={actor.key}>
                  {actorName(actor)}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Field.Root>
        </Grid.Item>
        <Grid.Item col={4} s={6} xs={12} direction="column" alignItems="stretch">
          <Field.Root>
            <Field.Label>{text('history.what')}</Field.Label>
            <SingleSelect
              value={values.action ?? ''}
              placeholder={text('history.anything')}
              onChange={(action) => change('action', String(action))}
              onClear={() => change('action', null)}
              clearLabel={text('action.clear')}
            >
              {actions.map(({ action, name }) => (
                <SingleSelectOption key={action} value={action}>
                  {name}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Field.Root>
        </Grid.Item>
        {(['from', 'to'] as const).map((name) => (
          <Grid.Item key={name} col={2} s={6} xs={6} direction="column" alignItems="stretch">
            <Field.Root name={name}>
              <Field.Label>{text(`history.${name}`)}</Field.Label>
              <DatePicker
                locale={locale}
                value={dateOf(values[name])}
                onChange={(date) => change(name, dayOf(date))}
                onClear={() => change(name, null)}
                clearLabel={text('action.clear')}
                calendarLabel={text('history.calendar')}
                monthSelectLabel={text('history.month')}
                yearSelectLabel={text('history.year')}
              />
            </Field.Root>
          </Grid.Item>
        ))}
      </Grid.Root>
      {Object.keys(values).length > 0 && (
        <Flex paddingTop={4} gap={4} wrap="wrap" justifyContent="space-between">
          <Flex gap={6} wrap="wrap">
            {narrowed.map((name) => (
              <Checkbox key={name} checked onCheckedChange={() => change(name, null)}>
                {text(`history.only.${name}`)}
              </Checkbox>
            ))}
          </Flex>
          <Button variant="ghost" size="S" onClick={clear}>
            {text('mails.clear')}
          </Button>
        </Flex>
      )}
    </Box>
  );
};
