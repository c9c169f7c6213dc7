import { Button } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { Notice } from '../parts/Notice';
import type { Problem } from '../problem';
import { useText } from '../translate';

const EVENTS = ['session.went_live', 'session.completed'] as const;

/** Who was first, in a sentence. */
export const useOvertakenText = () => {
  const text = useText();
  const { formatDate } = useIntl();
  return ({ details: { by, at, event } }: Problem): string => {
    const when = typeof at === 'string' ? formatDate(at, { dateStyle: 'medium', timeStyle: 'short' }) : '';
    const known = EVENTS.find((one) => one === event);
    if (known) return text(`deed.overtaken.${known}`, { when });
    return typeof by === 'string' && by !== ''
      ? text('deed.overtaken.by', { by, when })
      : text('deed.overtaken.somebody', { when });
  };
};

/** Somebody was first: who, and a way to go on with what is there now. What was entered stays. */
export const Overtaken = ({ problem, onReload }: { problem: Problem; onReload(): void }) => {
  const text = useText();
  const say = useOvertakenText();
  return (
    <Notice
      tone="warning"
      isSudden
      title={say(problem)}
      action={
        <Button variant="secondary" size="S" startIcon={<ArrowClockwise />} onClick={onReload}>
          {text('deed.overtaken.load')}
        </Button>
      }
    >
      {text('deed.overtaken.kept')}
    </Notice>
  );
};
