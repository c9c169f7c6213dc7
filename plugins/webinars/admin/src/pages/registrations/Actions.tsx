import { useState } from 'react';
import { Button, Flex } from '@strapi/design-system';
import { ArrowsCounterClockwise, Check, Cross, PaperPlane } from '@strapi/icons';
import type { RosterDetail, WishedMail } from '../../../../contracts/roster';
import { Confirm } from '../../parts/Confirm';
import { Panel } from '../../parts/Panel';
import { PERMISSIONS } from '../../permissions';
import { useText } from '../../translate';
import { useMayDo } from '../../use-may';
import { newKey } from '../messages/draft';
import { MoveDialog } from './MoveDialog';
import { useAct } from './use-act';
import { nameOf } from './words';

const MAILS = [
  ['confirmation', 'confirmation'],
  ['reminder', 'reminder'],
  ['meeting_details', 'meetingDetails'],
] as const satisfies [WishedMail['mail'], keyof RosterDetail['can']][];

const Mails = ({ registration, onDone }: { registration: RosterDetail; onDone(): void }) => {
  const text = useText();
  const { act, busy } = useAct(registration.documentId, onDone);
  // One key for each wish: pressed twice before the first answer it is one mail, pressed again after it another.
  const [key, setKey] = useState(newKey);
  const send = async (mail: WishedMail['mail']) => {
    if (await act('mails', { mail, key }, text('roster.mail_done', { email: registration.person.email }), mail)) {
      setKey(newKey());
    }
  };
  return MAILS.filter(([, can]) => registration.can[can]).map(([mail]) => (
    <Button
      key={mail}
      variant="secondary"
      fullWidth
      startIcon={<PaperPlane />}
      loading={busy === mail}
      disabled={busy !== null && busy !== mail}
      onClick={() => void send(mail)}
    >
      {text(`roster.send.${mail}`)}
    </Button>
  ));
};

const Place = ({ registration, onDone }: { registration: RosterDetail; onDone(): void }) => {
  const text = useText();
  const { act, busy } = useAct(registration.documentId, onDone);
  const [isMoving, setIsMoving] = useState(false);
  const { can, state } = registration;
  const name = nameOf(registration.person);
  return (
    <>
      {can.markAttendance && state !== 'attended' && (
        <Button
          variant="tertiary"
          fullWidth
          startIcon={<Check />}
          loading={busy === 'attended'}
          onClick={() => void act('attendance', { attended: true }, text('roster.attended_done', { name }), 'attended')}
        >
          {text('roster.mark_attended')}
        </Button>
      )}
      {can.markAttendance && state !== 'no_show' && (
        <Button
          variant="tertiary"
          fullWidth
          startIcon={<Cross />}
          loading={busy === 'no_show'}
          onClick={() => void act('attendance', { attended: false }, text('roster.no_show_done', { name }), 'no_show')}
        >
          {text('roster.mark_no_show')}
        </Button>
      )}
      {can.move && (
        <Button variant="tertiary" fullWidth startIcon={<ArrowsCounterClockwise />} onClick={() => setIsMoving(true)}>
          {text('rebook.open')}
        </Button>
      )}
      {can.cancel && (
        <Confirm
          trigger={
            <Button variant="danger-light" fullWidth loading={busy === 'cancel'}>
              {text('roster.cancel')}
            </Button>
          }
          title={text('roster.cancel_title', { name })}
          action={text('roster.cancel')}
          onConfirm={() => void act('cancel', {}, text('roster.cancel_done', { name }))}
        >
          {text('roster.cancel_hint')}
        </Confirm>
      )}
      {isMoving && <MoveDialog registration={registration} onClose={() => setIsMoving(false)} />}
    </>
  );
};

/** What can be done about a registration now, by who may. Nothing where nothing can. */
export const Actions = ({ registration, onDone }: { registration: RosterDetail; onDone(): void }) => {
  const text = useText();
  const maySend = useMayDo(PERMISSIONS.sendMails);
  const mayManage = useMayDo(PERMISSIONS.manageRegistrations);
  const { can } = registration;
  const sends = maySend && (can.confirmation || can.reminder || can.meetingDetails);
  const manages = mayManage && (can.cancel || can.move || can.markAttendance);
  if (!sends && !manages) return null;
  return (
    <Panel title={text('roster.actions')}>
      <Flex direction="column" alignItems="stretch" gap={2}>
        {sends && <Mails registration={registration} onDone={onDone} />}
        {manages && <Place registration={registration} onDone={onDone} />}
      </Flex>
    </Panel>
  );
};
