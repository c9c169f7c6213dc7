import { Page } from '@strapi/strapi/admin';
import { Link, LinkButton, Table, Tbody, Td, Thead, Tr, Typography } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { NavLink } from 'react-router-dom';
import type { BulkView } from '../../../../contracts/bulk';
import { Empty } from '../../parts/Empty';
import { Failed } from '../../parts/Failed';
import { Heading } from '../../parts/Heading';
import { Screen } from '../../parts/Screen';
import { TextLink } from '../../parts/TextLink';
import { When } from '../../parts/When';
import { bulkPath, registrationsPath } from '../../paths';
import { PERMISSIONS } from '../../permissions';
import { useText } from '../../translate';
import { useLoad } from '../../use-load';
import { BulkStateBadge } from './BulkStateBadge';
import { useTitle } from './words';

const FRESH_FOR_MS = 5_000;

const BulksPage = () => {
  const text = useText();
  const titleOf = useTitle();
  const { body, problem, isLoading, reload } = useLoad<{ data: BulkView[] }>('/webinars-admin/bulk', {}, FRESH_FOR_MS);
  if (!body && isLoading) return <Page.Loading>{text('bulk.loading')}</Page.Loading>;
  return (
    <Screen
      title={text('nav.bulk')}
      subtitle={text('bulk.subtitle')}
      navigationAction={
        <Link tag={NavLink} to={registrationsPath()} startIcon={<ArrowLeft />}>
          {text('roster.all')}
        </Link>
      }
    >
      {!body ? (
        problem && <Failed problem={problem} onRetry={() => void reload()} />
      ) : body.data.length === 0 ? (
        <Empty
          content={text('bulk.none')}
          action={
            <LinkButton tag={NavLink} to={registrationsPath()} variant="secondary">
              {text('roster.all')}
            </LinkButton>
          }
        />
      ) : (
        <Table colCount={4} rowCount={body.data.length + 1}>
          <Thead>
            <Tr>
              <Heading>{text('bulk.action')}</Heading>
              <Heading>{text('mails.state')}</Heading>
              <Heading>{text('bulk.done_of')}</Heading>
              <Heading>{text('mails.when')}</Heading>
            </Tr>
          </Thead>
          <Tbody>
            {body.data.map((bulk) => (
              <Tr key={bulk.id}>
                <Td maxWidth="36rem">
                  <TextLink to={bulkPath(bulk.id)}>{titleOf(bulk)}</TextLink>
                </Td>
                <Td>
                  <BulkStateBadge state={bulk.state} />
                </Td>
                <Td>
                  <Typography textColor="neutral800">
                    {text('overview.taken_of', { taken: bulk.changed, capacity: bulk.people })}
                  </Typography>
                </Td>
                <Td>
                  <When at={bulk.begunAt ?? bulk.madeAt} by={bulk.by} />
                </Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      )}
    </Screen>
  );
};

/** What staff did with many registrations at once. */
export const ProtectedBulksPage = () => (
  <Page.Protect permissions={PERMISSIONS.readRegistrations}>
    <BulksPage />
  </Page.Protect>
);
