import { Badge } from '@strapi/design-system';
import type { PlannedState } from '../../../contracts/planning';
import { useText } from '../translate';

const LOOK = {
  draft: { variant: 'secondary' },
  published: { variant: 'success' },
  live: { backgroundColor: 'primary600', textColor: 'neutral0' },
  completed: { variant: 'neutral' },
  cancelled: { variant: 'neutral' },
} as const satisfies Record<PlannedState, object>;

/** Where a session stands in its life, in a word. */
export const SessionStateBadge = ({ state }: { state: PlannedState }) => {
  const text = useText();
  return <Badge {...LOOK[state]}>{text(`session.state.${state}`)}</Badge>;
};
