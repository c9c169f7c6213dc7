import { Badge } from '@strapi/design-system';
import type { Oddity } from '../../../contracts/planning';
import { useText } from '../translate';

const GRAVE: ReadonlySet<Oddity> = new Set([
  'never_published',
  'double_booked',
  'no_speaker',
  'no_topic',
  'no_meeting_url',
]);
const GOOD: ReadonlySet<Oddity> = new Set(['almost_full', 'waiting']);

// The design system's own badges for warnings and dangers are too faint to read for many.
const lookOf = (oddity: Oddity) => {
  if (GRAVE.has(oddity)) return { backgroundColor: 'danger100', textColor: 'danger700' } as const;
  if (GOOD.has(oddity)) return { variant: 'secondary' } as const;
  return { backgroundColor: 'warning200', textColor: 'neutral800' } as const;
};

/** Something about a session that is worth a look. */
export const OddityBadge = ({ oddity }: { oddity: Oddity }) => {
  const text = useText();
  return <Badge {...lookOf(oddity)}>{text(`oddity.${oddity}`)}</Badge>;
};
