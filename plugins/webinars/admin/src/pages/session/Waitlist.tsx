import { useState } from 'react';
import { Button, Flex, Loader, Table, Tbody, Td, Thead, Tr, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { SessionPage, Waitlist as Line, WaitlistRow } from '../../../../contracts/session-page';
import { REGISTRATION } from '../../content-manager';
import { Cell } from '../../parts/Cell';
import { EntryLink } from '../../parts/EntryLink';
import { Empty } from '../../parts/Empty';
import { Failed } from '../../parts/Failed';
import { Heading } from '../../parts/Heading';
import { Notice } from '../../parts/Notice';
import { Steps } from '../../parts/Steps';
import { PERMISSIONS } from '../../permissions';
import { useText } from '../../translate';
import { useLoad } from '../../use-load';
import { useMayDo } from '../../use-may';
import { Promote } from './Promote';

const PAGE_SIZE = 25;

const Why = ({ row, timezone }: { row: WaitlistRow; timezone: string }) => {
  const text = useText();
  const { formatDate } = useIntl();
  const since = formatDate(row.since, { dateStyle: 'medium', timeStyle: 'medium', timeZone: timezone });
  return (
    <Flex direction="column" alignItems="flex-start">
      <Typography textColor="neutral800">{text(`waitlist.reason.${row.reason}`, { since })}</Typography>
      {row.passedBy > 0 && (
        <Typography variant="pi" textColor="neutral600">
          {text('waitlist.passed', { count: row.passedBy })}
        </Typography>
      )}
    </Flex>
  );
};

/** Who waits, in order and why, and a seat out of turn for who must have one. */
export const Waitlist = ({ session, onChanged }: { session: SessionPage; onChanged(): void }) => {
  const text = useText();
  const mayPromote = useMayDo(PERMISSIONS.manageRegistrations);
  const [pages, setPages] = useState<number[]>([]);
  const [chosen, setChosen] = useState<WaitlistRow | null>(null);
  const after = pages.at(-1) ?? 0;
  const { body, problem, reload } = useLoad<{ data: Line }>(`/webinars-admin/sessions/${session.documentId}/waitlist`, {
    after,
    pageSize: PAGE_SIZE,
  });
  if (problem && !body) return <Failed problem={problem} onRetry={() => void reload()} />;
  if (!body) return <Loader>{text('waitlist.loading')}</Loader>;
  const { total, free, block, rows } = body.data;
  if (total === 0) {
    return <Empty content={text('waitlist.none')} />;
  }
  return (
    <>
      <Notice tone={block === 'no_checkout' ? 'warning' : 'info'} title={text('waitlist.count', { total })}>
        {text(block ? `waitlist.block.${block}` : 'waitlist.moving')}
      </Notice>
      <Table colCount={mayPromote ? 4 : 3} rowCount={rows.length + 1}>
        <Thead>
          <Tr>
            <Heading>{text('waitlist.place')}</Heading>
            <Heading>{text('seats.person')}</Heading>
            <Heading>{text('waitlist.why')}</Heading>
            {mayPromote && <Heading>{text('waitlist.override')}</Heading>}
          </Tr>
        </Thead>
        <Tbody>
          {rows.map((row) => (
            <Tr key={row.documentId}>
              <Td>
                <Typography variant="delta">{String(row.place)}</Typography>
              </Td>
              <Td>
                <Flex direction="column" alignItems="flex-start">
                  <EntryLink uid={REGISTRATION} documentId={row.documentId}>
                    {row.name || row.email}
                  </EntryLink>
                  <Typography variant="pi" textColor="neutral600">
                    {[row.email, row.company].filter(Boolean).join(' · ')}
                  </Typography>
                </Flex>
              </Td>
              <Cell width="36rem">
                <Why row={row} timezone={session.timezone} />
              </Cell>
              {mayPromote && (
                <Td>
                  <Button
                    variant="tertiary"
                    size="S"
                    aria-label={text('waitlist.promote_one', { name: row.name || row.email })}
                    onClick={() => setChosen(row)}
                  >
                    {text('waitlist.promote')}
                  </Button>
                </Td>
              )}
            </Tr>
          ))}
        </Tbody>
      </Table>
      <Steps
        onBack={pages.length > 0 ? () => setPages(pages.slice(0, -1)) : null}
        onOn={(rows.at(-1)?.place ?? total) < total ? () => setPages([...pages, rows.at(-1)!.place]) : null}
      />
      {chosen && (
        <Promote
          session={session}
          person={chosen}
          free={free}
          onClose={() => setChosen(null)}
          onDone={() => {
            setChosen(null);
            void reload();
            onChanged();
          }}
        />
      )}
    </>
  );
};
