import type { ReactNode } from 'react';
import { Box, Flex, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { ChangePreview, ForeseenReminder } from '../../../contracts/planning';
import { useText } from '../translate';
import { useMoney } from '../use-money';
import { Conflicts } from './Conflicts';

const Point = ({ children }: { children: string }) => (
  <Typography tag="li" textColor="neutral800" style={{ listStyle: 'disc inside' }}>
    {children}
  </Typography>
);

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <Flex direction="column" alignItems="stretch" gap={2}>
    <Typography variant="delta" tag="h3">
      {title}
    </Typography>
    {children}
  </Flex>
);

const Reminders = ({ reminders, timezone }: { reminders: readonly ForeseenReminder[]; timezone: string }) => {
  const text = useText();
  const { formatDate } = useIntl();
  const at = (instant: string) => formatDate(instant, { dateStyle: 'medium', timeStyle: 'short', timeZone: timezone });
  const becomes = ({ before, after, isRepeated }: ForeseenReminder): string => {
    if (after.state === 'over') return text('deed.reminder.over');
    const again =
      isRepeated && before.state !== 'planned'
        ? ''
        : ` · ${text(isRepeated ? 'deed.reminder.again' : 'deed.reminder.once')}`;
    return `${at(after.dueAt)}${again}`;
  };
  return (
    <Table colCount={3} rowCount={reminders.length + 1} aria-label={text('deed.reminders')}>
      <Thead>
        <Tr>
          {(['deed.reminder', 'deed.reminder.before', 'deed.reminder.after'] as const).map((key) => (
            <Th key={key}>
              <Typography variant="sigma" textColor="neutral600">
                {text(key)}
              </Typography>
            </Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {reminders.map((reminder) => (
          <Tr key={reminder.rule}>
            <Td>
              <Typography textColor="neutral800" style={{ whiteSpace: 'normal' }}>
                {text(`kind.${reminder.template}`)}
              </Typography>
            </Td>
            <Td>
              <Typography textColor="neutral800" style={{ whiteSpace: 'normal' }}>
                {reminder.before.state === 'planned'
                  ? text('deed.reminder.sent', { at: at(reminder.before.dueAt) })
                  : reminder.before.state === 'over'
                    ? text('deed.reminder.was_over')
                    : at(reminder.before.dueAt)}
              </Typography>
            </Td>
            <Td>
              <Typography textColor="neutral800" fontWeight="semiBold" style={{ whiteSpace: 'normal' }}>
                {becomes(reminder)}
              </Typography>
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
};

/** What a change would do to people, mails, seats, reminders and other sessions, in plain words. */
export const Consequences = ({ preview }: { preview: ChangePreview }) => {
  const text = useText();
  const { before, after } = { before: preview.session, after: preview.after };
  const registered = preview.people.reduce((sum, { people }) => sum + people, 0);
  const isSaid =
    registered === 0 ||
    preview.cancelled + preview.promoted + preview.over + preview.paid.length > 0 ||
    before.capacity !== after.capacity;
  const { formatNumber } = useIntl();
  const money = useMoney();
  return (
    <Flex direction="column" alignItems="stretch" gap={5} data-consequences>
      {isSaid && (
        <Part title={text('deed.people')}>
          <ul>
            {registered === 0 && <Point>{text('deed.nobody')}</Point>}
            {preview.cancelled > 0 && (
              <Point>
                {text('deed.cancelled', {
                  count: preview.cancelled,
                  states: preview.people
                    .map(
                      ({ state, people }) =>
                        `${formatNumber(people)} ${text(`registration.${state}` as 'registration.confirmed')}`,
                    )
                    .join(', '),
                })}
              </Point>
            )}
            {preview.promoted > 0 && <Point>{text('deed.promoted', { count: preview.promoted })}</Point>}
            {preview.mustPay > 0 && <Point>{text('deed.must_pay', { count: preview.mustPay })}</Point>}
            {preview.promoted === 0 && before.capacity !== after.capacity && after.waiting > 0 && (
              <Point>{text('deed.nobody_promoted', { count: after.waiting })}</Point>
            )}
            {preview.promoted > 0 && after.waiting > 0 && (
              <Point>{text('deed.still_waiting', { count: after.waiting })}</Point>
            )}
            {preview.over > 0 && <Point>{text('deed.over', { count: preview.over })}</Point>}
            {before.capacity !== after.capacity && (
              <Point>
                {after.capacity === null
                  ? text('deed.seats_unlimited', { taken: after.taken })
                  : text('deed.seats_after', { taken: after.taken, capacity: after.capacity })}
              </Point>
            )}
            {preview.paid.map(({ people, amount, currency }) => (
              <Point key={currency}>
                {text(preview.cancelled > 0 ? 'deed.paid_cancelled' : 'deed.paid', {
                  count: people,
                  amount: money(amount, currency),
                })}
              </Point>
            ))}
          </ul>
        </Part>
      )}
      {registered > 0 && (
        <Part title={text('deed.mails')}>
          <ul>
            {preview.mails.length === 0 && <Point>{text('deed.no_mails')}</Point>}
            {preview.mails.map(({ kind, people }) => (
              <Point key={kind}>{text('deed.mail', { count: people, kind: text(`kind.${kind}`) })}</Point>
            ))}
            {preview.mails.length > 0 && preview.isMoved && <Point>{text('deed.calendars_move')}</Point>}
            {preview.cancelled > 0 && <Point>{text('deed.calendars_end')}</Point>}
            {preview.unreachable > 0 && <Point>{text('deed.unreachable', { count: preview.unreachable })}</Point>}
          </ul>
        </Part>
      )}
      {preview.isMoved && preview.reminders.length > 0 && (
        <Part title={text('deed.reminders')}>
          <Reminders reminders={preview.reminders} timezone={after.timezone} />
        </Part>
      )}
      {preview.conflicts.length > 0 && (
        <Box>
          <Conflicts conflicts={preview.conflicts} />
        </Box>
      )}
    </Flex>
  );
};
