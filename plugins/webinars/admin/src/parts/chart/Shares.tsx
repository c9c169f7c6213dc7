import { Box, Flex, Typography } from '@strapi/design-system';
import { scaleLinear } from '@visx/scale';
import { Bar } from '@visx/shape';
import { useTheme } from 'styled-components';
import { useWidth } from '../../use-width';

const THICK = 10;

type Share = {
  key: string;
  label: string;
  /** Beside the label. */
  said: string;
  value: number;
  /** What `value` is a part of; drawn behind it. */
  of?: number;
  /** All that has no bar of its own. */
  isRest?: boolean;
};

const Drawn = ({ share: { value, of, isRest }, most }: { share: Share; most: number }) => {
  const { colors } = useTheme();
  const { ref, width } = useWidth<HTMLDivElement>();
  const x = scaleLinear({ domain: [0, Math.max(1, most)], range: [0, Math.max(0, width - 1)] });
  return (
    <div ref={ref} style={{ width: '100%', lineHeight: 0 }} aria-hidden>
      {width > 0 && (
        <svg width={width} height={THICK + 1}>
          {of !== undefined && (
            <Bar x={0.5} y={0.5} width={x(of)} height={THICK} fill={colors.neutral150} stroke={colors.neutral500} />
          )}
          <Bar x={0.5} y={0.5} width={x(value)} height={THICK} fill={isRest ? colors.neutral500 : colors.primary600} />
        </svg>
      )}
    </div>
  );
};

/** Names with a bar each, as long as what is counted is much. What the bars say stands beside each name, too. */
export const Shares = ({ shares, describedBy }: { shares: Share[]; describedBy: string }) => {
  const most = Math.max(...shares.map(({ value, of }) => Math.max(value, of ?? 0)));
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={3} aria-describedby={describedBy}>
      {shares.map((share) => (
        <Box key={share.key} tag="li">
          <Flex justifyContent="space-between" alignItems="baseline" gap={3} paddingBottom={1}>
            <Typography variant="pi" textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
              {share.label}
            </Typography>
            <Typography variant="pi" textColor="neutral600" style={{ whiteSpace: 'nowrap' }}>
              {share.said}
            </Typography>
          </Flex>
          <Drawn share={share} most={most} />
        </Box>
      ))}
    </Flex>
  );
};
