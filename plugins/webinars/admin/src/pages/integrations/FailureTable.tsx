import { Button, Flex, Table, Tbody, Td, Thead, Tr, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { PartnerRecord } from '../../../../contracts/partners';
import { SESSION } from '../../content-manager';
import { LinkStateBadge } from '../../partners/LinkStateBadge';
import { typeOf } from '../../partners/entry';
import { ThereLink } from '../../partners/ThereLink';
import { Trouble } from '../../partners/Trouble';
import { PARTNER_NAMES, useKindName } from '../../partners/words';
import { Cell } from '../../parts/Cell';
import { Confirm } from '../../parts/Confirm';
import { EntryLink } from '../../parts/EntryLink';
import { Heading } from '../../parts/Heading';
import { useText } from '../../translate';

const Why = ({ record: { partner, state, problem, attempts } }: { record: PartnerRecord }) => {
  const text = useText();
  const { formatDate } = useIntl();
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      <LinkStateBadge state={state} />
      {state === 'gone' && (
        <Typography textColor="neutral800">
          {text('partner.gone_remedy', { partner: PARTNER_NAMES[partner] })}
        </Typography>
      )}
      {problem && state === 'failed' && <Trouble partner={partner} problem={problem} />}
      {problem && (
        <Typography variant="pi" textColor="neutral600">
          {text('partner.tries', {
            tries: attempts,
            at: formatDate(problem.at, { dateStyle: 'short', timeStyle: 'short' }),
          })}
        </Typography>
      )}
    </Flex>
  );
};

/** Dead letters, one a row: what, of which session, why, and a way to send it again. */
export const FailureTable = ({
  records,
  onReplay,
}: {
  records: PartnerRecord[];
  onReplay?: (record: PartnerRecord) => void;
}) => {
  const text = useText();
  const nameOf = useKindName();
  return (
    <Table colCount={onReplay ? 4 : 3} rowCount={records.length + 1}>
      <Thead>
        <Tr>
          <Heading>{text('partner.what')}</Heading>
          <Heading>{text('mails.session')}</Heading>
          <Heading>{text('partner.why')}</Heading>
          {onReplay && <Heading>{text('partner.action')}</Heading>}
        </Tr>
      </Thead>
      <Tbody>
        {records.map((record) => {
          const { partner, kind, session, state, url } = record;
          const title = record.title ?? record.record;
          return (
            <Tr key={`${kind} ${record.record}`}>
              <Cell width="28rem">
                <Flex direction="column" alignItems="flex-start">
                  <EntryLink uid={typeOf(kind)} documentId={record.record}>
                    {title}
                  </EntryLink>
                  <Typography variant="pi" textColor="neutral600">
                    {nameOf(kind)}
                  </Typography>
                  {url && <ThereLink partner={partner} url={url} title={title} />}
                </Flex>
              </Cell>
              <Cell width="24rem">
                {session && kind !== 'event' ? (
                  <EntryLink uid={SESSION} documentId={session.documentId}>
                    {session.title}
                  </EntryLink>
                ) : (
                  <Typography textColor="neutral600">–</Typography>
                )}
              </Cell>
              <Cell width="48rem">
                <Why record={record} />
              </Cell>
              {onReplay && (
                <Td>
                  {state === 'failed' && (
                    <Confirm
                      trigger={
                        <Button variant="tertiary" size="S" aria-label={`${text('partner.replay')}: ${title}`}>
                          {text('partner.replay')}
                        </Button>
                      }
                      variant="default"
                      title={text('partner.replay_title')}
                      action={text('partner.replay')}
                      onConfirm={() => onReplay(record)}
                    >
                      {text('partner.replay_body', { title, partner: PARTNER_NAMES[partner] })}
                    </Confirm>
                  )}
                </Td>
              )}
            </Tr>
          );
        })}
      </Tbody>
    </Table>
  );
};
