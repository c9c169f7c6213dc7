import { useId, type ReactNode } from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';

const BOX = {
  background: 'neutral0',
  borderColor: 'neutral150',
  hasRadius: true,
  shadow: 'tableShadow',
  padding: { initial: 4, medium: 6 },
} as const;

/** A titled part of the page; a region of its own for those who move by headings and landmarks. What brings its own box is bare. */
export const Panel = ({
  title,
  action,
  isBare = false,
  children,
}: {
  title: string;
  action?: ReactNode;
  isBare?: boolean;
  children: ReactNode;
}) => {
  const id = useId();
  return (
    <Box tag="section" aria-labelledby={id} width="100%" {...(isBare ? { paddingTop: 4 } : BOX)}>
      <Flex direction="column" alignItems="stretch" gap={4} height="100%">
        <Flex justifyContent="space-between" gap={2} wrap="wrap">
          <Typography variant="delta" tag="h2" id={id}>
            {title}
          </Typography>
          {action}
        </Flex>
        {children}
      </Flex>
    </Box>
  );
};
