import { Grid, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { OverviewPeriod, PeriodSums } from '../../../../contracts/overview';
import { useText } from '../../translate';
import { useMoney } from '../../use-money';
import { Figure } from './Figure';

const Note = ({ children }: { children: string }) => (
  <Typography variant="pi" textColor="neutral600">
    {children}
  </Typography>
);

/** How a number stands to that of the time before. */
const useChange = () => {
  const text = useText();
  return (now: number, before: number): string => {
    if (now === before) return text('overview.change.same', { before });
    const difference = Math.abs(now - before);
    return text(now > before ? 'overview.change.more' : 'overview.change.fewer', { difference, before });
  };
};

const shareOf = ({ attendance: { attended, confirmed } }: PeriodSums): number | null =>
  confirmed === 0 ? null : attended / confirmed;

const Attendance = ({ current, previous }: Pick<OverviewPeriod, 'current' | 'previous'>) => {
  const text = useText();
  const { formatNumber } = useIntl();
  const percent = (share: number) => formatNumber(share, { style: 'percent' });
  const now = shareOf(current);
  const before = shareOf(previous);
  const { attended, confirmed, sessions } = current.attendance;
  return (
    <Figure label={text('overview.attendance')} value={[now === null ? '–' : percent(now)]}>
      <Note>
        {now === null
          ? text('overview.attendance.unknown')
          : text('overview.attendance.of', { attended, confirmed, sessions })}
      </Note>
      {before !== null && <Note>{text('overview.before', { before: percent(before) })}</Note>}
    </Figure>
  );
};

const Revenue = ({
  now,
  before,
}: {
  now: { currency: string; amount: number }[];
  before: { currency: string; amount: number }[];
}) => {
  const text = useText();
  const money = useMoney();
  const said = (sums: { currency: string; amount: number }[]) =>
    sums.map(({ amount, currency }) => money(amount, currency));
  return (
    <Figure label={text('overview.revenue')} value={now.length > 0 ? said(now) : ['–']}>
      <Note>{text(now.length > 0 ? 'overview.revenue.paid' : 'overview.revenue.none')}</Note>
      {before.length > 0 && <Note>{text('overview.before', { before: said(before).join(' · ') })}</Note>}
    </Figure>
  );
};

/** What a period amounts to, beside the time before. */
export const Summary = ({ numbers: { current, previous } }: { numbers: OverviewPeriod }) => {
  const text = useText();
  const change = useChange();
  const width = current.revenue ? 3 : 4;
  return (
    <Grid.Root gap={4}>
      <Grid.Item col={width} s={6} xs={12} alignItems="stretch">
        <Figure label={text('overview.sessions')} value={current.sessions}>
          <Note>{change(current.sessions, previous.sessions)}</Note>
        </Figure>
      </Grid.Item>
      <Grid.Item col={width} s={6} xs={12} alignItems="stretch">
        <Figure label={text('overview.registrations')} value={current.registrations}>
          <Note>{change(current.registrations, previous.registrations)}</Note>
        </Figure>
      </Grid.Item>
      <Grid.Item col={width} s={6} xs={12} alignItems="stretch">
        <Attendance current={current} previous={previous} />
      </Grid.Item>
      {current.revenue && (
        <Grid.Item col={width} s={6} xs={12} alignItems="stretch">
          <Revenue now={current.revenue} before={previous.revenue ?? []} />
        </Grid.Item>
      )}
    </Grid.Root>
  );
};
