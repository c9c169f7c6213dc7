import { useEffect, useState } from 'react';
import { Combobox, ComboboxOption } from '@strapi/design-system';
import { useText } from '../translate';
import { useLoad } from '../use-load';
import { useSettled } from '../use-settled';
import { useContentLocale } from '../use-locale';

type Choice = { value: string; label: string };

/** One thing out of many, found by typing a part of its name: the server looks, so that there may be any number. */
export const Chooser = <Item,>({
  path,
  value,
  onChange,
  choiceOf,
  placeholder,
  label,
}: {
  path: string;
  value: string | null;
  onChange(value: string | null): void;
  choiceOf(item: Item): Choice;
  placeholder: string;
  /** Where no field around it has one. */
  label?: string;
}) => {
  const text = useText();
  const [typed, setTyped] = useState('');
  const [shown, setShown] = useState('');
  const titles = useContentLocale();
  const search = useSettled(typed, 250);
  const found = useLoad<{ data: Item[] }>(path, { search, titles });
  // What is chosen need not be among what was found, such as after a link.
  const chosen = useLoad<{ data: Item[] }>(value === null ? null : path, { search: value ?? '', titles });
  const choices = [...(chosen.body?.data ?? []), ...(found.body?.data ?? [])].map(choiceOf);
  const unique = choices.filter((one, index) => choices.findIndex(({ value: other }) => other === one.value) === index);
  const current = value === null ? null : (unique.find((one) => one.value === value)?.label ?? '');

  useEffect(() => setShown(current ?? ''), [current]);

  return (
    <Combobox
      aria-label={label}
      autocomplete={{ type: 'list', filter: 'contains' }}
      value={value ?? ''}
      textValue={shown}
      onTextValueChange={(next) => setShown(next ?? '')}
      onInputChange={(event) => setTyped(event.currentTarget.value)}
      onChange={(next) => next && onChange(String(next))}
      onClear={() => {
        setTyped('');
        onChange(null);
      }}
      clearLabel={text('action.clear')}
      placeholder={placeholder}
      loading={found.isLoading}
      loadingMessage={text('chooser.loading')}
      noOptionsMessage={() => text('chooser.none')}
    >
      {unique.map((choice) => (
        <ComboboxOption key={choice.value} value={choice.value} textValue={choice.label}>
          {choice.label}
        </ComboboxOption>
      ))}
    </Combobox>
  );
};
