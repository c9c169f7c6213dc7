import { Button, Flex } from '@strapi/design-system';
import { ChevronLeft, ChevronRight } from '@strapi/icons';
import { useText } from '../translate';

/**
 * Ways to the pages before and after, where nobody counts them; a way that leads nowhere is not there. A list that can only be read onwards has
 * `onFirst` in the place of `onBack`, and says so.
 */
export const Steps = ({
  onBack = null,
  onFirst = null,
  onOn,
}: {
  onBack?: (() => void) | null;
  onFirst?: (() => void) | null;
  onOn: (() => void) | null;
}) => {
  const text = useText();
  const back = onFirst ?? onBack;
  if (!back && !onOn) return null;
  return (
    <Flex tag="nav" aria-label={text('pager.label')} gap={2} justifyContent="flex-end">
      {back && (
        <Button variant="tertiary" size="S" startIcon={<ChevronLeft />} onClick={back}>
          {text(onFirst ? 'pager.first' : 'pager.previous')}
        </Button>
      )}
      {onOn && (
        <Button variant="tertiary" size="S" endIcon={<ChevronRight />} onClick={onOn}>
          {text('pager.next')}
        </Button>
      )}
    </Flex>
  );
};
