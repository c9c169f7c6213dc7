import { useId, useState } from 'react';
import { Field, Flex, Radio, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { PlannedSession, PublishPreview } from '../../../contracts/planning';
import { instantAt, wallTime } from '../local-time';
import { Notice } from '../parts/Notice';
import { useText } from '../translate';
import { Begin } from './Begin';
import { Conflicts } from './Conflicts';
import { DeedForm, type DeedPlace } from './DeedForm';
import { TimeField } from './TimeField';

const Shown = ({ preview: { doubts, conflicts } }: { preview: PublishPreview }) => {
  const text = useText();
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {doubts.length === 0 ? (
        <Notice tone="success">{text('deed.publish.ready')}</Notice>
      ) : (
        <Notice tone="warning" title={text('deed.publish.doubts')}>
          <ul>
            {doubts.map((doubt) => (
              <Typography key={doubt} tag="li" textColor="neutral800" style={{ listStyle: 'disc inside' }}>
                {text(`doubt.${doubt}`)}
              </Typography>
            ))}
          </ul>
        </Notice>
      )}
      <Conflicts conflicts={conflicts} />
    </Flex>
  );
};

const Form = ({ session, reload, place }: { session: PlannedSession; reload(): void; place: DeedPlace }) => {
  const text = useText();
  const { formatDate } = useIntl();
  const [isLater, setIsLater] = useState(session.scheduledPublishAt !== null);
  const [time, setTime] = useState(
    session.scheduledPublishAt ? wallTime(session.scheduledPublishAt, session.timezone) : '',
  );
  const at = isLater ? instantAt(time, session.timezone) : null;
  const isTooLate = at !== null && (Date.parse(at) >= Date.parse(session.datetime) || Date.parse(at) <= Date.now());
  return (
    <DeedForm<PublishPreview>
      deed="publish"
      session={session}
      wish={isLater && (at === null || isTooLate) ? null : { at }}
      action={text(isLater ? 'deed.publish.plan' : 'deed.publish.action')}
      done={text(isLater ? 'deed.publish.planned' : 'deed.publish.done')}
      onReload={reload}
      place={place}
      show={(preview) => <Shown preview={preview} />}
      fields={
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Field.Root id={useId()}>
            <Field.Label>{text('deed.publish.when')}</Field.Label>
            <Radio.Group
              value={isLater ? 'later' : 'now'}
              onValueChange={(value) => setIsLater(value === 'later')}
              aria-label={text('deed.publish.when')}
            >
              <Radio.Item value="now">{text('deed.publish.now')}</Radio.Item>
              <Radio.Item value="later">{text('deed.publish.later')}</Radio.Item>
            </Radio.Group>
          </Field.Root>
          {isLater && (
            <TimeField
              label={text('deed.publish.at')}
              hint={text('deed.in_zone_of', { zone: session.timezone })}
              error={
                isTooLate
                  ? text('deed.publish.not_then', {
                      start: formatDate(session.datetime, {
                        dateStyle: 'medium',
                        timeStyle: 'short',
                        timeZone: session.timezone,
                      }),
                    })
                  : undefined
              }
              value={time}
              onChange={setTime}
            />
          )}
        </Flex>
      }
    />
  );
};

export const Publish = (place: DeedPlace) => (
  <Begin documentId={place.documentId}>
    {(session, reload) => <Form session={session} reload={reload} place={place} />}
  </Begin>
);
