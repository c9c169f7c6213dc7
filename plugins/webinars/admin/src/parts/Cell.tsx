import type { ComponentProps } from 'react';
import { Box, Td } from '@strapi/design-system';

/** A cell whose words need several lines: the design system's own keep them on one, and leave no room above and below. */
export const Cell = ({ width, children, ...place }: ComponentProps<typeof Td> & { width: string }) => (
  <Td {...place}>
    <Box paddingTop={3} paddingBottom={3} minWidth="18rem" maxWidth={width} style={{ whiteSpace: 'normal' }}>
      {children}
    </Box>
  </Td>
);
