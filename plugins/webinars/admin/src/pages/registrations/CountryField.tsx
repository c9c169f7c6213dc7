import { useEffect, useState } from 'react';
import { Combobox, ComboboxOption, Field } from '@strapi/design-system';
import { countryName, COUNTRIES_IN } from '../../../../contracts/countries';
import { useText } from '../../translate';
import { useContentLocale } from '../../use-locale';

/** A country, found by typing a part of its name. */
export const CountryField = ({
  value,
  error,
  onChange,
}: {
  value: string;
  error: string | false | undefined;
  onChange(value: string): void;
}) => {
  const text = useText();
  const language = useContentLocale();
  const name = value === '' ? '' : countryName(value, language);
  const [typed, setTyped] = useState(name);
  // By itself the input keeps what it showed first, whatever becomes of the value.
  useEffect(() => setTyped(name), [name]);
  return (
    <Field.Root error={error}>
      <Field.Label>{text('edit.country')}</Field.Label>
      <Combobox
        autocomplete={{ type: 'list', filter: 'contains' }}
        value={value}
        textValue={typed}
        onTextValueChange={(next) => setTyped(next ?? '')}
        onChange={(next) => onChange(next ?? '')}
        onClear={() => onChange('')}
        clearLabel={text('action.clear')}
        noOptionsMessage={() => text('chooser.none')}
      >
        {COUNTRIES_IN[language].map(({ code, name: label }) => (
          <ComboboxOption key={code} value={code} textValue={label}>
            {label}
          </ComboboxOption>
        ))}
      </Combobox>
    </Field.Root>
  );
};
