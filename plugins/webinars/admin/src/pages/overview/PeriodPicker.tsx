import { DatePicker, Field, Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { useText } from '../../translate';
import { dateOf, dayOf } from '../history/days';
import { CHOICES, type PeriodState } from './use-period';

/** Which time the numbers are about. */
export const PeriodPicker = ({
  period: { choice, from, to, choose, change },
  shown,
}: {
  period: PeriodState;
  shown: { from: string; to: string } | null;
}) => {
  const text = useText();
  const { locale } = useIntl();
  return (
    <Flex gap={4} wrap="wrap" alignItems="flex-end">
      <Field.Root name="period">
        <Field.Label>{text('overview.period')}</Field.Label>
        <SingleSelect value={choice} onChange={(value) => choose(CHOICES.find((one) => one === value) ?? '30', shown)}>
          {CHOICES.map((one) => (
            <SingleSelectOption key={one} value={one}>
              {text(`overview.period.${one}`)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
      {choice === 'own' &&
        (['from', 'to'] as const).map((name) => (
          <Field.Root key={name} name={name}>
            <Field.Label>{text(`history.${name}`)}</Field.Label>
            <DatePicker
              locale={locale}
              value={dateOf((name === 'from' ? from : to) ?? undefined)}
              onChange={(date) => change(name, dayOf(date))}
              onClear={() => change(name, null)}
              clearLabel={text('action.clear')}
              calendarLabel={text('history.calendar')}
              monthSelectLabel={text('history.month')}
              yearSelectLabel={text('history.year')}
            />
          </Field.Root>
        ))}
    </Flex>
  );
};
