import { useId, useState } from 'react';
import { Checkbox, Field, Flex, NumberInput } from '@strapi/design-system';
import type { ChangePreview, PlannedSession } from '../../../contracts/planning';
import { useText } from '../translate';
import { Begin } from './Begin';
import { Consequences } from './Consequences';
import { DeedForm, type DeedPlace } from './DeedForm';

const Form = ({ session, reload, place }: { session: PlannedSession; reload(): void; place: DeedPlace }) => {
  const text = useText();
  const [isUnlimited, setIsUnlimited] = useState(session.capacity === null);
  const [seats, setSeats] = useState<number | undefined>(session.capacity ?? undefined);
  const capacity = isUnlimited ? null : seats;
  const isWhole = capacity === null || (capacity !== undefined && Number.isInteger(capacity) && capacity >= 0);
  return (
    <DeedForm<ChangePreview>
      deed="capacity"
      session={session}
      wish={isWhole && capacity !== session.capacity ? { capacity } : null}
      action={text('deed.capacity.action')}
      done={text('deed.capacity.done')}
      onReload={reload}
      place={place}
      show={(preview) => <Consequences preview={preview} />}
      fields={
        <Flex direction="column" alignItems="stretch" gap={3}>
          <Field.Root
            id={useId()}
            hint={text('deed.capacity.now', { taken: session.taken, waiting: session.waiting })}
            width="100%"
          >
            <Field.Label>{text('deed.capacity.seats')}</Field.Label>
            <NumberInput value={isUnlimited ? undefined : seats} onValueChange={setSeats} disabled={isUnlimited} />
            <Field.Hint />
          </Field.Root>
          <Checkbox checked={isUnlimited} onCheckedChange={(isOn) => setIsUnlimited(isOn === true)}>
            {text('deed.capacity.unlimited')}
          </Checkbox>
        </Flex>
      }
    />
  );
};

export const Capacity = (place: DeedPlace) => (
  <Begin documentId={place.documentId}>
    {(session, reload) => <Form session={session} reload={reload} place={place} />}
  </Begin>
);
