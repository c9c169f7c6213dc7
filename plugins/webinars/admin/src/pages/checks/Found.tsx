import { Badge, Button, Flex, Loader, Table, Tbody, Td, Thead, Tr, Typography } from '@strapi/design-system';
import { CheckCircle } from '@strapi/icons';
import { useIntl } from 'react-intl';
import type { CheckDetail, CheckRow, FoundDifference } from '../../../../contracts/checks';
import { Cell } from '../../parts/Cell';
import { Confirm } from '../../parts/Confirm';
import { Failed } from '../../parts/Failed';
import { Heading } from '../../parts/Heading';
import { Notice } from '../../parts/Notice';
import { Panel } from '../../parts/Panel';
import { TextLink } from '../../parts/TextLink';
import { sessionPath } from '../../paths';
import { PERMISSIONS } from '../../permissions';
import { useText } from '../../translate';
import { useLoad } from '../../use-load';
import { useContentLocale } from '../../use-locale';
import { useMayDo } from '../../use-may';

const Where = ({ difference: { session } }: { difference: FoundDifference }) => {
  const text = useText();
  const seesSessions = useMayDo(PERMISSIONS.readSessions);
  if (!session) return <Typography textColor="neutral600">{text('checks.database')}</Typography>;
  if (session.title === null) return <Typography textColor="neutral800">{session.documentId}</Typography>;
  return seesSessions ? (
    <TextLink to={sessionPath(session.documentId, 'seats')}>{session.title}</TextLink>
  ) : (
    <Typography textColor="neutral800">{session.title}</Typography>
  );
};

const Differences = ({ found }: { found: FoundDifference[] }) => {
  const text = useText();
  return (
    <Table colCount={5} rowCount={found.length + 1}>
      <Thead>
        <Tr>
          <Heading>{text('checks.rule')}</Heading>
          <Heading>{text('checks.where')}</Heading>
          <Heading>{text('checks.expected')}</Heading>
          <Heading>{text('checks.found')}</Heading>
          <Heading>{text('checks.remedy')}</Heading>
        </Tr>
      </Thead>
      <Tbody>
        {found.map((difference, index) => (
          <Tr key={index}>
            <Cell width="22rem">
              <Typography textColor="neutral800">{text(`check.${difference.rule}`)}</Typography>
            </Cell>
            <Cell width="22rem">
              <Where difference={difference} />
            </Cell>
            <Cell width="22rem">
              <Typography textColor="neutral800">{difference.expected}</Typography>
            </Cell>
            <Cell width="22rem">
              <Typography textColor="neutral800">{difference.found}</Typography>
            </Cell>
            <Td>
              <Badge>{text(difference.repairable ? 'checks.repairable' : 'checks.by_hand')}</Badge>
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
};

/** What one check found, and the way to mend what decides nothing for a person. */
export const Found = ({
  check,
  isLatest,
  isBusy,
  onRepair,
}: {
  check: CheckRow | null;
  isLatest: boolean;
  isBusy: boolean;
  onRepair(at: string): void;
}) => {
  const text = useText();
  const locale = useContentLocale();
  const { formatDate } = useIntl();
  const needed = check !== null && check.differences > 0;
  const { body, problem, reload } = useLoad<{ data: CheckDetail }>(
    needed ? `/webinars-admin/verifications/${check.at}` : null,
    { locale },
  );
  if (!check) {
    return (
      <Panel title={text('checks.last')}>
        <Typography>{text('verify.never')}</Typography>
      </Panel>
    );
  }
  const found = body?.data.found ?? [];
  const repairable = found.filter((one) => one.repairable);
  const sessions = new Set(repairable.map(({ session }) => session?.documentId)).size;
  const at = formatDate(check.at, { dateStyle: 'long', timeStyle: 'short' });
  return (
    <Panel
      title={text(isLatest ? 'checks.last_at' : 'checks.check_at', { at })}
      action={
        isLatest && repairable.length > 0 ? (
          <Confirm
            trigger={<Button loading={isBusy}>{text('checks.repair', { count: repairable.length })}</Button>}
            variant="default"
            title={text('checks.repair_title')}
            action={text('checks.repair_do')}
            onConfirm={() => onRepair(check.at)}
          >
            <Flex direction="column" alignItems="flex-start" gap={3}>
              <Typography>{text('checks.repair_body', { count: repairable.length, sessions })}</Typography>
              <Flex tag="ul" direction="column" alignItems="flex-start" gap={1}>
                {repairable.slice(0, 10).map(({ rule, session, expected, found: was }, index) => (
                  <Typography tag="li" key={index} variant="pi">
                    {`${text(`check.${rule}`)} · ${session?.title ?? ''}: ${was} → ${expected}`}
                  </Typography>
                ))}
              </Flex>
              {repairable.length > 10 && (
                <Typography variant="pi">{text('checks.and_more', { count: repairable.length - 10 })}</Typography>
              )}
            </Flex>
          </Confirm>
        ) : undefined
      }
    >
      <Typography textColor="neutral600">
        {text(check.by === null ? 'checks.over' : 'checks.over_by', {
          sessions: check.sessions,
          registrations: check.registrations,
          by: check.by,
        })}
      </Typography>
      {check.repaired > 0 && <Notice tone="success">{text('checks.repaired', { count: check.repaired })}</Notice>}
      {check.differences === 0 ? (
        <Flex gap={3}>
          <CheckCircle fill="success600" aria-hidden />
          <Typography textColor="neutral800">{text('checks.all_well')}</Typography>
        </Flex>
      ) : problem && !body ? (
        <Failed problem={problem} onRetry={() => void reload()} />
      ) : !body ? (
        <Loader small>{text('checks.loading')}</Loader>
      ) : (
        <>
          <Typography fontWeight="semiBold">{text('checks.differences', { count: check.differences })}</Typography>
          {found.length > 0 ? (
            <Differences found={found} />
          ) : (
            <Typography textColor="neutral600">{text('checks.not_kept')}</Typography>
          )}
        </>
      )}
    </Panel>
  );
};
