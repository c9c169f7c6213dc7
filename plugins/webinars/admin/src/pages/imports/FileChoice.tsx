import { useId, useState } from 'react';
import { Field } from '@strapi/design-system';
import { styled } from 'styled-components';
import { MOST_BYTES } from '../../../../contracts/intake';
import { useText } from '../../translate';

const Input = styled.input`
  width: 100%;
  padding: 1.2rem;
  border: 1px dashed ${({ theme }) => theme.colors.neutral300};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral100};
  color: ${({ theme }) => theme.colors.neutral800};
  font: inherit;
  font-size: 1.4rem;
  cursor: pointer;

  &::file-selector-button {
    margin-right: 1.2rem;
    padding: 0.6rem 1.2rem;
    border: 1px solid ${({ theme }) => theme.colors.neutral200};
    border-radius: ${({ theme }) => theme.borderRadius};
    background: ${({ theme }) => theme.colors.neutral0};
    color: ${({ theme }) => theme.colors.neutral800};
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }

  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;

/** A file from the reader's own machine, chosen or dropped. One that is too large is not sent. */
export const FileChoice = ({
  label,
  hint,
  onChange,
}: {
  label: string;
  hint?: string;
  onChange(file: File | null): void;
}) => {
  const text = useText();
  const id = useId();
  const [isTooLarge, setIsTooLarge] = useState(false);
  const choose = (file: File | null) => {
    const isLarge = file !== null && file.size > MOST_BYTES;
    setIsTooLarge(isLarge);
    onChange(isLarge ? null : file);
  };
  return (
    <Field.Root id={id} hint={hint} error={isTooLarge ? text('problem.FILE_TOO_LARGE') : undefined}>
      <Field.Label>{label}</Field.Label>
      <Input
        id={id}
        type="file"
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        aria-describedby={`${id}-hint`}
        aria-invalid={isTooLarge}
        onChange={({ currentTarget: { files } }) => choose(files?.[0] ?? null)}
      />
      <Field.Error />
      <Field.Hint />
    </Field.Root>
  );
};
