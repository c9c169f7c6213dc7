import { useState } from 'react';
import { Flex } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { CopyPreview, PlannedSession } from '../../../contracts/planning';
import { instantAt, wallTime } from '../local-time';
import { Fact, Facts } from '../parts/Facts';
import { Notice } from '../parts/Notice';
import { useText } from '../translate';
import { Begin } from './Begin';
import { Conflicts } from './Conflicts';
import { DeedForm, type DeedPlace } from './DeedForm';
import { TimeField } from './TimeField';

const WEEK = 7 * 86_400_000;

/** A week later at the same time of day, again and again until that is ahead. */
const suggested = ({ datetime, timezone }: PlannedSession): string => {
  const wall = Date.parse(`${wallTime(datetime, timezone)}:00Z`);
  const now = Date.parse(`${wallTime(Date.now(), timezone)}:00Z`);
  const weeks = Math.max(1, Math.floor((now - wall) / WEEK) + 1);
  return new Date(wall + weeks * WEEK).toISOString().slice(0, 16);
};

const Shown = ({ preview }: { preview: CopyPreview }) => {
  const text = useText();
  const { formatDate } = useIntl();
  const at = (instant: string | null) =>
    instant === null
      ? null
      : formatDate(instant, { dateStyle: 'full', timeStyle: 'short', timeZone: preview.timezone });
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Facts>
        <Fact name={text('deed.start')}>{at(preview.datetime) ?? ''}</Fact>
        {preview.registrationOpensAt && (
          <Fact name={text('deed.duplicate.opens')}>{at(preview.registrationOpensAt)}</Fact>
        )}
        {preview.registrationClosesAt && (
          <Fact name={text('deed.duplicate.closes')}>{at(preview.registrationClosesAt)}</Fact>
        )}
        {preview.earlyBirdEndsAt && <Fact name={text('deed.duplicate.early_bird')}>{at(preview.earlyBirdEndsAt)}</Fact>}
        <Fact name={text('deed.duplicate.address')}>{preview.slug}</Fact>
      </Facts>
      <Notice>{text('deed.duplicate.left')}</Notice>
      <Conflicts conflicts={preview.conflicts} />
    </Flex>
  );
};

const Form = ({ session, reload, place }: { session: PlannedSession; reload(): void; place: DeedPlace }) => {
  const text = useText();
  const [start, setStart] = useState(suggested(session));
  const datetime = instantAt(start, session.timezone);
  return (
    <DeedForm<CopyPreview>
      deed="duplicate"
      session={session}
      wish={datetime === null ? null : { datetime }}
      action={text('deed.duplicate.action')}
      done={text('deed.duplicate.done')}
      onReload={reload}
      place={place}
      show={(preview) => <Shown preview={preview} />}
      fields={
        <TimeField
          label={text('deed.duplicate.start')}
          hint={text('deed.in_zone_of', { zone: session.timezone })}
          value={start}
          onChange={setStart}
        />
      }
    />
  );
};

export const Duplicate = (place: DeedPlace) => (
  <Begin documentId={place.documentId}>
    {(session, reload) => <Form session={session} reload={reload} place={place} />}
  </Begin>
);
