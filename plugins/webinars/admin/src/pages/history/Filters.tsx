import { Button, Checkbox, DatePicker, Field, Flex, Grid } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { HistoryChoices } from '../../../../contracts/history';
import { One } from '../../parts/Choice';
import { FilterBox } from '../../parts/FilterBox';
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
    .map((action) => ({ value: action, label: actionName(action) }))
    .sort((a, b) => a.label.localeCompare(b.label));
  const narrowed = NARROWED.filter((name) => values[name]);
  return (
    <FilterBox set={Object.keys(values).length}>
      <Grid.Root gap={4}>
        <Grid.Item col={3} s={6} xs={12} direction="column" alignItems="stretch">
          <One
            label={text('history.who')}
            value={values.actor}
            any={text('history.anybody')}
            options={(choices?.actors ?? []).map((actor) => ({ value: actor.key, label: actorName(actor) }))}
            onChange={(actor) => change('actor', actor)}
          />
        </Grid.Item>
        <Grid.Item col={4} s={6} xs={12} direction="column" alignItems="stretch">
          <One
            label={text('history.what')}
            value={values.action}
            any={text('history.anything')}
            options={actions}
            onChange={(action) => change('action', action)}
          />
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
    </FilterBox>
  );
};
