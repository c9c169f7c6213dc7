import { useState } from 'react';
import { Field, TextInput } from '@strapi/design-system';
import { lineOf, namesIn } from './names';

/** Several names in one line, with commas between. The line stays as it is typed; what it means is handed on. */
export const NamesField = ({
  name,
  label,
  hint,
  error,
  names,
  onChange,
}: {
  name: string;
  label: string;
  hint: string;
  error?: string;
  names: readonly string[];
  onChange(names: string[]): void;
}) => {
  const [line, setLine] = useState(lineOf(names));
  return (
    <Field.Root name={name} hint={hint} error={error}>
      <Field.Label>{label}</Field.Label>
      <TextInput
        value={line}
        onChange={(event) => {
          setLine(event.currentTarget.value);
          onChange(namesIn(event.currentTarget.value));
        }}
        onBlur={() => setLine(lineOf(namesIn(line)))}
      />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
};
