import { useId } from 'react';
import { Field, TextInput } from '@strapi/design-system';
import { styled } from 'styled-components';

// The browser draws the picker's button: it has to know on what.
const Input = styled(TextInput)`
  color-scheme: light dark;
`;

/** A date and a time of day on the clocks of a zone, which the hint names. */
export const TimeField = ({
  label,
  hint,
  error,
  value,
  onChange,
  isRequired = true,
}: {
  label: string;
  hint?: string;
  error?: string;
  value: string;
  onChange(value: string): void;
  isRequired?: boolean;
}) => (
  <Field.Root id={useId()} required={isRequired} hint={hint} error={error} width="100%">
    <Field.Label>{label}</Field.Label>
    <Input type="datetime-local" value={value} onChange={(event) => onChange(event.currentTarget.value)} />
    <Field.Hint />
    <Field.Error />
  </Field.Root>
);
