import { Badge } from '@strapi/design-system';
import type { OverviewSession } from '../../../contracts/overview';
import { useText } from '../translate';

const LOOK = {
  open: { variant: 'success' },
  // The design system's own badges for warnings and dangers are too faint to read for many.
  waitlist: { backgroundColor: 'warning200', textColor: 'neutral800' },
  full: { backgroundColor: 'danger100', textColor: 'danger700' },
  not_open_yet: { variant: 'secondary' },
  closed: { variant: 'neutral' },
  cancelled: { variant: 'neutral' },
  completed: { variant: 'neutral' },
} as const satisfies Record<OverviewSession['availability'], object>;

/** What a visitor can do about a session now, in a word. */
export const AvailabilityBadge = ({ availability }: { availability: OverviewSession['availability'] }) => {
  const text = useText();
  return <Badge {...LOOK[availability]}>{text(`availability.${availability}`)}</Badge>;
};
