import { Th, Typography } from '@strapi/design-system';

/** The head of a column. */
export const Heading = ({ children }: { children: string }) => (
  <Th>
    <Typography variant="sigma" textColor="neutral600">
      {children}
    </Typography>
  </Th>
);
