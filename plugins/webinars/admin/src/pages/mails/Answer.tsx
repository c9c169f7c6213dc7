import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { MailRow } from '../../../../contracts/mail-admin';
import { useText, type TextKey } from '../../translate';
import { SKIP_REASONS } from './skip-reasons';

const isReason = (answer: string): answer is (typeof SKIP_REASONS)[number] =>
  (SKIP_REASONS as readonly string[]).includes(answer);

/** Why a mail stands where it stands: our own reasons in words, a mail server's as it said them. */
export const useAnswer = () => {
  const text = useText();
  const { formatDate } = useIntl();
  return ({ state, answer, nextTryAt, attempts }: MailRow): string | null => {
    if (state === 'skipped' && answer && isReason(answer)) return text(`skip.${answer}` satisfies TextKey);
    if (state === 'queued' && attempts > 0 && nextTryAt) {
      const at = formatDate(nextTryAt, { dateStyle: 'short', timeStyle: 'short' });
      return text('mails.next_try', { at, tries: attempts });
    }
    return state === 'sent' ? null : answer;
  };
};

export const Answer = ({ mail, isShort = false }: { mail: MailRow; isShort?: boolean }) => {
  const said = useAnswer()(mail);
  if (!said) return null;
  return (
    <Typography variant="pi" textColor="neutral600" ellipsis={isShort} title={isShort ? said : undefined}>
      {said}
    </Typography>
  );
};
