import { Box, Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';
import type { Overview } from '../../../../contracts/overview';
import { useText } from '../../translate';
import { Panel } from '../../parts/Panel';

const Bars = styled.div`
  display: flex;
  align-items: flex-end;
  gap: 2px;
  height: 9.6rem;
  border-bottom: 1px solid ${({ theme }) => theme.colors.neutral200};
`;

const Column = styled.div`
  flex: 1;
  height: 100%;
  display: flex;
  align-items: flex-end;

  &:hover > div {
    background: ${({ theme }) => theme.colors.primary700};
  }
`;

const Bar = styled.div`
  width: 100%;
  border-radius: 2px 2px 0 0;
  background: ${({ theme }) => theme.colors.primary600};
`;

const Sum = ({ label, value }: { label: string; value: string }) => (
  <Flex direction="column" alignItems="flex-start" tag="dl">
    <Typography variant="pi" textColor="neutral600" tag="dt">
      {label}
    </Typography>
    <Typography variant="alpha" tag="dd">
      {value}
    </Typography>
  </Flex>
);

/** How many registered lately, day by day. The bars are for the eye; the same numbers follow as a table for those who listen. */
export const RegistrationsPerDay = ({ registrations }: Pick<Overview, 'registrations'>) => {
  const text = useText();
  const { formatDate, formatNumber } = useIntl();
  const { last7Days, last30Days, perDay } = registrations;
  const most = Math.max(1, ...perDay.map(({ count }) => count));
  // A calendar day, not an instant: it reads the same in every zone.
  const dayOf = (day: string) => formatDate(day, { day: 'numeric', month: 'short', timeZone: 'UTC' });

  return (
    <Panel title={text('overview.registrations')}>
      <Flex gap={8}>
        <Sum label={text('overview.days', { days: 7 })} value={formatNumber(last7Days)} />
        <Sum label={text('overview.days', { days: 30 })} value={formatNumber(last30Days)} />
      </Flex>
      <Box aria-hidden marginTop="auto">
        <Bars>
          {perDay.map(({ day, count }) => (
            <Column key={day} title={`${dayOf(day)}: ${formatNumber(count)}`}>
              <Bar style={{ height: `${(count / most) * 100}%`, minHeight: count > 0 ? 2 : 0 }} />
            </Column>
          ))}
        </Bars>
        <Flex justifyContent="space-between" paddingTop={1}>
          <Typography variant="pi" textColor="neutral600">
            {dayOf(perDay[0]?.day ?? '')}
          </Typography>
          <Typography variant="pi" textColor="neutral600">
            {text('overview.today')}
          </Typography>
        </Flex>
      </Box>
      <VisuallyHidden>
        <table>
          <caption>{text('overview.per_day')}</caption>
          <tbody>
            {perDay.map(({ day, count }) => (
              <tr key={day}>
                <th scope="row">{dayOf(day)}</th>
                <td>{formatNumber(count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </VisuallyHidden>
    </Panel>
  );
};
