import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { VERDICTS, type IntakeView } from '../../../../contracts/intake';
import { useText } from '../../translate';

/** How many lines became, or would become, what. */
export const Counts = ({ counts }: { counts: IntakeView['counts'] }) => {
  const text = useText();
  const { formatNumber } = useIntl();
  return (
    <Flex tag="dl" gap={8} wrap="wrap" alignItems="flex-start">
      {VERDICTS.filter((verdict) => verdict === 'confirmed' || (counts[verdict] ?? 0) > 0).map((verdict) => (
        <Flex key={verdict} direction="column" alignItems="flex-start">
          <Typography tag="dt" variant="pi" textColor="neutral600">
            {text(`import.verdict.${verdict}`)}
          </Typography>
          <Typography tag="dd" variant="beta">
            {formatNumber(counts[verdict] ?? 0)}
          </Typography>
        </Flex>
      ))}
    </Flex>
  );
};
