import type { ComponentType } from 'react';
import type { PlannedState } from '../../../contracts/planning';
import type { TextKey } from '../translate';
import { Cancel } from './Cancel';
import { Capacity } from './Capacity';
import type { DeedName, DeedPlace } from './DeedForm';
import { Duplicate } from './Duplicate';
import { Move } from './Move';
import { Publish } from './Publish';

export type Deed = {
  label: TextKey;
  title: TextKey;
  /** In which states of a session it can be done. */
  states: readonly PlannedState[];
  Form: ComponentType<DeedPlace>;
  isDanger?: boolean;
};

const TO_COME = ['draft', 'published', 'live'] as const;

/** What staff do with a whole session, in the order in which menus list it. */
export const DEEDS: Record<DeedName, Deed> = {
  publish: { label: 'deed.publish', title: 'deed.publish.title', states: ['draft'], Form: Publish },
  move: { label: 'deed.move', title: 'deed.move.title', states: TO_COME, Form: Move },
  capacity: { label: 'deed.capacity', title: 'deed.capacity.title', states: TO_COME, Form: Capacity },
  duplicate: {
    label: 'deed.duplicate',
    title: 'deed.duplicate.title',
    states: ['draft', 'published', 'live', 'completed', 'cancelled'],
    Form: Duplicate,
  },
  cancel: { label: 'deed.cancel', title: 'deed.cancel.title', states: TO_COME, Form: Cancel, isDanger: true },
};

// The keys of the table above.
export const DEED_NAMES = Object.keys(DEEDS) as DeedName[];
