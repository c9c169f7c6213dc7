import { useState } from 'react';
import { Page, useFetchClient, useNotification } from '@strapi/strapi/admin';
import { Box, Button, Flex, Grid, Link, ProgressBar, Typography } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { NavLink, useParams } from 'react-router-dom';
import type { MessageView } from '../../../../contracts/messages';
import { Confirm } from '../../parts/Confirm';
import { Failed } from '../../parts/Failed';
import { Notice } from '../../parts/Notice';
import { Panel } from '../../parts/Panel';
import { Screen } from '../../parts/Screen';
import { mailsPath, messagesPath } from '../../paths';
import { PERMISSIONS } from '../../permissions';
import { problemOf, useProblemText } from '../../problem';
import { useText } from '../../translate';
import { useLoad } from '../../use-load';
import { useMayDo } from '../../use-may';
import { MessageStateBadge } from './MessageStateBadge';
import { subjectOf } from './subject-of';
import { useContentLocale } from '../../use-locale';

const WATCH_MS = 2000;
const COUNTS = ['sent', 'waiting', 'skipped', 'failed', 'cancelled'] as const;
const STATES = {
  sent: 'sent',
  waiting: 'queued',
  skipped: 'skipped',
  failed: 'failed',
  cancelled: 'cancelled',
} as const;

const Progress = ({ message }: { message: MessageView }) => {
  const text = useText();
  const { formatNumber } = useIntl();
  const seesMails = useMayDo(PERMISSIONS.readMails);
  const over = message.sent + message.skipped + message.failed + message.cancelled;
  const share = message.total === 0 ? 100 : Math.round((over / message.total) * 100);
  const isBusy = message.state === 'writing' || message.state === 'sending';
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Flex gap={3} wrap="wrap">
        <MessageStateBadge state={message.state} />
        <Typography role="status" textColor="neutral800">
          {text(message.state === 'writing' ? 'message.writing' : 'message.progress', {
            over: message.state === 'writing' ? message.written : over,
            total: message.total,
          })}
        </Typography>
      </Flex>
      {isBusy && (
        <Box maxWidth="40rem">
          <ProgressBar aria-label={text('message.progress_label')} value={share} />
        </Box>
      )}
      <Flex tag="dl" gap={8} wrap="wrap">
        {COUNTS.filter((name) => message[name] > 0 || name === 'sent').map((name) => (
          <Flex key={name} direction="column" alignItems="flex-start">
            <Typography tag="dt" variant="pi" textColor="neutral600">
              {text(`message.count.${name}`)}
            </Typography>
            <Typography tag="dd" variant="beta">
              {formatNumber(message[name])}
            </Typography>
            {seesMails && message[name] > 0 && (
              <Box tag="dd">
                <Link
                  tag={NavLink}
                  to={mailsPath({ message: message.id, ...(name !== 'sent' && { state: STATES[name] }) })}
                >
                  {text('message.see_mails')}
                </Link>
              </Box>
            )}
          </Flex>
        ))}
      </Flex>
    </Flex>
  );
};

const Audience = ({ message: { audience, category } }: { message: MessageView }) => {
  const text = useText();
  if ('selection' in audience) {
    const parts = [text(`message.category.${category}`), text('message.to_chosen')];
    return <Typography textColor="neutral800">{parts.join(' · ')}</Typography>;
  }
  const parts = [
    text(`message.category.${category}`),
    audience.states.map((state) => text(`registration.${state}`)).join(', '),
    audience.company && `${text('audience.company')}: ${audience.company}`,
    audience.source && `${text('audience.source')}: ${audience.source}`,
    audience.locale && `${text('audience.language')}: ${text(`language.${audience.locale}`)}`,
    audience.wantsConsultation && text('audience.consultation'),
  ].filter(Boolean);
  return <Typography textColor="neutral800">{parts.join(' · ')}</Typography>;
};

const MessagePage = () => {
  const text = useText();
  const say = useProblemText();
  const { formatDate, locale: readersLocale } = useIntl();
  const { id = '' } = useParams();
  const { post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const [isBusy, setIsBusy] = useState(true);
  const [isCancelling, setIsCancelling] = useState(false);
  const { body, problem, reload } = useLoad<{ data: MessageView }>(
    `/webinars-admin/messages/${id}`,
    { titles: useContentLocale() },
    isBusy ? WATCH_MS : null,
  );
  const message = body?.data;
  const isUnderWay = !message || message.state === 'writing' || message.state === 'sending';
  if (isBusy !== isUnderWay) setIsBusy(isUnderWay);

  const cancel = async () => {
    setIsCancelling(true);
    try {
      await post(`/webinars-admin/messages/${id}/cancel`);
      await reload();
    } catch (error) {
      toggleNotification({ type: 'danger', message: say(problemOf(error)) });
    } finally {
      setIsCancelling(false);
    }
  };
  const back = (
    <Link tag={NavLink} to={messagesPath} startIcon={<ArrowLeft />}>
      {text('messages.all')}
    </Link>
  );
  if (!message) {
    if (!problem) return <Page.Loading>{text('messages.loading')}</Page.Loading>;
    return (
      <Screen title={text('nav.messages')} navigationAction={back}>
        <Failed problem={problem} onRetry={() => void reload()} />
      </Screen>
    );
  }
  const at = formatDate(message.createdAt, { dateStyle: 'full', timeStyle: 'short' });
  return (
    <Screen
      title={subjectOf(message, readersLocale)}
      subtitle={[message.session?.title, at, message.createdBy].filter(Boolean).join(' · ')}
      navigationAction={back}
      primaryAction={
        isUnderWay ? (
          <Confirm
            title={text('message.cancel')}
            action={text('message.cancel')}
            onConfirm={() => void cancel()}
            trigger={
              <Button variant="danger-light" loading={isCancelling}>
                {text('message.cancel')}
              </Button>
            }
          >
            {text('message.cancel_confirm')}
          </Confirm>
        ) : undefined
      }
    >
      {problem && <Notice tone="warning">{say(problem)}</Notice>}
      <Panel title={text('message.sending')}>
        <Progress message={message} />
      </Panel>
      <Panel title={text('message.to')}>
        <Audience message={message} />
      </Panel>
      <Grid.Root gap={4}>
        {(['en', 'de'] as const).map((locale) => {
          const words = message.texts[locale];
          return (
            words && (
              <Grid.Item key={locale} col={6} xs={12} alignItems="stretch">
                <Panel title={text(`language.${locale}`)}>
                  <Flex direction="column" alignItems="flex-start" gap={2}>
                    <Typography fontWeight="semiBold" textColor="neutral800">
                      {words.subject}
                    </Typography>
                    <Typography textColor="neutral800" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
                      {words.body}
                    </Typography>
                  </Flex>
                </Panel>
              </Grid.Item>
            )
          );
        })}
      </Grid.Root>
    </Screen>
  );
};

/** One message and how far it is. */
export const ProtectedMessagePage = () => (
  <Page.Protect permissions={PERMISSIONS.sendMails}>
    <MessagePage />
  </Page.Protect>
);
