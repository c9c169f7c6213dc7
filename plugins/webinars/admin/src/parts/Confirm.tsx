import type { ReactElement, ReactNode } from 'react';
import { Button, Dialog, type ButtonProps } from '@strapi/design-system';
import { useText } from '../translate';

/** Asks once more before something that cannot be taken back. */
export const Confirm = ({
  trigger,
  title,
  action,
  variant = 'danger-light',
  onConfirm,
  children,
}: {
  trigger: ReactElement;
  title: string;
  action: string;
  variant?: ButtonProps['variant'];
  onConfirm(): void;
  children: ReactNode;
}) => {
  const text = useText();
  return (
    <Dialog.Root>
      <Dialog.Trigger>{trigger}</Dialog.Trigger>
      <Dialog.Content>
        <Dialog.Header>{title}</Dialog.Header>
        <Dialog.Body>{children}</Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button fullWidth variant="tertiary">
              {text('action.cancel')}
            </Button>
          </Dialog.Cancel>
          <Dialog.Action>
            <Button fullWidth variant={variant} onClick={onConfirm}>
              {action}
            </Button>
          </Dialog.Action>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
};
