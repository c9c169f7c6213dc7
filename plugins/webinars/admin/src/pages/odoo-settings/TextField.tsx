import { Field, TextInput } from '@strapi/design-system';

/** A line of text with all that belongs to it. */
export const TextField = ({
  name,
  label,
  value,
  hint,
  error,
  placeholder,
  type = 'text',
  isRequired = false,
  onChange,
}: {
  name: string;
  label: string;
  value: string | null;
  hint?: string;
  error?: string;
  placeholder?: string;
  type?: 'text' | 'email';
  isRequired?: boolean;
  onChange(value: string): void;
}) => (
  <Field.Root name={name} hint={hint} error={error} required={isRequired}>
    <Field.Label>{label}</Field.Label>
    <TextInput
      type={type}
      value={value ?? ''}
      placeholder={placeholder}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
    <Field.Hint />
    <Field.Error />
  </Field.Root>
);
