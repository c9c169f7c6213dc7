import { forwardRef, useImperativeHandle, useLayoutEffect, useRef, type RefObject } from 'react';
import { Button, Field, Flex, Textarea, TextInput, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { TemplateSource } from '../../../../contracts/mail-admin';
import type { Fault } from '../../problem';
import { useText } from '../../translate';
import { indexOf, insertAt } from './insertion';

type Name = keyof TemplateSource;

const Code = styled(Textarea)`
  textarea,
  & {
    font-family: 'Menlo', 'Consolas', 'DejaVu Sans Mono', monospace;
    font-size: 1.3rem;
    line-height: 1.6;
    min-height: 44rem;
    tab-size: 2;
  }
`;

export type Inserter = { insert(piece: string): void };

const Faults = ({ faults, onShow }: { faults: Fault[]; onShow(fault: Fault): void }) => {
  const text = useText();
  if (faults.length === 0) return null;
  return (
    <Flex tag="ul" direction="column" alignItems="flex-start" gap={1} role="alert">
      {faults.map((fault, index) => (
        <Flex key={index} tag="li" gap={2} alignItems="baseline" wrap="wrap">
          <Typography variant="pi" textColor="danger600">
            {fault.message}
          </Typography>
          {fault.line !== undefined && (
            <Button variant="ghost" size="S" onClick={() => onShow(fault)}>
              {text('templates.show_fault')}
            </Button>
          )}
        </Flex>
      ))}
    </Flex>
  );
};

/** The text of a template. `insert` puts something where the cursor was last, or at the end of the body. */
export const SourceFields = forwardRef<
  Inserter,
  { source: TemplateSource; faults: Fault[]; onChange(source: TemplateSource): void }
>(({ source, faults, onChange }, inserter) => {
  const text = useText();
  const subject = useRef<HTMLInputElement>(null);
  const preheader = useRef<HTMLInputElement>(null);
  const body = useRef<HTMLTextAreaElement>(null);
  const fields: Record<Name, RefObject<HTMLInputElement | HTMLTextAreaElement>> = { subject, preheader, body };
  const last = useRef<Name>('body');
  const cursor = useRef<{ name: Name; at: number } | null>(null);

  // A controlled field puts the cursor at its end when its text is set from outside.
  useLayoutEffect(() => {
    if (!cursor.current) return;
    const { name, at } = cursor.current;
    cursor.current = null;
    const field = fields[name].current;
    field?.focus();
    field?.setSelectionRange(at, at);
  });

  useImperativeHandle(inserter, () => ({
    insert(piece: string) {
      // A part is several paragraphs: it has its place in the body only.
      const name = piece.startsWith('{% include') ? 'body' : last.current;
      const field = fields[name].current;
      const end = source[name].length;
      const made = insertAt(
        source[name],
        { start: field?.selectionStart ?? end, end: field?.selectionEnd ?? end },
        piece,
      );
      cursor.current = { name, at: made.cursor };
      onChange({ ...source, [name]: made.text });
    },
  }));

  const show =
    (name: Name) =>
    ({ line = 1, column = 1 }: Fault) => {
      const field = fields[name].current;
      if (!field) return;
      const at = indexOf(source[name], line, column);
      const end = source[name].indexOf('\n', at);
      field.focus();
      field.setSelectionRange(at, end === -1 ? source[name].length : end);
      // Browsers do not scroll to a selection by themselves: the share of lines above it is close enough.
      field.scrollTop = Math.max(0, ((line - 3) / source[name].split('\n').length) * field.scrollHeight);
    };
  const faultsOf = (name: Name) => faults.filter(({ path }) => path[path.length - 1] === name);
  const common = (name: Name) => ({
    value: source[name],
    hasError: faultsOf(name).length > 0,
    spellCheck: true,
    onFocus: () => {
      last.current = name;
    },
  });

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Field.Root name="subject" required error={faultsOf('subject').length > 0}>
        <Field.Label>{text('templates.subject')}</Field.Label>
        <TextInput
          ref={subject}
          {...common('subject')}
          onChange={(event) => onChange({ ...source, subject: event.currentTarget.value })}
        />
        <Faults faults={faultsOf('subject')} onShow={show('subject')} />
      </Field.Root>
      <Field.Root name="preheader" hint={text('templates.preheader_hint')} error={faultsOf('preheader').length > 0}>
        <Field.Label>{text('templates.preheader')}</Field.Label>
        <TextInput
          ref={preheader}
          {...common('preheader')}
          onChange={(event) => onChange({ ...source, preheader: event.currentTarget.value })}
        />
        <Field.Hint />
        <Faults faults={faultsOf('preheader')} onShow={show('preheader')} />
      </Field.Root>
      <Field.Root name="body" required hint={text('templates.body_hint')} error={faultsOf('body').length > 0}>
        <Field.Label>{text('templates.body')}</Field.Label>
        <Code
          ref={body}
          {...common('body')}
          resizable
          onChange={(event) => onChange({ ...source, body: event.currentTarget.value })}
        />
        <Field.Hint />
        <Faults faults={faultsOf('body')} onShow={show('body')} />
      </Field.Root>
    </Flex>
  );
});
SourceFields.displayName = 'SourceFields';
