import { useState } from 'react';
import { Page, useFetchClient, useNotification } from '@strapi/strapi/admin';
import { Box, Button, Flex, Grid, Link, Tabs, Typography } from '@strapi/design-system';
import { ArrowClockwise, ArrowLeft } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { NavLink, useParams } from 'react-router-dom';
import type { MailDetail } from '../../../../contracts/mail-admin';
import { REGISTRATION, SESSION } from '../../content-manager';
import { EntryLink } from '../../parts/EntryLink';
import { Fact, Facts } from '../../parts/Facts';
import { Failed } from '../../parts/Failed';
import { MailFrame } from '../../parts/MailFrame';
import { BouncedBadge, MailStateBadge } from '../../parts/MailStateBadge';
import { Notice } from '../../parts/Notice';
import { Panel } from '../../parts/Panel';
import { Plain } from '../../parts/Plain';
import { Screen } from '../../parts/Screen';
import { mailsPath } from '../../paths';
import { PERMISSIONS } from '../../permissions';
import { problemOf, useProblemText } from '../../problem';
import { useText } from '../../translate';
import { useLoad } from '../../use-load';
import { useMayDo } from '../../use-may';
import { useAnswer } from './Answer';
import { isResendable, useSendAgain } from './send-again';
import { useContentLocale } from '../../use-locale';

const Envelope = ({ mail }: { mail: MailDetail }) => {
  const text = useText();
  const { formatDate } = useIntl();
  const at = (instant: string) => formatDate(instant, { dateStyle: 'full', timeStyle: 'medium' });
  return (
    <Facts>
      <Fact name={text('mails.state')}>
        <Flex gap={1}>
          <MailStateBadge state={mail.state} />
          {mail.bouncedAt && <BouncedBadge />}
        </Flex>
      </Fact>
      <Fact name={text('mails.kind')}>{`${text(`kind.${mail.kind}`)} · ${text(`language.${mail.locale}`)}`}</Fact>
      <Fact name={text('mails.to')}>{mail.recipient}</Fact>
      {mail.subject && <Fact name={text('mails.subject')}>{mail.subject}</Fact>}
      {mail.registration && (
        <Fact name={text('mails.registration')}>
          <EntryLink uid={REGISTRATION} documentId={mail.registration.documentId}>
            {mail.registration.name}
          </EntryLink>
        </Fact>
      )}
      {mail.session && (
        <Fact name={text('mails.session')}>
          <EntryLink uid={SESSION} documentId={mail.session.documentId}>
            {mail.session.title}
          </EntryLink>
        </Fact>
      )}
      <Fact name={text('mails.written')}>{at(mail.createdAt)}</Fact>
      {mail.sentAt && <Fact name={text('mails.sent_at')}>{at(mail.sentAt)}</Fact>}
      {mail.attempts > 0 && <Fact name={text('mails.tries')}>{String(mail.attempts)}</Fact>}
      {mail.state === 'sent' && mail.answer && <Fact name={text('mails.server_said')}>{mail.answer}</Fact>}
      {mail.messageId && <Fact name="Message-ID">{mail.messageId}</Fact>}
    </Facts>
  );
};

