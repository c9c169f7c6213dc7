import { Flex, Typography } from '@strapi/design-system';
import type { MailCounts, RunSheetItem } from '../../../../contracts/run-sheet';
import { LinkStateBadge } from '../../partners/LinkStateBadge';
import { TextLink } from '../../parts/TextLink';
import { mailsPath, messagePath } from '../../paths';
import { PERMISSIONS } from '../../permissions';
import { useText } from '../../translate';
import { useMayDo } from '../../use-may';
import type { MailState } from '../../../../contracts/mail';

const STATES = {
  sent: 'sent',
  waiting: 'queued',
  failed: 'failed',
  skipped: 'skipped',
  cancelled: 'cancelled',
} as const satisfies Record<keyof MailCounts, MailState>;
const NAMES = Object.keys(STATES) as (keyof MailCounts)[];

const Mails = ({ counts, filter }: { counts: MailCounts; filter: Record<string, string> }) => {
  const text = useText();
  const seesMails = useMayDo(PERMISSIONS.readMails);
  const shown = NAMES.filter((name) => counts[name] > 0);
  if (shown.length === 0) return <Typography textColor="neutral600">{text('sheet.nobody')}</Typography>;
  return (
    <Flex tag="ul" gap={3} wrap="wrap">
      {shown.map((name) => {
        const said = text(`sheet.count.${name}`, { count: counts[name] });
        return (
          <li key={name}>
            {seesMails ? (
              <TextLink to={mailsPath({ ...filter, state: STATES[name] })}>{said}</TextLink>
            ) : (
              <Typography textColor="neutral800">{said}</Typography>
            )}
          </li>
        );
      })}
    </Flex>
  );
};

const Records = ({ records }: { records: { done: number; waiting: number; failed: number; gone: number } }) => (
  <Flex tag="ul" gap={3} wrap="wrap">
    {(['done', 'waiting', 'failed', 'gone'] as const)
      .filter((state) => records[state] > 0)
      .map((state) => (
        <Flex key={state} tag="li" gap={1}>
          <Typography textColor="neutral800">{String(records[state])}</Typography>
          <LinkStateBadge state={state} />
        </Flex>
      ))}
  </Flex>
);

/** The numbers of an item, each a way to what it counts. */
export const Counts = ({ item, session }: { item: RunSheetItem; session: string }) => {
  const text = useText();
  const maySend = useMayDo(PERMISSIONS.sendMails);
  switch (item.kind) {
    case 'mails':
      return <Mails counts={item.mails} filter={{ session, kind: item.template }} />;
    case 'message':
      return (
        <Flex gap={3} wrap="wrap">
          <Mails counts={item.mails} filter={{ message: item.message }} />
          {maySend && <TextLink to={messagePath(item.message)}>{text('sheet.see_message')}</TextLink>}
        </Flex>
      );
    case 'moved':
      return item.mails && <Mails counts={item.mails} filter={{ session, kind: 'session_moved' }} />;
    case 'cancelled':
      return item.mails && <Mails counts={item.mails} filter={{ session, kind: 'session_cancelled' }} />;
    case 'sync':
      return <Records records={item.records} />;
    case 'reminder':
      if (item.mails) return <Mails counts={item.mails} filter={{ session, kind: item.template }} />;
      if (item.recipients === null) {
        return item.state === 'done' ? <Typography textColor="neutral600">{text('sheet.nobody')}</Typography> : null;
      }
      return (
        <Typography textColor="neutral800">
          {text('sheet.recipients', { count: item.recipients })}
          {item.unreached ? ` ${text('sheet.unreached', { count: item.unreached })}` : ''}
        </Typography>
      );
    default:
      return null;
  }
};
