import { useState } from 'react';
import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { Button, Field, Flex, Modal, Typography } from '@strapi/design-system';
import { useNavigate } from 'react-router-dom';
import type { RosterDetail } from '../../../../contracts/roster';
import { Notice } from '../../parts/Notice';
import { SessionChooser } from '../../parts/SessionChooser';
import { registrationPath } from '../../paths';
import { problemOf, useProblemText } from '../../problem';
import { useText } from '../../translate';
import { ROSTER_PATH } from './paths';
import { nameOf } from './words';

/** Gives somebody a place in another session for the one they have. */
export const MoveDialog = ({ registration, onClose }: { registration: RosterDetail; onClose(): void }) => {
  const text = useText();
  const say = useProblemText();
  const navigate = useNavigate();
  const { post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const [session, setSession] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isMoving, setIsMoving] = useState(false);
  const name = nameOf(registration.person);

  const move = async () => {
    setIsMoving(true);
    try {
      const { data } = await post<{ data: { documentId: string } }>(`${ROSTER_PATH}/${registration.documentId}/move`, {
        session,
      });
      toggleNotification({ type: 'success', message: text('rebook.done', { name }) });
      onClose();
      navigate(registrationPath(data.data.documentId));
    } catch (error) {
      setProblem(say(problemOf(error)));
      setIsMoving(false);
    }
  };
  return (
    <Modal.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{text('rebook.title', { name })}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4} minHeight="26rem">
            {problem && (
              <Notice isSudden tone="danger">
                {problem}
              </Notice>
            )}
            <Typography textColor="neutral800">{text('rebook.hint')}</Typography>
            {registration.payment.status === 'completed' && <Notice>{text('rebook.paid')}</Notice>}
            <Field.Root required>
              <Field.Label>{text('rebook.to')}</Field.Label>
              <SessionChooser path={`${ROSTER_PATH}/sessions`} value={session} onChange={setSession} />
            </Field.Root>
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {text('action.cancel')}
          </Button>
          <Button loading={isMoving} disabled={session === null} onClick={() => void move()}>
            {text('rebook.move')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
