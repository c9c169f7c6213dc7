import { Badge } from '@strapi/design-system';
import type { OverviewSession } from '../../../contracts/overview';
import { useText } from '../translate';

const VARIANT = {
  open: 'success',
  waitlist: 'warning',
  full: 'danger',
  not_open_yet: 'secondary',
  closed: 'neutral',
  cancelled: 'neutral',
  completed: 'neutral',
} as const satisfies Record<OverviewSession['availability'], string>;

/** What a visitor can do about a session now, in a word. */
export const AvailabilityBadge = ({ availability }: { availability: OverviewSession['availability'] }) => {
  const text = useText();
  return <Badge variant={VARIANT[availability]}>{text(`availability.${availability}`)}</Badge>;
};
