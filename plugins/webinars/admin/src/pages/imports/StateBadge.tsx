import { Badge } from '@strapi/design-system';
import type { IntakeState } from '../../../../contracts/intake';
import { useText } from '../../translate';

const LOOK = {
  open: { variant: 'neutral' },
  checking: { variant: 'secondary' },
  checked: { variant: 'secondary' },
  running: { variant: 'secondary' },
  stopped: { backgroundColor: 'warning100', textColor: 'warning700' },
  done: { variant: 'success' },
  discarded: { variant: 'neutral' },
  taking_back: { variant: 'secondary' },
  taken_back: { variant: 'neutral' },
} as const satisfies Record<IntakeState, object>;

export const ImportStateBadge = ({ state }: { state: IntakeState }) => {
  const text = useText();
  return <Badge {...LOOK[state]}>{text(`import.state.${state}`)}</Badge>;
};
