import type { ReactNode } from 'react';
import { Box, Typography } from '@strapi/design-system';

/** A list of names with what is known under each. */
export const Facts = ({ children }: { children: ReactNode }) => (
  <Box
    tag="dl"
    display="grid"
    style={{ gridTemplateColumns: 'fit-content(40%) 1fr', gap: '0.8rem 1.6rem', alignItems: 'baseline' }}
  >
    {children}
  </Box>
);

/** One of them. */
export const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <>
    <Typography tag="dt" variant="pi" fontWeight="semiBold" textColor="neutral600">
      {name}
    </Typography>
    <Box tag="dd" style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
      {typeof children === 'string' ? <Typography textColor="neutral800">{children}</Typography> : children}
    </Box>
  </>
);