const Bounced = ({ mail, onChanged }: { mail: MailDetail; onChanged(): void }) => {
  const text = useText();
  const say = useProblemText();
  const { post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const maySend = useMayDo(PERMISSIONS.sendMails);
  const [isBusy, setIsBusy] = useState(false);

  const forget = async () => {
    setIsBusy(true);
    try {
      await post('/webinars-admin/mail-addresses/forget-bounce', { email: mail.recipient });
      toggleNotification({ type: 'success', message: text('mails.works_again_done', { email: mail.recipient }) });
      onChanged();
    } catch (error) {
      toggleNotification({ type: 'danger', message: say(problemOf(error)) });
    } finally {
      setIsBusy(false);
    }
  };
  return (
    <Notice
      tone="danger"
      title={text(mail.isAddressBounced ? 'mails.address_bounced' : 'mails.mail_bounced')}
      action={
        mail.isAddressBounced && maySend ? (
          <Button variant="secondary" size="S" loading={isBusy} onClick={() => void forget()}>
            {text('mails.works_again')}
          </Button>
        ) : undefined
      }
    >
      {mail.isAddressBounced || mail.bounce ? (
        <>
          {mail.bounce && mail.bounce !== mail.answer && <Typography textColor="neutral800">{mail.bounce}</Typography>}
          {mail.isAddressBounced && (
            <Typography textColor="neutral800">{text('mails.address_bounced_hint')}</Typography>
          )}
        </>
      ) : undefined}
    </Notice>
  );
};

const Words = ({ mail }: { mail: MailDetail }) => {
  const text = useText();
  if (mail.html === null) {
    return <Notice>{text(mail.state === 'queued' ? 'mails.not_composed' : 'mails.never_composed')}</Notice>;
  }
  return (
    <Tabs.Root defaultValue="html" variant="simple">
      <Tabs.List aria-label={text('mails.as_sent')}>
        <Tabs.Trigger value="html">{text('preview.html')}</Tabs.Trigger>
        <Tabs.Trigger value="text">{text('preview.text')}</Tabs.Trigger>
        {mail.calendar && <Tabs.Trigger value="calendar">{text('mails.calendar')}</Tabs.Trigger>}
      </Tabs.List>
      <Box paddingTop={4}>
        <Tabs.Content value="html">
          <MailFrame html={mail.html} title={text('mails.as_sent')} height={760} />
        </Tabs.Content>
        <Tabs.Content value="text">
          <Plain label={text('preview.text')}>{mail.text ?? ''}</Plain>
        </Tabs.Content>
        {mail.calendar && (
          <Tabs.Content value="calendar">
            <Plain label={text('mails.calendar')}>{mail.calendar}</Plain>
          </Tabs.Content>
        )}
      </Box>
    </Tabs.Root>
  );
};

const TONES = { failed: 'danger', kept: 'warning', skipped: 'info', cancelled: 'info', queued: 'info' } as const;

const Standing = ({ mail }: { mail: MailDetail }) => {
  const text = useText();
  const answer = useAnswer()(mail);
  if (mail.state === 'sent') return null;
  return (
    <Notice tone={TONES[mail.state]} title={text(`mails.about.${mail.state}`)}>
      {answer ?? undefined}
    </Notice>
  );
};

const MailPage = () => {
  const text = useText();
  const { id = '' } = useParams();
  const maySend = useMayDo(PERMISSIONS.sendMails);
  const { body, problem, isLoading, reload } = useLoad<{ data: MailDetail }>(`/webinars-admin/mails/${id}`, {
    titles: useContentLocale(),
  });
  const { send, isSending } = useSendAgain(() => void reload());
  const mail = body?.data;

  const back = (
    <Link tag={NavLink} to={mailsPath()} startIcon={<ArrowLeft />}>
      {text('mails.all')}
    </Link>
  );
  if (problem && !mail) {
    return (
      <Screen title={text('mails.mail')} navigationAction={back}>
        <Failed problem={problem} onRetry={() => void reload()} />
      </Screen>
    );
  }
  if (!mail) return <Page.Loading>{text('mails.loading')}</Page.Loading>;
  return (
    <Screen
      title={mail.subject ?? text(`kind.${mail.kind}`)}
      navigationAction={back}
      isBusy={isLoading}
      primaryAction={
        maySend && isResendable(mail) ? (
          <Button startIcon={<ArrowClockwise />} loading={isSending} onClick={() => void send([mail.id])}>
            {text('mails.send_again')}
          </Button>
        ) : undefined
      }
    >
      <Standing mail={mail} />
      {(mail.bouncedAt || mail.isAddressBounced) && <Bounced mail={mail} onChanged={() => void reload()} />}
      <Grid.Root gap={4}>
        <Grid.Item col={5} s={12} xs={12} alignItems="flex-start">
          <Panel title={text('mails.envelope')}>
            <Envelope mail={mail} />
          </Panel>
        </Grid.Item>
        <Grid.Item col={7} s={12} xs={12} alignItems="flex-start">
          <Panel title={text('mails.as_sent')}>
            <Words mail={mail} />
          </Panel>
        </Grid.Item>
      </Grid.Root>
    </Screen>
  );
};

/** One mail as it left, or as it stands. */
export const ProtectedMailPage = () => (
  <Page.Protect permissions={PERMISSIONS.readMails}>
    <MailPage />
  </Page.Protect>
);
