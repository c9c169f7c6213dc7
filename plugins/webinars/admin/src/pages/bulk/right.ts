import type { BulkView, StaffDeed } from '../../../../contracts/bulk';
import { PERMISSIONS } from '../../permissions';

/** Which of the server's two groups a deed belongs to, by the right it takes. What undoes takes the right of what it undoes. */
export const rightOf = (deed: StaffDeed): 'places' | 'decisions' =>
  deed === 'approve' || deed === 'reject' ? 'decisions' : 'places';

export const rightOfBulk = ({ deed, undoOf }: Pick<BulkView, 'deed' | 'undoOf'>) => rightOf(undoOf?.deed ?? deed);

export const PERMISSION = {
  places: PERMISSIONS.manageRegistrations,
  decisions: PERMISSIONS.decideRegistrations,
} as const;
