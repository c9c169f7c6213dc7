import type { ReactNode } from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';

/** Something that somebody should do something about: what it is, and below it where. */
export const Matter = ({
  tone = 'warning',
  title,
  children,
}: {
  tone?: 'danger' | 'warning' | 'info';
  title: string;
  children?: ReactNode;
}) => (
  <Flex tag="li" gap={3} alignItems="flex-start">
    <Box paddingTop="2px" style={{ lineHeight: 0 }}>
      <WarningCircle fill={tone === 'info' ? 'neutral500' : `${tone}600`} aria-hidden />
    </Box>
    <Flex direction="column" alignItems="stretch" gap={1} flex="1" style={{ minWidth: 0 }}>
      <Typography fontWeight="semiBold" textColor="neutral800">
        {title}
      </Typography>
      {children}
    </Flex>
  </Flex>
);

/** A line below it, in small letters. */
export const Hint = ({ children }: { children: ReactNode }) => (
  <Typography variant="pi" textColor="neutral600">
    {children}
  </Typography>
);
