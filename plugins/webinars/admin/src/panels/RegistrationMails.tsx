import { Flex, Link, Loader, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { NavLink } from 'react-router-dom';
import type { MailRow } from '../../../contracts/mail-admin';
import { REGISTRATION } from '../content-manager';
import { BouncedBadge, MailStateBadge } from '../parts/MailStateBadge';
import { TextLink } from '../parts/TextLink';
import { mailPath, mailsPath, registrationPath } from '../paths';
import { PERMISSIONS } from '../permissions';
import { useProblemText } from '../problem';
import { useText } from '../translate';
import { useLoad } from '../use-load';
import { useMayDo } from '../use-may';
import { useContentLocale } from '../use-locale';

const SHOWN = 6;

const Mails = ({ registration }: { registration: string }) => {
  const text = useText();
  const say = useProblemText();
  const { formatDate } = useIntl();
  const { body, problem } = useLoad<{ data: MailRow[] }>('/webinars-admin/mails', {
    registration,
    pageSize: SHOWN + 1,
    titles: useContentLocale(),
  });
  if (problem) return <Typography textColor="danger600">{say(problem)}</Typography>;
  if (!body) return <Loader small>{text('mails.loading')}</Loader>;
  if (body.data.length === 0) return <Typography textColor="neutral600">{text('panel.no_mails')}</Typography>;
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
        {body.data.slice(0, SHOWN).map((mail) => (
          <Flex key={mail.id} tag="li" gap={2} justifyContent="space-between" alignItems="flex-start">
            <Flex direction="column" alignItems="flex-start" style={{ minWidth: 0 }}>
              <Link tag={NavLink} to={mailPath(mail.id)}>
                {text(`kind.${mail.kind}`)}
              </Link>
              <Typography variant="pi" textColor="neutral600">
                {formatDate(mail.sentAt ?? mail.createdAt, { dateStyle: 'short', timeStyle: 'short' })}
              </Typography>
            </Flex>
            <Flex direction="column" alignItems="flex-end" gap={1}>
              <MailStateBadge state={mail.state} />
              {mail.bouncedAt && <BouncedBadge />}
            </Flex>
          </Flex>
        ))}
      </Flex>
      {body.data.length > SHOWN && (
        <Link tag={NavLink} to={mailsPath({ registration })}>
          {text('panel.all_mails')}
        </Link>
      )}
    </Flex>
  );
};

/** In the Content Manager, beside a registration: the mails its owner got. */
export const RegistrationMailsPanel = ({ model, documentId }: { model: string; documentId?: string }) => {
  const text = useText();
  const isOpen = useMayDo(PERMISSIONS.readMails);
  const seesPeople = useMayDo(PERMISSIONS.readRegistrations);
  if (model !== REGISTRATION || !documentId || !isOpen) return null;
  return {
    title: text('panel.mails'),
    content: (
      <Flex direction="column" alignItems="flex-start" gap={3} width="100%">
        <Mails registration={documentId} />
        {seesPeople && <TextLink to={registrationPath(documentId)}>{text('panel.registration_page')}</TextLink>}
      </Flex>
    ),
  };
};
