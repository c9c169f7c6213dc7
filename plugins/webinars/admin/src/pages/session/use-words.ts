import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type { RunSheetItem } from '../../../../contracts/run-sheet';
import { PARTNER_NAMES, useKindName } from '../../partners/words';
import { useText } from '../../translate';
import { spanOf } from '../mail-settings/span';

/** Says the items of a run sheet: what each is, and what there is to know about it. */
export const useWords = (timezone: string) => {
  const text = useText();
  const kindsOf = useKindName('kinds');
  const { formatDate } = useIntl();

  const at = useCallback(
    (instant: string, zone = timezone) =>
      formatDate(instant, { dateStyle: 'medium', timeStyle: 'short', timeZone: zone }),
    [formatDate, timezone],
  );
  const distance = useCallback(
    (minutes: number, template: string): string => {
      const { amount, unit } = spanOf(minutes);
      const span = text(`sheet.span.${unit}`, { amount });
      return text(template === 'follow_up' ? 'sheet.after_end' : 'sheet.before_start', { span });
    },
    [text],
  );

  const titleOf = useCallback(
    (item: RunSheetItem): string => {
      switch (item.kind) {
        case 'reminder':
        case 'mails':
          return text(`kind.${item.template}`);
        case 'message':
          return item.subject || text('kind.staff_message');
        case 'sync':
          return text('sheet.sync', {
            partner: PARTNER_NAMES[item.partner],
            records: kindsOf(item.record),
          });
        case 'holds':
          return text('sheet.holds', { count: item.count });
        case 'moved': {
          const isTime = item.from.datetime !== item.to.datetime || item.from.duration !== item.to.duration;
          return text(isTime ? 'sheet.moved' : 'sheet.place_changed');
        }
        default:
          return text(`sheet.kind.${item.kind}`, { isAhead: String(item.state === 'planned' || item.state === 'due') });
      }
    },
    [text, kindsOf],
  );

  const seats = useCallback(
    (capacity: number | null) => (capacity === null ? text('sheet.unlimited') : text('sheet.seats', { capacity })),
    [text],
  );

  const aboutOf = useCallback(
    (item: RunSheetItem): string[] => {
      switch (item.kind) {
        case 'created':
          return item.by ? [text('sheet.by', { name: item.by })] : [];
        case 'capacity_changed':
          return [text('sheet.from_to', { from: seats(item.from), to: seats(item.to) })];
        case 'moved':
          return item.from.datetime === item.to.datetime
            ? []
            : [text('sheet.from_to', { from: at(item.from.datetime), to: at(item.to.datetime, item.to.timezone) })];
        case 'reminder':
          if (item.minutes === null) return [text('sheet.former_date')];
          return [
            text(`audience.${item.audience}`),
            distance(item.minutes, item.template),
            ...(item.usualMinutes !== null && item.usualMinutes !== item.minutes
              ? [text('sheet.instead_of', { usual: distance(item.usualMinutes, item.template) })]
              : []),
          ];
        case 'mails':
          return item.since === item.at ? [] : [text('sheet.since', { since: at(item.since) })];
        case 'message':
          return [item.by ? text('sheet.message_by', { name: item.by }) : text('kind.staff_message')];
        case 'holds':
          return [item.count === 1 ? text('sheet.holds_hint') : text('sheet.holds_until', { until: at(item.until) })];
        default:
          return [];
      }
    },
    [text, at, distance, seats],
  );

  return { at, distance, titleOf, aboutOf };
};
