import { Badge } from '@strapi/design-system';
import type { MailState } from '../../../contracts/mail';
import { useText } from '../translate';

const LOOK = {
  queued: { variant: 'secondary' },
  sent: { variant: 'success' },
  // The design system's own badges for warnings and dangers are too faint to read for many.
  kept: { backgroundColor: 'warning200', textColor: 'neutral800' },
  failed: { backgroundColor: 'danger100', textColor: 'danger700' },
  skipped: { variant: 'neutral' },
  cancelled: { variant: 'neutral' },
} as const satisfies Record<MailState, object>;

/** What became of a mail, in a word. */
export const MailStateBadge = ({ state }: { state: MailState }) => {
  const text = useText();
  return <Badge {...LOOK[state]}>{text(`mail.state.${state}`)}</Badge>;
};

/** Beside it: the mail came back. */
export const BouncedBadge = () => {
  const text = useText();
  return <Badge {...LOOK.failed}>{text('mails.bounced')}</Badge>;
};
