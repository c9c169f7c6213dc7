import type { ReactNode } from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

/** One number of the programme, or what it is in words: what it counts, how many, and what stands behind it. */
export const Figure = ({
  label,
  value,
  children,
}: {
  label: string;
  value: number | readonly string[];
  children?: ReactNode;
}) => {
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
        {typeof value === 'number' ? (
          <Typography variant="alpha" tag="dd">
            {formatNumber(value)}
          </Typography>
        ) : (
          value.map((line) => (
            <Typography key={line} variant={value.length > 1 ? 'beta' : 'alpha'} tag="dd">
              {line}
            </Typography>
          ))
        )}
        <Flex tag="dd" direction="column" alignItems="stretch" gap={2}>
          {children}
        </Flex>
      </Flex>
    </Box>
  );
};
