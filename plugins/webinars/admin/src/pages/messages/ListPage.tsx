import { Page } from '@strapi/strapi/admin';
import { Flex, LinkButton, Table, Tbody, Td, Thead, Tr, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { NavLink } from 'react-router-dom';
import type { MessageView } from '../../../../contracts/messages';
import { Empty } from '../../parts/Empty';
import { Failed } from '../../parts/Failed';
import { Heading } from '../../parts/Heading';
import { Screen } from '../../parts/Screen';
import { TextLink } from '../../parts/TextLink';
import { When } from '../../parts/When';
import { messagePath, newMessagePath } from '../../paths';
import { PERMISSIONS } from '../../permissions';
import { useText } from '../../translate';
import { useLoad } from '../../use-load';
import { MessageStateBadge } from './MessageStateBadge';
import { subjectOf } from './subject-of';
import { useContentLocale } from '../../use-locale';

const FRESH_FOR_MS = 15_000;

const MessagesPage = () => {
  const text = useText();
  const { locale } = useIntl();
  const { body, problem, isLoading, reload } = useLoad<{ data: MessageView[] }>(
    '/webinars-admin/messages',
    { titles: useContentLocale() },
    FRESH_FOR_MS,
  );
  const write = (
    <LinkButton tag={NavLink} to={newMessagePath()} startIcon={<Plus />}>
      {text('messages.new')}
    </LinkButton>
  );
  if (!body && isLoading) return <Page.Loading>{text('messages.loading')}</Page.Loading>;
  return (
    <Screen title={text('nav.messages')} subtitle={text('messages.subtitle')} primaryAction={write} isBusy={isLoading}>
      {!body ? (
        problem && <Failed problem={problem} onRetry={() => void reload()} />
      ) : body.data.length === 0 ? (
        <Empty
          content={text('messages.none')}
          action={
            <LinkButton tag={NavLink} to={newMessagePath()} variant="secondary" startIcon={<Plus />}>
              {text('messages.new')}
            </LinkButton>
          }
        />
      ) : (
        <Table colCount={5} rowCount={body.data.length + 1}>
          <Thead>
            <Tr>
              <Heading>{text('messages.message')}</Heading>
              <Heading>{text('mails.session')}</Heading>
              <Heading>{text('mails.state')}</Heading>
              <Heading>{text('messages.arrived')}</Heading>
              <Heading>{text('mails.when')}</Heading>
            </Tr>
          </Thead>
          <Tbody>
            {body.data.map((message) => (
              <Tr key={message.id}>
                <Td maxWidth="36rem">
                  <Flex direction="column" alignItems="flex-start" maxWidth="36rem">
                    <TextLink to={messagePath(message.id)}>{subjectOf(message, locale)}</TextLink>
                    <Typography variant="pi" textColor="neutral600">
                      {text(`message.category.${message.category}`)}
                    </Typography>
                  </Flex>
                </Td>
                <Td maxWidth="28rem">
                  <Typography textColor="neutral800" ellipsis>
                    {message.session?.title ?? '–'}
                  </Typography>
                </Td>
                <Td>
                  <MessageStateBadge state={message.state} />
                </Td>
                <Td>
                  <Typography textColor="neutral800">
                    {text('overview.taken_of', { taken: message.sent, capacity: message.total })}
                  </Typography>
                </Td>
                <Td>
                  <When at={message.createdAt} by={message.createdBy} />
                </Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      )}
    </Screen>
  );
};

/** What staff have written to registrants. */
export const ProtectedMessagesPage = () => (
  <Page.Protect permissions={PERMISSIONS.sendMails}>
    <MessagesPage />
  </Page.Protect>
);
