import type { ReactNode } from 'react';
import { EmptyStateLayout } from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';

/** In the place of a list that has nothing in it: why, and what to do. It stands by itself like a panel, where it stands in none. */
export const Empty = ({
  content,
  action,
  isBare = false,
}: {
  content: string;
  action?: ReactNode;
  isBare?: boolean;
}) => (
  <EmptyStateLayout
    icon={<EmptyDocuments width="16rem" />}
    content={content}
    {...(isBare ? {} : { hasRadius: true, shadow: 'tableShadow' })}
    {...(action ? { action: <>{action}</> } : {})}
  />
);
