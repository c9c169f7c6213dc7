import type { ReactNode } from 'react';
import { Badge } from '@strapi/design-system';
import { CheckCircle, Clock, CrossCircle, Loader, MinusCircle, WarningCircle } from '@strapi/icons';
import type { RunSheetState } from '../../../../contracts/run-sheet';
import { useText } from '../../translate';

// The design system's own badges for warnings and dangers are too faint to read for many.
const LOOK = {
  done: { variant: 'success' },
  due: { variant: 'secondary' },
  planned: { variant: 'neutral' },
  held: { backgroundColor: 'warning200', textColor: 'neutral800' },
  missed: { backgroundColor: 'warning200', textColor: 'neutral800' },
  failed: { backgroundColor: 'danger100', textColor: 'danger700' },
} as const satisfies Record<RunSheetState, object>;

/** Where an item stands, in a word. */
export const SheetStateBadge = ({ state }: { state: RunSheetState }) => {
  const text = useText();
  return <Badge {...LOOK[state]}>{text(`sheet.state.${state}`)}</Badge>;
};

const ICONS: Record<RunSheetState, ReactNode> = {
  done: <CheckCircle fill="success600" aria-hidden />,
  due: <Loader fill="primary600" aria-hidden />,
  planned: <Clock fill="neutral500" aria-hidden />,
  held: <MinusCircle fill="warning600" aria-hidden />,
  missed: <CrossCircle fill="warning600" aria-hidden />,
  failed: <WarningCircle fill="danger600" aria-hidden />,
};

/** The same at a glance, on the line itself. The badge says it. */
export const SheetStateIcon = ({ state }: { state: RunSheetState }) => <>{ICONS[state]}</>;
