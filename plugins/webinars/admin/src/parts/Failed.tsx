import { Button, EmptyStateLayout } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { EmptyData } from '@strapi/icons/symbols';
import { useProblemText, type Problem } from '../problem';
import { useText } from '../translate';

/** In the place of what could not be read, with a way to try again. */
export const Failed = ({ problem, onRetry }: { problem: Problem; onRetry?: () => void }) => {
  const text = useText();
  const say = useProblemText();
  return (
    <EmptyStateLayout
      icon={<EmptyData width="16rem" />}
      content={say(problem)}
      hasRadius
      shadow="tableShadow"
      action={
        onRetry && (
          <Button variant="tertiary" startIcon={<ArrowClockwise />} onClick={onRetry}>
            {text('action.retry')}
          </Button>
        )
      }
    />
  );
};
