import { Modal } from '@strapi/design-system';
import { useText } from '../translate';
import type { DeedName, DeedPlace } from './DeedForm';
import { DEEDS } from './deeds';

/** A deed in a dialog of its own. */
export const DeedDialog = ({ deed, ...place }: DeedPlace & { deed: DeedName }) => {
  const text = useText();
  const { title, Form } = DEEDS[deed];
  return (
    <Modal.Root open onOpenChange={(isOpen) => !isOpen && place.onClose()}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{text(title)}</Modal.Title>
        </Modal.Header>
        <Form {...place} />
      </Modal.Content>
    </Modal.Root>
  );
};
