import { Button, Flex } from '@strapi/design-system';
import { useText } from '../translate';

/** Ways to the pages before and after, where nobody counts them; a way that leads nowhere is not there. */
export const Steps = ({ onBack, onOn }: { onBack: (() => void) | null; onOn: (() => void) | null }) => {
  const text = useText();
  return (
    <Flex gap={2} justifyContent="flex-end">
      {onBack && (
        <Button variant="tertiary" size="S" onClick={onBack}>
          {text('pager.previous')}
        </Button>
      )}
      {onOn && (
        <Button variant="tertiary" size="S" onClick={onOn}>
          {text('pager.next')}
        </Button>
      )}
    </Flex>
  );
};
