import { Button, Flex } from '@strapi/design-system';
import type { RosterDetail } from '../../../../contracts/roster';
import { Confirm } from '../../parts/Confirm';
import { Notice } from '../../parts/Notice';
import { PERMISSIONS } from '../../permissions';
import { useText } from '../../translate';
import { useMayDo } from '../../use-may';
import { useAct } from './use-act';
import { nameOf } from './words';

/** Somebody waits for a decision: said first, and decided here by who may. */
export const Decide = ({ registration, onDone }: { registration: RosterDetail; onDone(): void }) => {
  const text = useText();
  const mayDecide = useMayDo(PERMISSIONS.decideRegistrations);
  const { act, busy } = useAct(registration.documentId, onDone);
  const name = nameOf(registration.person);
  return (
    <Notice
      tone="warning"
      title={text('roster.waits_for_approval')}
      action={
        mayDecide ? (
          <Flex gap={2} wrap="wrap">
            <Button
              size="S"
              loading={busy === 'approve'}
              onClick={() => void act('approve', {}, text('roster.approved', { name }))}
            >
              {text('roster.approve')}
            </Button>
            <Confirm
              trigger={
                <Button size="S" variant="danger-light" loading={busy === 'reject'}>
                  {text('roster.reject')}
                </Button>
              }
              title={text('roster.reject_title', { name })}
              action={text('roster.reject')}
              onConfirm={() => void act('reject', {}, text('roster.rejected', { name }))}
            >
              {text('roster.reject_hint')}
            </Confirm>
          </Flex>
        ) : undefined
      }
    >
      {text('roster.approval_hint')}
    </Notice>
  );
};
