import { Badge } from '@strapi/design-system';
import type { PartnerState } from '../../../contracts/partners';
import { useText } from '../translate';

const LOOK = {
  off: { variant: 'neutral' },
  on: { variant: 'success' },
  // The design system's own badges for warnings and dangers are too faint to read for many.
  paused: { backgroundColor: 'warning200', textColor: 'neutral800' },
  stopped: { backgroundColor: 'danger100', textColor: 'danger700' },
} as const satisfies Record<PartnerState, object>;

/** Whether work goes to a partner, in a word. */
export const PartnerStateBadge = ({ state }: { state: PartnerState }) => {
  const text = useText();
  return <Badge {...LOOK[state]}>{text(`partner.state.${state}`)}</Badge>;
};
