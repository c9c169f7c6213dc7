import type { ReactNode } from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

/** One number of the programme: what it counts, how many, and what stands behind it. */
export const Figure = ({ label, value, children }: { label: string; value: number | string; children?: ReactNode }) => {
  const { formatNumber } = useIntl();
  return (
    <Box
      background="neutral0"
      borderColor="neutral150"
      hasRadius
      shadow="tableShadow"
      padding={{ initial: 4, medium: 6 }}
      width="100%"
    >
      <Flex direction="column" alignItems="stretch" gap={1} tag="dl">
        <Typography variant="sigma" textColor="neutral600" tag="dt">
          {label}
        </Typography>
        <Typography variant="alpha" tag="dd">
          {typeof value === 'number' ? formatNumber(value) : value}
        </Typography>
        <Flex tag="dd" direction="column" alignItems="stretch" gap={2}>
          {children}
        </Flex>
      </Flex>
    </Box>
  );
};
