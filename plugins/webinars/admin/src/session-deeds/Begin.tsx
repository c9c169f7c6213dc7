import type { ReactNode } from 'react';
import { Flex, Loader, Modal } from '@strapi/design-system';
import type { PlannedSession } from '../../../contracts/planning';
import { Failed } from '../parts/Failed';
import { useText } from '../translate';
import { useStanding } from './DeedForm';

/** Reads the session a deed is about; what was entered outlives a reading of it anew. */
export const Begin = ({
  documentId,
  children,
}: {
  documentId: string;
  children(session: PlannedSession, reload: () => void): ReactNode;
}) => {
  const text = useText();
  const { body, problem, reload } = useStanding(documentId);
  if (body) return children(body.data.session, () => void reload());
  return (
    <Modal.Body>
      {problem ? (
        <Failed problem={problem} onRetry={() => void reload()} />
      ) : (
        <Flex justifyContent="center" padding={6}>
          <Loader>{text('deed.looking')}</Loader>
        </Flex>
      )}
    </Modal.Body>
  );
};
