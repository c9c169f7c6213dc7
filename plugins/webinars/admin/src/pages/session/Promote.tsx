import { useState } from 'react';
import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { Button, Field, Flex, Modal, Textarea, Typography } from '@strapi/design-system';
import type { SessionPage, WaitlistRow } from '../../../../contracts/session-page';
import { Notice } from '../../parts/Notice';
import { PERMISSIONS } from '../../permissions';
import { problemOf, useProblemText, type Problem } from '../../problem';
import { useText } from '../../translate';
import { useMayDo } from '../../use-may';

const FEWEST_LETTERS = 3;

/** Asks why somebody is given a seat before those ahead of them, and gives it. */
export const Promote = ({
  session: { documentId, capacity },
  person,
  free,
  onClose,
  onDone,
}: {
  session: SessionPage;
  person: WaitlistRow;
  free: number | null;
  onClose(): void;
  onDone(): void;
}) => {
  const text = useText();
  const say = useProblemText();
  const { post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const mayAdd = useMayDo(PERMISSIONS.manageSessions);
  const [reason, setReason] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const name = person.name || person.email;
  const isFull = free === 0;
  const ahead = person.place - 1;

  const promote = async () => {
    if (reason.trim().length < FEWEST_LETTERS) {
      setIsMissing(true);
      return;
    }
    setIsBusy(true);
    setProblem(null);
    try {
      const verb = isFull ? 'add-seat' : 'promote';
      await post(`/webinars-admin/sessions/${documentId}/waitlist/${person.documentId}/${verb}`, { reason });
      toggleNotification({ type: 'success', message: text('promote.done', { name }) });
      onDone();
    } catch (error) {
      setProblem(problemOf(error));
      setIsBusy(false);
    }
  };

  return (
    <Modal.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{text('promote.title', { name })}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Typography textColor="neutral800">{text('promote.ahead', { ahead })}</Typography>
            {isFull && (
              <Notice tone={mayAdd ? 'info' : 'warning'}>
                {mayAdd ? text('promote.adds', { from: capacity ?? 0, to: (capacity ?? 0) + 1 }) : text('promote.ask')}
              </Notice>
            )}
            <Field.Root
              name="reason"
              required
              error={isMissing ? text('promote.reason_missing') : undefined}
              hint={text('promote.reason_hint')}
            >
              <Field.Label>{text('promote.reason')}</Field.Label>
              <Textarea
                value={reason}
                maxLength={500}
                onChange={(event) => {
                  setReason(event.currentTarget.value);
                  setIsMissing(false);
                }}
              />
              <Field.Error />
              <Field.Hint />
            </Field.Root>
            {problem && (
              <Notice tone="danger" isSudden>
                {say(problem)}
              </Notice>
            )}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {text('action.cancel')}
          </Button>
          {(!isFull || mayAdd) && (
            <Button loading={isBusy} onClick={() => void promote()}>
              {text(isFull ? 'promote.add' : 'promote.give')}
            </Button>
          )}
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
