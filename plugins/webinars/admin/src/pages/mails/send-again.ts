import { useState } from 'react';
import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import type { MailState } from '../../../../contracts/mail';
import { problemOf, useProblemText } from '../../problem';
import { useText } from '../../translate';

const RESENDABLE: readonly MailState[] = ['failed', 'kept', 'skipped', 'cancelled'];

/** What has left, or is about to, is not sent a second time. */
export const isResendable = ({ state }: { state: MailState }): boolean => RESENDABLE.includes(state);

/** Lets mails leave after all, and says how many. */
export const useSendAgain = (onSent: () => void) => {
  const text = useText();
  const say = useProblemText();
  const { post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const [isSending, setIsSending] = useState(false);

  const send = async (ids: readonly string[]) => {
    setIsSending(true);
    try {
      const { data } = await post<{ data: { replayed: number } }>('/webinars-admin/mails/replay', { ids });
      const count = data.data.replayed;
      toggleNotification({
        type: count > 0 ? 'success' : 'info',
        message: text('mails.sent_again', { count }),
      });
      onSent();
    } catch (error) {
      toggleNotification({ type: 'danger', message: say(problemOf(error)) });
    } finally {
      setIsSending(false);
    }
  };
  return { send, isSending };
};
