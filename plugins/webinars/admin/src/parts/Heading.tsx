import type { ComponentProps } from 'react';
import { Th, Typography } from '@strapi/design-system';

/** The head of a column. The table tells each cell its place, without which nobody reaches it by keyboard. */
export const Heading = ({ children, ...place }: ComponentProps<typeof Th>) => (
  <Th {...place}>
    <Typography variant="sigma" textColor="neutral600">
      {children}
    </Typography>
  </Th>
);
