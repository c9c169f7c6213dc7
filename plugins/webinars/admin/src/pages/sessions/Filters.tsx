import { useEffect, useState } from 'react';
import {
  Button,
  Checkbox,
  Field,
  Flex,
  Grid,
  SingleSelect,
  SingleSelectOption,
  TextInput,
} from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { SORTS, STATES, type PlanningAnswer, type PlanningChoice } from '../../../../contracts/planning';
import { One } from '../../parts/Choice';
import { Chooser } from '../../parts/Chooser';
import { FilterBox } from '../../parts/FilterBox';
import { useText } from '../../translate';
import { useLoad } from '../../use-load';
import { useSettled } from '../../use-settled';
import { PERIODS, type Filter, type ViewState } from './use-view';

const choiceOf = ({ documentId, label, hint }: PlanningChoice) => ({
  value: documentId,
  label: hint ? `${label} · ${hint}` : label,
});

/** What is looked for: the same in every view; time, state and order are the list's. */
export const Filters = ({
  view,
  perState,
}: {
  view: ViewState;
  perState: PlanningAnswer['meta']['perState'] | null;
}) => {
  const text = useText();
  const { formatDate } = useIntl();
  const { values, change } = view;
  const [search, setSearch] = useState(values.search ?? '');
  const settled = useSettled(search.trim());
  const categories = useLoad<{ data: string[] }>('/webinars-admin/planning/categories');

  useEffect(() => setSearch(values.search ?? ''), [values.search]);
  useEffect(() => {
    if (settled !== (values.search ?? '') && settled === search.trim()) change('search', settled || null);
    // Only what was typed changes the address; the address changing is told above.
  }, [settled]);

  const select = (name: Filter, label: string, options: readonly { value: string; label: string }[]) => (
    <One
      label={label}
      value={values[name]}
      any={text('sessions.any')}
      options={options}
      onChange={(value) => change(name, value)}
    />
  );
  const isList = view.view === 'list';
  return (
    <FilterBox set={Object.keys(values).length}>
      <Grid.Root gap={4}>
        <Grid.Item col={3} s={6} xs={12} direction="column" alignItems="stretch">
          <Field.Root name="search">
            <Field.Label>{text('sessions.search')}</Field.Label>
            <TextInput
              value={search}
              placeholder={text('sessions.search_hint')}
              onChange={(event) => setSearch(event.currentTarget.value)}
            />
          </Field.Root>
        </Grid.Item>
        <Grid.Item col={3} s={6} xs={12} direction="column" alignItems="stretch">
          <Field.Root>
            <Field.Label>{text('sessions.speaker')}</Field.Label>
            <Chooser<PlanningChoice>
              path="/webinars-admin/planning/speakers"
              value={values.speaker ?? null}
              onChange={(value) => change('speaker', value)}
              choiceOf={choiceOf}
              placeholder={text('sessions.any')}
            />
          </Field.Root>
        </Grid.Item>
        <Grid.Item col={3} s={6} xs={12} direction="column" alignItems="stretch">
          <Field.Root>
            <Field.Label>{text('sessions.topic')}</Field.Label>
            <Chooser<PlanningChoice>
              path="/webinars-admin/planning/topics"
              value={values.topic ?? null}
              onChange={(value) => change('topic', value)}
              choiceOf={choiceOf}
              placeholder={text('sessions.any')}
            />
          </Field.Root>
        </Grid.Item>
        <Grid.Item col={3} s={6} xs={12} direction="column" alignItems="stretch">
          {select(
            'category',
            text('sessions.category'),
            (categories.body?.data ?? []).map((value) => ({ value, label: value })),
          )}
        </Grid.Item>
        <Grid.Item col={3} s={6} xs={12} direction="column" alignItems="stretch">
          {select('language', text('sessions.language'), [
            { value: 'en', label: text('language.en') },
            { value: 'de', label: text('language.de') },
          ])}
        </Grid.Item>
        {isList && (
          <>
            <Grid.Item col={3} s={6} xs={12} direction="column" alignItems="stretch">
              {select(
                'state',
                text('column.state'),
                STATES.map((state) => ({
                  value: state,
                  label: perState
                    ? text('sessions.state_count', { state: text(`session.state.${state}`), count: perState[state] })
                    : text(`session.state.${state}`),
                })),
              )}
            </Grid.Item>
            <Grid.Item col={3} s={6} xs={12} direction="column" alignItems="stretch">
              <Field.Root name="period">
                <Field.Label>{text('sessions.period')}</Field.Label>
                <SingleSelect value={view.period} onChange={(value) => change('period', String(value))}>
                  {PERIODS.map((period) => (
                    <SingleSelectOption key={period} value={period}>
                      {text(`sessions.period.${period}`)}
                    </SingleSelectOption>
                  ))}
                </SingleSelect>
              </Field.Root>
            </Grid.Item>
            <Grid.Item col={3} s={6} xs={12} direction="column" alignItems="stretch">
              <Field.Root name="sort">
                <Field.Label>{text('sessions.sort')}</Field.Label>
                <SingleSelect value={view.sort} onChange={(value) => change('sort', String(value))}>
                  {SORTS.filter((sort) => !['taken', 'waiting', 'saved'].includes(sort)).map((sort) => (
                    <SingleSelectOption key={sort} value={sort}>
                      {text(`sessions.sort.${sort}` as 'sessions.sort.start')}
                    </SingleSelectOption>
                  ))}
                </SingleSelect>
              </Field.Root>
            </Grid.Item>
          </>
        )}
      </Grid.Root>
      {view.isFiltered && (
        <Flex paddingTop={4} gap={4} wrap="wrap" justifyContent="space-between">
          {isList && values.from ? (
            <Checkbox checked onCheckedChange={() => view.showList({})}>
              {text('sessions.only_day', { day: formatDate(values.from, { dateStyle: 'full' }) })}
            </Checkbox>
          ) : (
            <span />
          )}
          <Button variant="ghost" size="S" onClick={view.clear}>
            {text('mails.clear')}
          </Button>
        </Flex>
      )}
    </FilterBox>
  );
};
