import { Badge } from '@strapi/design-system';
import type { BulkState } from '../../../../contracts/bulk';
import { useText } from '../../translate';

const LOOK = {
  chosen: { variant: 'neutral' },
  running: { variant: 'secondary' },
  // The design system's own warning badge is too faint to read for many.
  stopped: { backgroundColor: 'warning200', textColor: 'neutral800' },
  done: { variant: 'success' },
} as const satisfies Record<BulkState, object>;

/** How far a bulk action is. */
export const BulkStateBadge = ({ state }: { state: BulkState }) => (
  <Badge {...LOOK[state]}>{useText()(`bulk.state.${state}`)}</Badge>
);
