import { Grid } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { OverviewPeriod } from '../../../../contracts/overview';
import { Chart } from '../../parts/chart/Chart';
import { Columns } from '../../parts/chart/Columns';
import { Shares } from '../../parts/chart/Shares';
import { useText } from '../../translate';
import { useDay } from './use-day';

const Registrations = ({ numbers: { registrations, period } }: { numbers: OverviewPeriod }) => {
  const text = useText();
  const { formatNumber } = useIntl();
  const day = useDay();
  const { unit, counts } = registrations;
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const most = counts.reduce((best, one) => (one.count > best.count ? one : best), { from: '', to: '', count: 0 });
  const says =
    most.count === 0
      ? text('overview.chart.registrations.none', { period: day.span(period) })
      : text(`overview.chart.registrations.${unit}`, {
          period: day.span(period),
          total,
          when: day.shortSpan(most),
          most: most.count,
        });
  const title = text(unit === 'day' ? 'overview.per_day' : 'overview.per_week');
  const when = text(unit === 'day' ? 'overview.day' : 'overview.week');
  return (
    <Chart
      title={title}
      says={says}
      columns={[when, text('overview.registrations')]}
      rows={counts.map((one) => ({ key: one.from, cells: [day.shortSpan(one), formatNumber(one.count)] }))}
    >
      {(describedBy) => (
        <Columns
          title={title}
          describedBy={describedBy}
          xLabel={when}
          yLabel={text('overview.registrations')}
          columns={counts.map((one) => ({
            key: one.from,
            label: day.short(one.from),
            name: `${day.shortSpan(one)}: ${formatNumber(one.count)}`,
            value: one.count,
          }))}
        />
      )}
    </Chart>
  );
};

const Attendance = ({ numbers: { attendance, current } }: { numbers: OverviewPeriod }) => {
  const text = useText();
  const { formatNumber, formatDate } = useIntl();
  const percent = (part: number, whole: number) => formatNumber(whole === 0 ? 0 : part / whole, { style: 'percent' });
  const dayOf = ({ datetime, timezone }: OverviewPeriod['attendance'][number]) =>
    formatDate(datetime, { day: 'numeric', month: 'short', timeZone: timezone });
  // The latest stands first, as in the list of what was completed.
  const sessions = [...attendance].reverse();
  const { attended, confirmed, sessions: count } = current.attendance;
  return (
    <Chart
      title={text('overview.chart.attendance')}
      says={
        count === 0
          ? text('overview.chart.attendance.none')
          : text('overview.chart.attendance.says', {
              shown: sessions.length,
              hidden: Math.max(0, count - sessions.length),
              count,
              share: percent(attended, confirmed),
            })
      }
      columns={[
        text('column.session'),
        text('column.start'),
        text('overview.chart.confirmed'),
        text('overview.chart.attended'),
        text('overview.chart.share'),
      ]}
      rows={sessions.map((one) => ({
        key: one.documentId,
        cells: [
          one.title,
          dayOf(one),
          formatNumber(one.confirmed),
          formatNumber(one.attended),
          percent(one.attended, one.confirmed),
        ],
      }))}
    >
      {(describedBy) => (
        <Shares
          describedBy={describedBy}
          shares={sessions.map((one) => ({
            key: one.documentId,
            label: `${dayOf(one)} · ${one.title}`,
            said: text('overview.taken_of', { taken: one.attended, capacity: one.confirmed }),
            value: one.attended,
            of: one.confirmed,
          }))}
        />
      )}
    </Chart>
  );
};

/** How a period went, drawn. */
export const Charts = ({ numbers }: { numbers: OverviewPeriod }) => (
  <Grid.Root gap={4}>
    <Grid.Item col={7} xs={12} alignItems="stretch">
      <Registrations numbers={numbers} />
    </Grid.Item>
    <Grid.Item col={5} xs={12} alignItems="stretch">
      <Attendance numbers={numbers} />
    </Grid.Item>
  </Grid.Root>
);
