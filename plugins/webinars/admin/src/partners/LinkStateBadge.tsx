import { Badge } from '@strapi/design-system';
import type { LinkState } from '../../../contracts/partners';
import { useText } from '../translate';

const LOOK = {
  waiting: { variant: 'secondary' },
  done: { variant: 'success' },
  // The design system's own badges for warnings and dangers are too faint to read for many.
  failed: { backgroundColor: 'danger100', textColor: 'danger700' },
  gone: { backgroundColor: 'warning200', textColor: 'neutral800' },
} as const satisfies Record<LinkState, object>;

/** Where a record stands with a partner, in a word. */
export const LinkStateBadge = ({ state }: { state: LinkState }) => {
  const text = useText();
  return <Badge {...LOOK[state]}>{text(`partner.link.${state}`)}</Badge>;
};
