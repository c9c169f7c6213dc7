import type { ReactNode } from 'react';
import { Layouts, Page } from '@strapi/strapi/admin';
import { Flex } from '@strapi/design-system';

/** A page of ours: its title, what it can do, and its parts one below the other. */
export const Screen = ({
  title,
  isBusy = false,
  children,
  ...header
}: {
  title: string;
  subtitle?: ReactNode;
  primaryAction?: ReactNode;
  secondaryAction?: ReactNode;
  navigationAction?: ReactNode;
  isBusy?: boolean;
  children: ReactNode;
}) => (
  <Page.Main aria-busy={isBusy}>
    <Page.Title>{title}</Page.Title>
    <Layouts.Header title={title} {...header} />
    <Layouts.Content>
      <Flex direction="column" alignItems="stretch" gap={4} paddingBottom={10}>
        {children}
      </Flex>
    </Layouts.Content>
  </Page.Main>
);
