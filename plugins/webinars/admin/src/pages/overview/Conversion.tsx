import { Box, Flex, Grid, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { OverviewPeriod } from '../../../../contracts/overview';
import { FillBar } from '../../parts/FillBar';
import { Panel } from '../../parts/Panel';
import { useText } from '../../translate';
import { useDay } from './use-day';

const Step = ({
  name,
  share,
  says,
  note,
}: {
  name: string;
  share: number | null;
  says: string;
  note?: string | false;
}) => {
  const { formatNumber } = useIntl();
  return (
    <Flex tag="dl" direction="column" alignItems="stretch" gap={1}>
      <Typography tag="dt" variant="sigma" textColor="neutral600">
        {name}
      </Typography>
      <Typography tag="dd" variant="beta">
        {share === null ? '–' : formatNumber(share, { style: 'percent', maximumFractionDigits: share < 0.1 ? 1 : 0 })}
      </Typography>
      <Flex tag="dd" direction="column" alignItems="stretch" gap={1}>
        {share !== null && (
          <Box paddingBottom={1}>
            <FillBar share={share} isFull={false} />
          </Box>
        )}
        <Typography variant="pi" textColor="neutral600">
          {says}
        </Typography>
        {note && (
          <Typography variant="pi" textColor="neutral600">
            {note}
          </Typography>
        )}
      </Flex>
    </Flex>
  );
};

/** How many of those who look register, and how many of those with a seat come. */
export const Conversion = ({ numbers: { views, current, period } }: { numbers: OverviewPeriod }) => {
  const text = useText();
  const day = useDay();
  const { attended, confirmed, sessions } = current.attendance;
  const isCounted = views.views > 0;
  return (
    <Panel title={text('overview.conversion')}>
      <Grid.Root gap={6}>
        <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
          <Step
            name={text('overview.view_to_registration')}
            // More can register than look: an import has no view, and who runs a front end of their own may not ask for each.
            share={isCounted ? Math.min(1, views.registrations / views.views) : null}
            says={
              isCounted
                ? text('overview.views_of', { registrations: views.registrations, views: views.views })
                : text('overview.views.none')
            }
            note={
              isCounted &&
              views.since !== null &&
              views.since > period.from &&
              text('overview.views.since', { since: day.span({ from: views.since, to: views.since }) })
            }
          />
        </Grid.Item>
        <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
          <Step
            name={text('overview.registration_to_attendance')}
            share={confirmed === 0 ? null : attended / confirmed}
            says={
              confirmed === 0
                ? text('overview.attendance.unknown')
                : text('overview.attendance.of', { attended, confirmed, sessions })
            }
          />
        </Grid.Item>
      </Grid.Root>
    </Panel>
  );
};
