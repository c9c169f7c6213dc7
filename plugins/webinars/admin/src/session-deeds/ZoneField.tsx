import { useId } from 'react';
import { Field, TextInput } from '@strapi/design-system';
import { isZone } from '../local-time';
import { useText } from '../translate';

const ZONES = Intl.supportedValuesOf('timeZone');

/** A time zone by its name; the browser completes what is typed. */
export const ZoneField = ({ value, onChange }: { value: string; onChange(value: string): void }) => {
  const text = useText();
  const list = useId();
  return (
    <Field.Root id={useId()} required error={isZone(value) ? undefined : text('deed.no_zone')} width="100%">
      <Field.Label>{text('deed.zone')}</Field.Label>
      <TextInput list={list} value={value} onChange={(event) => onChange(event.currentTarget.value)} />
      <Field.Error />
      <datalist id={list}>
        {ZONES.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </Field.Root>
  );
};
