import { useState } from 'react';
import { Button, Dialog, Loader } from '@strapi/design-system';
import type { TakeBackPreview } from '../../../../contracts/intake';
import { useProblemText } from '../../problem';
import { useText } from '../../translate';
import { useLoad } from '../../use-load';
import { IMPORTS_PATH } from './paths';

/** Takes an import back, after a look at who goes and who stays. */
export const TakeBack = ({ id, isBusy, onConfirm }: { id: string; isBusy: boolean; onConfirm(): Promise<unknown> }) => {
  const text = useText();
  const say = useProblemText();
  const [isOpen, setIsOpen] = useState(false);
  const { body, problem } = useLoad<{ data: TakeBackPreview }>(isOpen ? `${IMPORTS_PATH}/${id}/take-back` : null);
  const preview = body?.data;
  return (
    <Dialog.Root open={isOpen} onOpenChange={setIsOpen}>
      <Dialog.Trigger>
        <Button variant="danger-light" loading={isBusy}>
          {text('import.take_back')}
        </Button>
      </Dialog.Trigger>
      <Dialog.Content>
        <Dialog.Header>{text('import.take_back_title')}</Dialog.Header>
        <Dialog.Body>
          {problem ? (
            say(problem)
          ) : preview ? (
            [
              text('import.take_back_people', { count: preview.people }),
              preview.changed > 0 ? text('import.take_back_changed', { count: preview.changed }) : '',
              preview.people > 0 ? text(preview.sendsMails ? 'import.take_back_mails' : 'import.take_back_quiet') : '',
            ].join(' ')
          ) : (
            <Loader small>{text('import.take_back_loading')}</Loader>
          )}
        </Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button fullWidth variant="tertiary">
              {text('action.cancel')}
            </Button>
          </Dialog.Cancel>
          <Dialog.Action>
            <Button
              fullWidth
              variant="danger-light"
              disabled={!preview || preview.people === 0}
              onClick={() => void onConfirm()}
            >
              {text('import.take_back')}
            </Button>
          </Dialog.Action>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
};
