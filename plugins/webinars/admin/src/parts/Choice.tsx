import { Field, MultiSelect, MultiSelectOption, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useText } from '../translate';

type Option = { value: string; label: string };

/** One of a few, or any; the word for any is given where "any" does not fit. */
export const One = ({
  label,
  value,
  options,
  any,
  onChange,
}: {
  label: string;
  value: string | undefined;
  options: readonly Option[];
  any?: string;
  onChange(value: string | null): void;
}) => {
  const text = useText();
  return (
    <Field.Root>
      <Field.Label>{label}</Field.Label>
      <SingleSelect
        value={value ?? ''}
        placeholder={any ?? text('mails.any')}
        onChange={(next) => onChange(String(next))}
        onClear={() => onChange(null)}
        clearLabel={text('action.clear')}
      >
        {options.map((option) => (
          <SingleSelectOption key={option.value} value={option.value}>
            {option.label}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Field.Root>
  );
};

/** Any number of a few; none asks for nothing. As the address has them: with commas between. */
export const Some = ({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: string | undefined;
  options: readonly Option[];
  onChange(value: string | null): void;
}) => {
  const text = useText();
  const chosen = value?.split(',') ?? [];
  return (
    <Field.Root>
      <Field.Label>{label}</Field.Label>
      <MultiSelect
        value={chosen}
        placeholder={text('mails.any')}
        onChange={(next) => onChange(next.join(',') || null)}
        onClear={() => onChange(null)}
        clearLabel={text('action.clear')}
        customizeContent={(values) =>
          options
            .filter((option) => values?.includes(option.value))
            .map((option) => option.label)
            .join(', ')
        }
      >
        {options.map((option) => (
          <MultiSelectOption key={option.value} value={option.value}>
            {option.label}
          </MultiSelectOption>
        ))}
      </MultiSelect>
    </Field.Root>
  );
};
