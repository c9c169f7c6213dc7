import { useState } from 'react';
import { Box, Flex, Link, Loader, Table, Tbody, Td, TextButton, Thead, Tr, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { NavLink } from 'react-router-dom';
import { SEAT_STATES, type SeatRow, type SeatState, type SessionSeats } from '../../../../contracts/session-page';
import { REGISTRATION } from '../../content-manager';
import { EntryLink } from '../../parts/EntryLink';
import { Failed } from '../../parts/Failed';
import { Heading } from '../../parts/Heading';
import { Notice } from '../../parts/Notice';
import { Panel } from '../../parts/Panel';
import { Steps } from '../../parts/Steps';
import { TextLink } from '../../parts/TextLink';
import { checksPath, registrationsPath } from '../../paths';
import { PERMISSIONS } from '../../permissions';
import { useText } from '../../translate';
import { useLoad } from '../../use-load';
import { useContentLocale } from '../../use-locale';
import { useMayDo } from '../../use-may';

const PAGE_SIZE = 10;

const holdsSeat = (state: SeatState): boolean => (SEAT_STATES as readonly string[]).includes(state);

/** The number, and what it is made of. */
const Sum = ({ seats: { capacity, taken, free, over, states, holds } }: { seats: SessionSeats }) => {
  const text = useText();
  const { formatDate } = useIntl();
  const parts = states
    .filter(({ state, count }) => holdsSeat(state) && count > 0)
    .map(({ state, count }) => text('seats.part', { count, state: text(`registration.${state}`) }));
  const at = (instant: string) => formatDate(instant, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <Flex direction="column" alignItems="flex-start" gap={2}>
      <Typography variant="beta" tag="p">
        {parts.length === 0 ? text('seats.none_taken') : text('seats.sum', { taken, parts: parts.join(' + ') })}
      </Typography>
      <Typography textColor="neutral600">
        {capacity === null
          ? text('seats.unlimited')
          : over > 0
            ? text('seats.over', { capacity, over })
            : text('seats.free', { capacity, free: free ?? 0 })}
      </Typography>
      {holds && (
        <Typography textColor="neutral600">
          {text('seats.holds', { count: holds.count, first: at(holds.firstEndsAt), last: at(holds.lastEndsAt) })}
        </Typography>
      )}
    </Flex>
  );
};

const Check = ({ seats: { at, differences } }: { seats: SessionSeats }) => {
  const text = useText();
  const { formatTime } = useIntl();
  const mayVerify = useMayDo(PERMISSIONS.verify);
  if (differences.length === 0) {
    return <Notice tone="success">{text('seats.right', { at: formatTime(at, { timeStyle: 'medium' }) })}</Notice>;
  }
  return (
    <Notice tone="danger" title={text('seats.wrong', { count: differences.length })}>
      <ul>
        {differences.map(({ rule, expected, found }) => (
          <li key={rule}>
            <Typography textColor="neutral800">{text('seats.difference', { expected, found })}</Typography>
          </li>
        ))}
      </ul>
      {mayVerify ? (
        <TextLink to={checksPath}>{text('seats.to_checks')}</TextLink>
      ) : (
        <Typography textColor="neutral800">{text('seats.repair')}</Typography>
      )}
    </Notice>
  );
};

/** Who stands behind one figure, a page at a time. */
const Behind = ({ session, state }: { session: string; state: SeatState }) => {
  const text = useText();
  const { formatDate } = useIntl();
  const [pages, setPages] = useState<string[]>([]);
  const after = pages.at(-1);
  const { body, problem, isFresh, reload } = useLoad<{ data: SeatRow[] }>(
    `/webinars-admin/sessions/${session}/seats/rows`,
    { state, after, pageSize: PAGE_SIZE + 1 },
  );
  if (problem) return <Failed problem={problem} onRetry={() => void reload()} />;
  if (!body || !isFresh) return <Loader small>{text('seats.loading_rows')}</Loader>;
  const shown = body.data.slice(0, PAGE_SIZE);
  const at = (instant: string) => formatDate(instant, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <Panel
      isBare
      title={text(`registration.${state}`)}
      action={
        <Link tag={NavLink} to={registrationsPath({ sessions: session, states: state })}>
          {text('seats.all')}
        </Link>
      }
    >
      <Table colCount={4} rowCount={shown.length + 1}>
        <Thead>
          <Tr>
            <Heading>{text('seats.person')}</Heading>
            <Heading>{text('seats.company')}</Heading>
            <Heading>{text('seats.registered')}</Heading>
            <Heading>{text('seats.held_until')}</Heading>
          </Tr>
        </Thead>
        <Tbody>
          {shown.map((row) => (
            <Tr key={row.id}>
              <Td>
                <Flex direction="column" alignItems="flex-start">
                  <EntryLink uid={REGISTRATION} documentId={row.documentId}>
                    {row.name || row.email}
                  </EntryLink>
                  <Typography variant="pi" textColor="neutral600">
                    {row.email}
                  </Typography>
                </Flex>
              </Td>
              <Td>
                <Typography textColor="neutral800">{row.company ?? '–'}</Typography>
              </Td>
              <Td>
                <Typography textColor="neutral800">{at(row.registeredAt)}</Typography>
              </Td>
              <Td>
                <Typography textColor="neutral800">{row.holdExpiresAt ? at(row.holdExpiresAt) : '–'}</Typography>
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
      <Steps
        onBack={pages.length > 0 ? () => setPages(pages.slice(0, -1)) : null}
        onOn={body.data.length > PAGE_SIZE ? () => setPages([...pages, shown.at(-1)!.id]) : null}
      />
    </Panel>
  );
};

/** "Explain this number": what it is made of, who stands behind each part, and whether it is right. */
export const Seats = ({ session }: { session: string }) => {
  const text = useText();
  const { formatNumber } = useIntl();
  const seesPeople = useMayDo(PERMISSIONS.readRegistrations);
  const [chosen, setChosen] = useState<SeatState | null>(null);
  const { body, problem, reload } = useLoad<{ data: SessionSeats }>(`/webinars-admin/sessions/${session}/seats`, {
    locale: useContentLocale(),
  });
  if (problem && !body) return <Failed problem={problem} onRetry={() => void reload()} />;
  if (!body) return <Loader>{text('seats.loading')}</Loader>;
  const seats = body.data;
  return (
    <>
      <Panel title={text('seats.title')}>
        <Sum seats={seats} />
        <Check seats={seats} />
      </Panel>
      <Table colCount={3} rowCount={seats.states.length + 1}>
        <Thead>
          <Tr>
            <Heading>{text('seats.state')}</Heading>
            <Heading>{text('seats.count')}</Heading>
            <Heading>{text('seats.takes')}</Heading>
          </Tr>
        </Thead>
        <Tbody>
          {seats.states.map(({ state, count }) => (
            <Tr key={state}>
              <Td>
                <Typography textColor="neutral800">{text(`registration.${state}`)}</Typography>
              </Td>
              <Td>
                {count > 0 && seesPeople ? (
                  <TextButton
                    aria-expanded={chosen === state}
                    aria-label={text('seats.show', { count, state: text(`registration.${state}`) })}
                    onClick={() => setChosen(chosen === state ? null : state)}
                  >
                    <Typography textColor="primary600">{formatNumber(count)}</Typography>
                  </TextButton>
                ) : (
                  <Typography textColor="neutral800">{formatNumber(count)}</Typography>
                )}
              </Td>
              <Td>
                <Typography textColor="neutral600">
                  {text(holdsSeat(state) ? 'seats.takes_one' : 'seats.takes_none')}
                </Typography>
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
      {chosen && (
        <Box aria-live="polite">
          <Behind key={chosen} session={session} state={chosen} />
        </Box>
      )}
    </>
  );
};
