import { forwardRef, useEffect, useId, useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { useField, useFocusInputField, type InputProps } from '@strapi/strapi/admin';
import {
  Box,
  Field,
  Flex,
  IconButton,
  TextInput,
  Typography,
  VisuallyHidden,
  useComposedRefs,
} from '@strapi/design-system';
import { ArrowDown, ArrowUp, Cross } from '@strapi/icons';
import { useText } from '../../translate';
import { pastedEntries, repeatedLines } from './entries';
import { useLines, type Line } from './use-lines';

// Longer is a text, and texts have fields of their own.
const LONGEST_ENTRY = 500;

// A button that could do nothing leaves its place empty, so that lines stay in line.
const HIDDEN = { visibility: 'hidden' } as const;

/**
 * The input of `plugin::webinars.list`: short texts, one per line. Everything works from the keyboard: Enter goes on to the next line,
 * Backspace in a blank line removes it, Alt with an arrow moves the line, and a pasted text becomes a line for each of its own.
 */
export const ListField = forwardRef<HTMLInputElement, InputProps>(function ListField(
  { name, label, labelAction, hint, required = false, disabled = false, placeholder },
  forwardedRef,
) {
  const text = useText();
  const id = useId();
  const field = useField<unknown>(name);
  const firstRef = useComposedRefs(forwardedRef, useFocusInputField<HTMLInputElement>(name));
  const { lines, write, insert, replace, remove, move, tidy } = useLines(field.value, (entries) =>
    // A required list that is empty is missing, and only null counts as that.
    field.onChange(name, required && entries.length === 0 ? null : entries),
  );
  const repeated = repeatedLines(lines.map((line) => line.text));
  const entryCount = lines.length - 1;

  const inputs = useRef(new Map<number, HTMLInputElement>());
  const [focusOn, setFocusOn] = useState<Line | null>(null);
  useEffect(() => {
    if (focusOn) inputs.current.get(focusOn.key)?.focus();
  }, [focusOn]);
  const [spoken, setSpoken] = useState('');

  const moveLine = (from: number, to: number) => {
    const line = lines[from];
    if (!line || line.text === '' || to < 0 || to >= entryCount) return;
    move(from, to);
    setFocusOn({ ...line });
    setSpoken(text('list.moved', { entry: line.text, position: to + 1, count: entryCount }));
  };

  const removeLine = (index: number) => {
    const removed = lines[index];
    const left = remove(index);
    setFocusOn({ ...(left[Math.max(0, index - 1)] ?? left[0]) });
    if (removed?.text) setSpoken(text('list.removed', { entry: removed.text }));
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>, index: number) => {
    const line = lines[index];
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      // The form would be submitted otherwise.
      event.preventDefault();
      if (line.text === '') return;
      const next = lines[index + 1]?.text === '' ? lines : insert(index + 1, ['']);
      setFocusOn({ ...next[index + 1] });
    } else if (event.key === 'Backspace' && line.text === '' && index > 0) {
      event.preventDefault();
      if (index === lines.length - 1) setFocusOn({ ...lines[index - 1] });
      else removeLine(index);
    } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault();
      const to = index + (event.key === 'ArrowUp' ? -1 : 1);
      if (event.altKey) moveLine(index, to);
      else if (lines[to]) setFocusOn({ ...lines[to] });
    }
  };

  const onPaste = (event: ClipboardEvent<HTMLInputElement>, index: number) => {
    const entries = pastedEntries(event.clipboardData.getData('text'));
    if (entries.length < 2) return;
    event.preventDefault();
    const now = lines[index].text.trim();
    const next = replace(index, now === '' ? entries : [now, ...entries]);
    setFocusOn({ ...next[index + entries.length] });
    setSpoken(text('list.pasted', { count: entries.length }));
  };

  return (
    <Field.Root data-webinars-field="list" name={name} id={id} hint={hint} error={field.error} required={required}>
      <Field.Label action={labelAction}>{label}</Field.Label>
      <Flex
        direction="column"
        alignItems="stretch"
        gap={1}
        role="group"
        aria-labelledby={`${id}-label`}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) tidy();
        }}
      >
        {lines.map((line, index) => {
          const isBlankEnd = index === entryCount;
          if (isBlankEnd && disabled && entryCount > 0) return null;
          const entry = line.text || text('list.blank');
          return (
            <Flex key={line.key} direction="column" alignItems="stretch" gap={1}>
              <Flex gap={1} alignItems="center">
                <Box flex="1" minWidth={0}>
                  <TextInput
                    // The label points at the first line.
                    id={index === 0 ? id : `${id}-${line.key}`}
                    name={`${name}.${index}`}
                    ref={(input: HTMLInputElement | null) => {
                      if (input) inputs.current.set(line.key, input);
                      else inputs.current.delete(line.key);
                      if (index === 0 && input) firstRef(input);
                    }}
                    size="S"
                    value={line.text}
                    maxLength={LONGEST_ENTRY}
                    disabled={disabled}
                    required={false}
                    aria-label={
                      isBlankEnd
                        ? text('list.new', { label: String(label ?? name) })
                        : text('list.entry', { label: String(label ?? name), position: index + 1, count: entryCount })
                    }
                    aria-describedby={`${id}-keys ${id}-hint${repeated.has(index) ? ` ${id}-${line.key}-repeated` : ''}`}
                    aria-invalid={Boolean(field.error) || undefined}
                    placeholder={isBlankEnd ? placeholder || text('list.placeholder') : undefined}
                    onChange={(event) => write(index, event.currentTarget.value)}
                    onKeyDown={(event) => onKeyDown(event, index)}
                    onPaste={(event) => onPaste(event, index)}
                  />
                </Box>
                {!disabled && (
                  <Flex style={isBlankEnd ? HIDDEN : undefined}>
                    <IconButton
                      label={text('list.up', { entry })}
                      variant="ghost"
                      size="XS"
                      style={index === 0 ? HIDDEN : undefined}
                      onClick={() => moveLine(index, index - 1)}
                    >
                      <ArrowUp />
                    </IconButton>
                    <IconButton
                      label={text('list.down', { entry })}
                      variant="ghost"
                      size="XS"
                      style={index >= entryCount - 1 ? HIDDEN : undefined}
                      onClick={() => moveLine(index, index + 1)}
                    >
                      <ArrowDown />
                    </IconButton>
                    <IconButton
                      label={text('list.remove', { entry })}
                      variant="ghost"
                      size="XS"
                      onClick={() => removeLine(index)}
                    >
                      <Cross />
                    </IconButton>
                  </Flex>
                )}
              </Flex>
              {repeated.has(index) && (
                <Typography variant="pi" textColor="warning700" id={`${id}-${line.key}-repeated`}>
                  {text('list.repeated')}
                </Typography>
              )}
            </Flex>
          );
        })}
        <VisuallyHidden id={`${id}-keys`}>{text('list.keys')}</VisuallyHidden>
        <VisuallyHidden role="status">{spoken}</VisuallyHidden>
      </Flex>
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
});

export default ListField;
