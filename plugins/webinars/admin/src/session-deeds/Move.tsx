import { useId, useState } from 'react';
import { Field, Grid, NumberInput } from '@strapi/design-system';
import type { ChangePreview, PlannedSession } from '../../../contracts/planning';
import { instantAt, wallTime } from '../local-time';
import { useText } from '../translate';
import { Begin } from './Begin';
import { Consequences } from './Consequences';
import { DeedForm, type DeedPlace } from './DeedForm';
import { TimeField } from './TimeField';
import { ZoneField } from './ZoneField';

const Form = ({ session, reload, place }: { session: PlannedSession; reload(): void; place: DeedPlace }) => {
  const text = useText();
  const [start, setStart] = useState(wallTime(session.datetime, session.timezone));
  const [duration, setDuration] = useState<number | undefined>(session.duration);
  const [timezone, setTimezone] = useState(session.timezone);
  // A field shows minutes: a start with seconds is not moved by being looked at.
  const isUntouched = start === wallTime(session.datetime, session.timezone) && timezone === session.timezone;
  const datetime = isUntouched ? session.datetime : instantAt(start, timezone);
  const isOther = !isUntouched || duration !== session.duration;
  const isWhole = datetime !== null && duration !== undefined && duration >= 1 && duration <= 1440;
  return (
    <DeedForm<ChangePreview>
      deed="move"
      session={session}
      wish={isWhole && isOther ? { datetime, duration, timezone } : null}
      action={text('deed.move.action')}
      done={text('deed.move.done')}
      onReload={reload}
      place={place}
      show={(preview) => (isOther ? <Consequences preview={preview} /> : null)}
      fields={
        <Grid.Root gap={4}>
          <Grid.Item col={5} xs={12}>
            <TimeField label={text('deed.start')} value={start} onChange={setStart} hint={text('deed.in_zone')} />
          </Grid.Item>
          <Grid.Item col={4} xs={12} alignItems="flex-start">
            <ZoneField value={timezone} onChange={setTimezone} />
          </Grid.Item>
          <Grid.Item col={3} xs={12} alignItems="flex-start">
            <Field.Root id={useId()} required width="100%">
              <Field.Label>{text('deed.minutes')}</Field.Label>
              <NumberInput value={duration} onValueChange={setDuration} />
            </Field.Root>
          </Grid.Item>
        </Grid.Root>
      }
    />
  );
};

export const Move = (place: DeedPlace) => (
  <Begin documentId={place.documentId}>
    {(session, reload) => <Form session={session} reload={reload} place={place} />}
  </Begin>
);
