import { useState } from 'react';
import { Button, Field, Modal, Textarea, Typography, Flex } from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import { useText } from '../../translate';

const SHORTEST_REASON = 3;

/** Asks why, since what is discarded is gone. */
export const Discard = ({
  count,
  isAll,
  isBusy,
  onDiscard,
}: {
  count: number;
  isAll: boolean;
  isBusy: boolean;
  onDiscard(reason: string): Promise<void>;
}) => {
  const text = useText();
  const [isOpen, setIsOpen] = useState(false);
  const [reason, setReason] = useState('');
  const discard = async () => {
    setIsOpen(false);
    await onDiscard(reason.trim());
    setReason('');
  };
  return (
    <Modal.Root open={isOpen} onOpenChange={setIsOpen}>
      <Modal.Trigger>
        <Button size="S" variant="danger-light" startIcon={<Trash />} disabled={isBusy}>
          {text(isAll ? 'queue.discard_all' : 'queue.discard_chosen', { count })}
        </Button>
      </Modal.Trigger>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{text('queue.discard_title')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Typography>{text('queue.discard_body', { count })}</Typography>
            <Field.Root name="reason" required hint={text('queue.reason_hint')}>
              <Field.Label>{text('queue.reason')}</Field.Label>
              <Textarea value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
              <Field.Hint />
            </Field.Root>
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Modal.Close>
            <Button variant="tertiary">{text('action.cancel')}</Button>
          </Modal.Close>
          <Button variant="danger" disabled={reason.trim().length < SHORTEST_REASON} onClick={() => void discard()}>
            {text('queue.discard')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
