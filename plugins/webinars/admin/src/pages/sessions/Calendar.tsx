import { Box, Button, Flex, IconButton, Typography } from '@strapi/design-system';
import { ChevronLeft, ChevronRight } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';
import type { CalendarAnswer, PlannedSession } from '../../../../contracts/planning';
import { instantAt } from '../../local-time';
import { TextLink } from '../../parts/TextLink';
import { sessionPath } from '../../paths';
import { useText } from '../../translate';
import { dayAfter, monthBeside, weeksOf } from './month';
import type { ViewState } from './use-view';

const Grid = styled.table`
  width: 100%;
  min-width: 84rem;
  table-layout: fixed;
  border-collapse: collapse;
  background: ${({ theme }) => theme.colors.neutral0};

  th {
    padding: 0.8rem;
    text-align: start;
  }

  td {
    height: 11rem;
    padding: 0.6rem;
    vertical-align: top;
    border: 1px solid ${({ theme }) => theme.colors.neutral200};
  }

  td[data-beside] {
    background: ${({ theme }) => theme.colors.neutral100};
  }
`;

const Day = styled.span<{ $isToday: boolean }>`
  display: inline-block;
  min-width: 2.4rem;
  padding: 0.2rem 0.4rem;
  border-radius: 1.2rem;
  text-align: center;
  font-size: 1.2rem;
  color: ${({ theme, $isToday }) => ($isToday ? theme.colors.neutral0 : theme.colors.neutral700)};
  background: ${({ theme, $isToday }) => ($isToday ? theme.colors.primary600 : 'transparent')};
`;

const EDGE = {
  draft: 'neutral300',
  published: 'success500',
  live: 'primary600',
  completed: 'neutral500',
  cancelled: 'danger500',
} as const;

const Entry = styled.li<{ $state: PlannedSession['state'] }>`
  padding-inline-start: 0.6rem;
  border-inline-start: 3px ${({ $state }) => ($state === 'draft' ? 'dashed' : 'solid')}
    ${({ theme, $state }) => theme.colors[EDGE[$state]]};
  font-size: 1.2rem;
  line-height: 1.4;
`;

const One = ({ session, timezone }: { session: PlannedSession; timezone: string }) => {
  const text = useText();
  const { formatTime } = useIntl();
  const isOver = session.state === 'cancelled';
  return (
    <Entry $state={session.state}>
      <Typography variant="pi" textColor="neutral600">
        {formatTime(session.datetime, { hour: '2-digit', minute: '2-digit', timeZone: timezone })}
        {session.state === 'published' ? '' : ` · ${text(`session.state.${session.state}`)}`}
        {session.oddities.length > 0 ? ` · ${text('sessions.calendar.look')}` : ''}
      </Typography>
      <TextLink
        to={sessionPath(session.documentId)}
        title={session.title}
        style={isOver ? { textDecoration: 'line-through' } : undefined}
      >
        {session.title}
      </TextLink>
    </Entry>
  );
};

/** A month of the programme, on the clocks of its place. */
export const Calendar = ({
  answer: { data, meta },
  month,
  view,
  isFresh,
}: {
  answer: CalendarAnswer;
  month: string;
  view: ViewState;
  isFresh: boolean;
}) => {
  const text = useText();
  const { formatDate } = useIntl();
  const weeks = weeksOf(month);
  const days = new Map(data.map((one) => [one.day, one]));
  const named = (day: string, options: Intl.DateTimeFormatOptions) =>
    formatDate(`${day}T12:00:00Z`, { ...options, timeZone: 'UTC' });
  const title = named(`${month}-01`, { month: 'long', year: 'numeric' });
  const thisMonth = meta.today.slice(0, 7);
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Flex justifyContent="space-between" gap={3} wrap="wrap">
        <Typography variant="beta" tag="h2" aria-live="polite">
          {title}
        </Typography>
        <Flex gap={2}>
          <IconButton
            label={text('sessions.calendar.before')}
            onClick={() => view.change('month', monthBeside(month, -1))}
          >
            <ChevronLeft />
          </IconButton>
          <Button variant="tertiary" size="S" disabled={month === thisMonth} onClick={() => view.change('month', null)}>
            {text('sessions.calendar.today')}
          </Button>
          <IconButton
            label={text('sessions.calendar.after')}
            onClick={() => view.change('month', monthBeside(month, 1))}
          >
            <ChevronRight />
          </IconButton>
        </Flex>
      </Flex>
      {data.length === 0 && isFresh && <Typography textColor="neutral600">{text('sessions.calendar.none')}</Typography>}
      <Box
        role="region"
        aria-label={title}
        tabIndex={0}
        overflow="auto"
        hasRadius
        shadow="tableShadow"
        style={{ opacity: isFresh ? 1 : 0.6 }}
      >
        <Grid>
          <thead>
            <tr>
              {weeks[0]!.map((day) => (
                <th key={day} scope="col">
                  <Typography variant="sigma" textColor="neutral600">
                    {named(day, { weekday: 'short' })}
                  </Typography>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeks.map((week) => (
              <tr key={week[0]}>
                {week.map((day) => {
                  const { count = 0, sessions = [] } = days.get(day) ?? {};
                  return (
                    <td key={day} data-beside={day.startsWith(month) ? undefined : true}>
                      <Flex direction="column" alignItems="stretch" gap={1}>
                        <time dateTime={day} aria-label={named(day, { dateStyle: 'full' })}>
                          <Day $isToday={day === meta.today}>{Number(day.slice(8))}</Day>
                        </time>
                        {sessions.length > 0 && (
                          <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
                            {sessions.map((session) => (
                              <One key={session.documentId} session={session} timezone={meta.timezone} />
                            ))}
                          </Flex>
                        )}
                        {count > sessions.length && (
                          <Button
                            variant="ghost"
                            size="S"
                            onClick={() =>
                              view.showList({
                                from: instantAt(`${day}T00:00`, meta.timezone) ?? undefined,
                                to: instantAt(`${dayAfter(day)}T00:00`, meta.timezone) ?? undefined,
                              })
                            }
                          >
                            {text('sessions.calendar.more', { count: count - sessions.length })}
                          </Button>
                        )}
                      </Flex>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </Grid>
      </Box>
      <Typography variant="pi" textColor="neutral600">
        {text('sessions.calendar.zone', { zone: meta.timezone })}
      </Typography>
    </Flex>
  );
};
