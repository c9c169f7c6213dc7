import type { ReactNode } from 'react';
import { Flex, Link, LinkButton, Loader, Typography } from '@strapi/design-system';
import { PaperPlane } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { NavLink } from 'react-router-dom';
import type { SessionMail } from '../../../contracts/mail-admin';
import { entryPath, REGISTRATION, SESSION } from '../content-manager';
import { MailStateBadge } from '../parts/MailStateBadge';
import { mailsPath, newMessagePath } from '../paths';
import { PERMISSIONS } from '../permissions';
import { useProblemText } from '../problem';
import { useText } from '../translate';
import { useLoad } from '../use-load';
import { useMay, useMayDo } from '../use-may';

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <Flex direction="column" alignItems="stretch" gap={2}>
    <Typography variant="sigma" textColor="neutral600" tag="h3">
      {title}
    </Typography>
    {children}
  </Flex>
);

const Counts = ({ session, counts }: { session: string; counts: SessionMail['counts'] }) => {
  const text = useText();
  const { formatNumber } = useIntl();
  if (counts.length === 0) return <Typography textColor="neutral600">{text('panel.no_mails')}</Typography>;
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
      {counts.map(({ state, count }) => (
        <Flex key={state} tag="li" justifyContent="space-between" gap={2}>
          <MailStateBadge state={state} />
          <Link
            tag={NavLink}
            to={mailsPath({ session, state })}
            aria-label={text('panel.count', { count, state: text(`mail.state.${state}`) })}
          >
            {formatNumber(count)}
          </Link>
        </Flex>
      ))}
    </Flex>
  );
};

const Unreachable = ({ people }: { people: SessionMail['unreachable'] }) => {
  const text = useText();
  const opens = useMay('read', REGISTRATION);
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography variant="pi" textColor="danger600">
        {text('panel.unreachable_hint')}
      </Typography>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
        {people.map(({ documentId, name, email }) => (
          <Flex
            key={documentId}
            tag="li"
            direction="column"
            alignItems="flex-start"
            style={{ overflowWrap: 'anywhere' }}
          >
            {opens ? (
              <Link tag={NavLink} to={entryPath(REGISTRATION, documentId)}>
                {name}
              </Link>
            ) : (
              <Typography textColor="neutral800">{name}</Typography>
            )}
            <Typography variant="pi" textColor="neutral600">
              {email}
            </Typography>
          </Flex>
        ))}
      </Flex>
    </Flex>
  );
};

const Reminders = ({ reminders }: { reminders: SessionMail['reminders'] }) => {
  const text = useText();
  const { formatDate } = useIntl();
  const shown = reminders.flatMap(({ state, ...rest }) => (state === 'off' ? [] : [{ ...rest, state }]));
  if (shown.length === 0) return <Typography textColor="neutral600">{text('panel.no_reminders')}</Typography>;
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
      {shown.map(({ rule, template, state, dueAt, mails }) => (
        <Flex key={rule} tag="li" direction="column" alignItems="flex-start">
          <Typography textColor="neutral800">{text(`kind.${template}`)}</Typography>
          <Typography variant="pi" textColor="neutral600">
            {`${formatDate(dueAt, { dateStyle: 'medium', timeStyle: 'short' })} · ${
              state === 'planned' ? text('reminder.planned', { mails: mails ?? 0 }) : text(`reminder.${state}`)
            }`}
          </Typography>
        </Flex>
      ))}
    </Flex>
  );
};

const Standing = ({ session }: { session: string }) => {
  const text = useText();
  const say = useProblemText();
  const { body, problem } = useLoad<{ data: SessionMail }>(`/webinars-admin/mails/sessions/${session}`);
  if (problem) return <Typography textColor="danger600">{say(problem)}</Typography>;
  if (!body) return <Loader small>{text('mails.loading')}</Loader>;
  const { counts, unreachable, reminders } = body.data;
  return (
    <>
      <Part title={text('panel.sent_mails')}>
        <Counts session={session} counts={counts} />
      </Part>
      {unreachable.length > 0 && (
        <Part title={text('panel.unreachable')}>
          <Unreachable people={unreachable} />
        </Part>
      )}
      <Part title={text('panel.reminders')}>
        <Reminders reminders={reminders} />
      </Part>
    </>
  );
};

/** In the Content Manager, beside a session: how its mail stands, and a way to write to its registrants. */
export const SessionMailsPanel = ({
  model,
  documentId,
  document,
}: {
  model: string;
  documentId?: string;
  document?: { updatedAt?: unknown };
}) => {
  const text = useText();
  const seesMails = useMayDo(PERMISSIONS.readMails);
  const maySend = useMayDo(PERMISSIONS.sendMails);
  if (model !== SESSION || !documentId || !(seesMails || maySend)) return null;
  return {
    title: text('panel.mails'),
    content: (
      <Flex direction="column" alignItems="stretch" gap={5} width="100%">
        {seesMails && <Standing key={String(document?.updatedAt)} session={documentId} />}
        {maySend && (
          <LinkButton tag={NavLink} to={newMessagePath(documentId)} variant="secondary" startIcon={<PaperPlane />}>
            {text('panel.write')}
          </LinkButton>
        )}
      </Flex>
    ),
  };
};
