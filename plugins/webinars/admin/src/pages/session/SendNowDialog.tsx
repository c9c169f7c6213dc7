import { Button, Dialog, Flex, Typography } from '@strapi/design-system';
import type { RunSheetItem } from '../../../../contracts/run-sheet';
import { Notice } from '../../parts/Notice';
import { useProblemText, type Problem } from '../../problem';
import { useText } from '../../translate';
import { useWords } from './use-words';

type Reminder = Extract<RunSheetItem, { kind: 'reminder' }>;

/** Asks once more: a mail cannot be called back. */
export const SendNowDialog = ({
  reminder,
  timezone,
  isBusy,
  problem,
  onSend,
  onClose,
}: {
  reminder: Reminder;
  timezone: string;
  isBusy: boolean;
  problem: Problem | null;
  onSend(): void;
  onClose(): void;
}) => {
  const text = useText();
  const say = useProblemText();
  const { at, titleOf } = useWords(timezone);
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Content>
        <Dialog.Header>{text('send_now.title', { title: titleOf(reminder) })}</Dialog.Header>
        <Dialog.Body>
          <Flex direction="column" alignItems="stretch" gap={3}>
            <Typography textColor="neutral800">
              {text('send_now.body', { count: reminder.recipients ?? 0, at: at(reminder.at) })}
            </Typography>
            {problem && (
              <Notice tone="danger" isSudden>
                {say(problem)}
              </Notice>
            )}
          </Flex>
        </Dialog.Body>
        <Dialog.Footer>
          <Button fullWidth variant="tertiary" onClick={onClose}>
            {text('action.cancel')}
          </Button>
          <Button fullWidth loading={isBusy} disabled={!reminder.actions.includes('send_now')} onClick={onSend}>
            {text('send_now.send', { count: reminder.recipients ?? 0 })}
          </Button>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
};
