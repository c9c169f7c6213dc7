import { useRef, type ComponentProps, type ReactNode } from 'react';
import { Checkbox, Flex, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { CaretDown, CaretUp } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';
import { countryName } from '../../../../contracts/countries';
import type { RosterColumn, RosterRow, RosterSort } from '../../../../contracts/roster';
import { Heading } from '../../parts/Heading';
import { BouncedBadge } from '../../parts/MailStateBadge';
import { RegistrationStateBadge } from '../../parts/RegistrationStateBadge';
import { TextLink } from '../../parts/TextLink';
import { registrationPath } from '../../paths';
import { useText } from '../../translate';
import { isPicked, pageState } from './selection';
import type { List } from './use-list';
import type { Picking } from './use-selection';
import { useContentLocale } from '../../use-locale';
import { useMoney } from '../../use-money';
import { nameOf, useWord } from './words';

const SORTED_BY: Partial<Record<RosterColumn, RosterSort>> = {
  company: 'company',
  sessionAt: 'session',
  session: 'session',
  state: 'state',
  registered: 'registered',
};

const SortButton = styled.button`
  display: inline-flex;
  align-items: center;
  gap: 0.4rem;
  padding: 0.4rem 0;
  border: 0;
  background: none;
  color: ${({ theme }) => theme.colors.neutral600};
  font: inherit;
  text-transform: inherit;
  letter-spacing: inherit;
  white-space: nowrap;
  cursor: pointer;

  &:hover {
    color: ${({ theme }) => theme.colors.neutral800};
  }
`;

/** The head of a column, by which the list is sorted where it can be. The table tells each cell its place. */
const SortHeading = ({
  list,
  sort,
  children,
  ...place
}: ComponentProps<typeof Th> & { list: List; sort: RosterSort | undefined; children: string }) => {
  const { order, sortBy } = list;
  if (!sort) return <Heading {...place}>{children}</Heading>;
  const isSorted = sort === order.sort;
  return (
    <Th
      {...place}
      role="columnheader"
      aria-sort={isSorted ? (order.direction === 'asc' ? 'ascending' : 'descending') : 'none'}
    >
      <SortButton type="button" onClick={() => sortBy(sort)}>
        <Typography variant="sigma" textColor="neutral600">
          {children}
        </Typography>
        {isSorted && (order.direction === 'asc' ? <CaretUp aria-hidden /> : <CaretDown aria-hidden />)}
      </SortButton>
    </Th>
  );
};

const Words = ({ children }: { children: ReactNode }) => (
  <Typography textColor="neutral800" ellipsis>
    {children ?? '–'}
  </Typography>
);
const Small = ({ children }: { children: ReactNode }) => (
  <Typography variant="pi" textColor="neutral600" ellipsis>
    {children}
  </Typography>
);
const Time = ({ at, children }: { at: string; children: string }) => (
  <Typography tag="time" dateTime={at} textColor="neutral800">
    {children}
  </Typography>
);

const useColumns = (): Record<RosterColumn, (row: RosterRow) => ReactNode> => {
  const text = useText();
  const word = useWord();
  const money = useMoney();
  const language = useContentLocale();
  const { formatDate } = useIntl();
  const short = { dateStyle: 'short', timeStyle: 'short' } as const;
  return {
    email: ({ email, isBounced }) => (
      <Flex gap={2}>
        <Words>{email}</Words>
        {isBounced && <BouncedBadge />}
      </Flex>
    ),
    company: ({ company }) => <Words>{company}</Words>,
    companySize: ({ companySize }) => <Words>{word('size', companySize)}</Words>,
    position: ({ position }) => <Words>{position}</Words>,
    country: ({ country }) => <Words>{country && countryName(country, language)}</Words>,
    session: ({ session }) => <Words>{session.title}</Words>,
    sessionAt: ({ session: { datetime, timezone } }) => (
      <Time at={datetime}>{formatDate(datetime, { ...short, timeZone: timezone })}</Time>
    ),
    state: ({ state, waitlistPosition, cancelReason, holdExpiresAt }) => (
      <Flex direction="column" alignItems="flex-start" gap={1}>
        <RegistrationStateBadge state={state} />
        {waitlistPosition !== null && <Small>{text('roster.place', { place: waitlistPosition })}</Small>}
        {holdExpiresAt && <Small>{text('roster.held_until', { at: formatDate(holdExpiresAt, short) })}</Small>}
        {cancelReason && <Small>{word('cancelled', cancelReason)}</Small>}
      </Flex>
    ),
    registered: ({ registeredAt }) => <Time at={registeredAt}>{formatDate(registeredAt, short)}</Time>,
    payment: ({ paymentStatus, paymentAmount, paymentCurrency }) => (
      <Flex direction="column" alignItems="flex-start">
        <Words>{word('payment', paymentStatus)}</Words>
        {paymentAmount !== null && paymentCurrency && <Small>{money(paymentAmount, paymentCurrency)}</Small>}
      </Flex>
    ),
    source: ({ source }) => <Words>{source}</Words>,
    locale: ({ locale }) => <Words>{text(`language.${locale}`)}</Words>,
    attendance: ({ joinedAt, attendanceMinutes }) => (
      <Words>
        {attendanceMinutes !== null
          ? text('overview.minutes', { minutes: attendanceMinutes })
          : joinedAt
            ? text('attendance.joined')
            : '–'}
      </Words>
    ),
    rating: ({ rating }) => <Words>{rating === null ? '–' : text('roster.rating_of', { rating })}</Words>,
    reference: ({ reference }) => <Words>{reference}</Words>,
  };
};

/** Picks somebody; with the shift key everybody from the last one on as well. */
const Pick = ({ row, rows, picking }: { row: RosterRow; rows: RosterRow[]; picking: Picking }) => {
  const text = useText();
  const isRange = useRef(false);
  return (
    <Checkbox
      aria-label={text('roster.pick', { name: nameOf(row) })}
      checked={isPicked(picking.selection, row.documentId)}
      onClick={(event) => {
        isRange.current = event.shiftKey;
      }}
      onCheckedChange={() => picking.toggle(rows, row.documentId, isRange.current)}
    />
  );
};

/** The registrations of a page, each with a way to it. `picking` null: the reader may do nothing with them. */
export const RosterTable = ({ rows, list, picking }: { rows: RosterRow[]; list: List; picking: Picking | null }) => {
  const text = useText();
  const cells = useColumns();
  const page = rows.map(({ documentId }) => documentId);
  return (
    <Table colCount={list.columns.length + (picking ? 2 : 1)} rowCount={rows.length + 1}>
      <Thead>
        <Tr>
          {picking && (
            <Th>
              <Checkbox
                aria-label={text('roster.pick_page')}
                checked={pageState(picking.selection, page)}
                onCheckedChange={() => picking.togglePage(rows)}
              />
            </Th>
          )}
          <SortHeading list={list} sort="name">
            {text('roster.column.name')}
          </SortHeading>
          {list.columns.map((column) => (
            <SortHeading key={column} list={list} sort={SORTED_BY[column]}>
              {text(`roster.column.${column}`)}
            </SortHeading>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {rows.map((row) => (
          <Tr key={row.documentId}>
            {picking && (
              <Td>
                <Pick row={row} rows={rows} picking={picking} />
              </Td>
            )}
            <Td maxWidth="26rem">
              <TextLink to={registrationPath(row.documentId)}>{nameOf(row)}</TextLink>
            </Td>
            {list.columns.map((column) => (
              <Td key={column} maxWidth="26rem">
                {cells[column](row)}
              </Td>
            ))}
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
};
