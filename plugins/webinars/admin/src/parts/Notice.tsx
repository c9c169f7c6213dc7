import type { ReactNode } from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';
import { CheckCircle, Information, WarningCircle } from '@strapi/icons';

const LOOK = {
  info: { background: 'primary100', borderColor: 'primary200', icon: <Information fill="primary600" aria-hidden /> },
  success: { background: 'success100', borderColor: 'success200', icon: <CheckCircle fill="success600" aria-hidden /> },
  warning: {
    background: 'warning100',
    borderColor: 'warning200',
    icon: <WarningCircle fill="warning600" aria-hidden />,
  },
  danger: { background: 'danger100', borderColor: 'danger200', icon: <WarningCircle fill="danger600" aria-hidden /> },
} as const;

/** Something the reader should know, said aloud where it appears later than the page. */
export const Notice = ({
  tone = 'info',
  isSudden = false,
  title,
  action,
  children,
}: {
  tone?: keyof typeof LOOK;
  isSudden?: boolean;
  title?: string;
  action?: ReactNode;
  children?: ReactNode;
}) => {
  const { icon, ...colours } = LOOK[tone];
  return (
    <Box {...colours} hasRadius padding={4} role={isSudden ? 'alert' : undefined}>
      <Flex gap={3} alignItems="flex-start">
        <Box paddingTop="2px" style={{ lineHeight: 0 }}>
          {icon}
        </Box>
        <Flex direction="column" alignItems="flex-start" gap={2} flex="1" style={{ minWidth: 0 }}>
          {title && (
            <Typography fontWeight="semiBold" textColor="neutral800">
              {title}
            </Typography>
          )}
          {typeof children === 'string' ? <Typography textColor="neutral800">{children}</Typography> : children}
          {action}
        </Flex>
      </Flex>
    </Box>
  );
};
