import { Box, Flex, Grid, Loader, Typography } from '@strapi/design-system';
import type { OverviewPeriod } from '../../../../contracts/overview';
import { Failed } from '../../parts/Failed';
import { Notice } from '../../parts/Notice';
import { useProblemText } from '../../problem';
import { useText } from '../../translate';
import type { LoadState } from '../../use-load';
import { Charts } from './Charts';
import { Conversion } from './Conversion';
import { Performers } from './Performers';
import { PeriodPicker } from './PeriodPicker';
import { Summary } from './Summary';
import { useDay } from './use-day';
import type { PeriodState } from './use-period';

/** How a time of one's choice went, beside the time before. */
export const Period = ({
  period,
  load: { body, isFresh, isLoading, problem, reload },
}: {
  period: PeriodState;
  load: LoadState<{ data: OverviewPeriod }>;
}) => {
  const text = useText();
  const say = useProblemText();
  const day = useDay();
  const numbers = body?.data;
  return (
    <Flex
      tag="section"
      aria-labelledby="overview-period"
      direction="column"
      alignItems="stretch"
      gap={4}
      paddingTop={4}
    >
      <Flex justifyContent="space-between" alignItems="flex-end" gap={4} wrap="wrap">
        <Flex direction="column" alignItems="flex-start">
          <Typography id="overview-period" variant="beta" tag="h2">
            {text('overview.performance')}
          </Typography>
          <Typography textColor="neutral600" role="status">
            {numbers &&
              text('overview.compared', { period: day.span(numbers.period), before: day.span(numbers.before) })}
          </Typography>
        </Flex>
        <PeriodPicker period={period} shown={numbers?.period ?? null} />
      </Flex>
      {period.query === null && <Notice>{text('overview.choose_days')}</Notice>}
      {problem && numbers && <Notice tone="warning">{say(problem)}</Notice>}
      {problem && !numbers && <Failed problem={problem} onRetry={() => void reload()} />}
      {!numbers && isLoading && (
        <Flex justifyContent="center" padding={6}>
          <Loader>{text('overview.loading')}</Loader>
        </Flex>
      )}
      {numbers && (
        <Box style={{ opacity: isFresh || period.query === null ? 1 : 0.6 }} aria-busy={isLoading}>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Summary numbers={numbers} />
            <Charts numbers={numbers} />
            <Conversion numbers={numbers} />
            <Grid.Root gap={4}>
              <Grid.Item col={12} alignItems="stretch">
                <Performers of="topic" performers={numbers.topics} />
              </Grid.Item>
              <Grid.Item col={12} alignItems="stretch">
                <Performers of="speaker" performers={numbers.speakers} />
              </Grid.Item>
            </Grid.Root>
          </Flex>
        </Box>
      )}
    </Flex>
  );
};
