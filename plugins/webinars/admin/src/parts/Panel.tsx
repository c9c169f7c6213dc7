import { useId, type ReactNode, type Ref } from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';

// The page's own header stays at the top and would cover what is scrolled there.
const BELOW_HEADER = { scrollMarginTop: '10rem' } as const;

const BOX = {
  background: 'neutral0',
  borderColor: 'neutral150',
  hasRadius: true,
  shadow: 'tableShadow',
  padding: { initial: 4, medium: 6 },
} as const;

/** A titled part of the page; a region of its own for those who move by headings and landmarks. What brings its own box is bare. `headingRef`: where the focus goes when what had it is gone. */
export const Panel = ({
  title,
  action,
  isBare = false,
  headingRef,
  children,
}: {
  title: string;
  action?: ReactNode;
  isBare?: boolean;
  headingRef?: Ref<HTMLHeadingElement>;
  children: ReactNode;
}) => {
  const id = useId();
  return (
    <Box tag="section" aria-labelledby={id} width="100%" {...(isBare ? { paddingTop: 4 } : BOX)}>
      <Flex direction="column" alignItems="stretch" gap={4} height="100%">
        <Flex justifyContent="space-between" gap={2} wrap="wrap">
          <Typography
            variant="delta"
            tag="h2"
            id={id}
            ref={headingRef}
            tabIndex={headingRef ? -1 : undefined}
            style={BELOW_HEADER}
          >
            {title}
          </Typography>
          {action}
        </Flex>
        {children}
      </Flex>
    </Box>
  );
};
