import { Field, NumberInput } from '@strapi/design-system';

/** A whole number with what it means; empty is null, where that means something. */
export const NumberField = ({
  name,
  label,
  hint,
  error,
  value,
  isRequired = false,
  onChange,
}: {
  name: string;
  label: string;
  hint: string;
  error: string | undefined;
  value: number | null;
  isRequired?: boolean;
  onChange(value: number | null): void;
}) => (
  <Field.Root name={name} hint={hint} error={error} required={isRequired}>
    <Field.Label>{label}</Field.Label>
    <NumberInput value={value ?? undefined} onValueChange={(next) => onChange(next ?? null)} />
    <Field.Hint />
    <Field.Error />
  </Field.Root>
);
