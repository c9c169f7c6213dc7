import { Badge } from '@strapi/design-system';
import type { RosterState } from '../../../contracts/roster';
import { useText } from '../translate';

const LOOK = {
  confirmed: { variant: 'success' },
  attended: { variant: 'success' },
  // The design system's own warning badge is too faint to read for many.
  pending_approval: { backgroundColor: 'warning200', textColor: 'neutral800' },
  pending_payment: { backgroundColor: 'warning200', textColor: 'neutral800' },
  waitlisted: { variant: 'secondary' },
  no_show: { variant: 'neutral' },
  cancelled: { variant: 'neutral' },
} as const satisfies Record<RosterState, object>;

/** Where a registration stands, in a word. */
export const RegistrationStateBadge = ({ state }: { state: RosterState }) => {
  const text = useText();
  return <Badge {...LOOK[state]}>{text(`registration.${state}`)}</Badge>;
};
