import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Clock, Eye, PaperPlane, Play, Stop } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';
import type { RunSheetAction, RunSheetItem } from '../../../../contracts/run-sheet';
import { PERMISSIONS } from '../../permissions';
import { useText } from '../../translate';
import { useMayDo } from '../../use-may';
import { Counts } from './Counts';
import { SheetStateBadge, SheetStateIcon } from './SheetState';
import { useWords } from './use-words';

const Row = styled.li`
  display: grid;
  grid-template-columns: 18rem 2.4rem minmax(0, 1fr) auto;
  gap: 0.4rem 1.2rem;
  padding: 0 1.6rem;

  @media (max-width: 60rem) {
    grid-template-columns: 2.4rem minmax(0, 1fr);
  }
`;

const When = styled(Flex)`
  padding: 1.6rem 0;

  @media (max-width: 60rem) {
    grid-column: 2;
    padding-bottom: 0;
  }
`;

// The line that runs through the whole sheet, with the state of each item on it.
const Line = styled.div`
  position: relative;
  display: flex;
  justify-content: center;
  padding-top: 1.8rem;

  &::before {
    position: absolute;
    top: 0;
    bottom: 0;
    left: calc(50% - 1px);
    width: 2px;
    background: ${({ theme }) => theme.colors.neutral200};
    content: '';
  }

  & > span {
    position: relative;
    z-index: 1;
    height: 2rem;
    border-radius: 50%;
    background: ${({ theme }) => theme.colors.neutral0};
    line-height: 0;
  }

  & svg {
    width: 2rem;
    height: 2rem;
  }

  @media (max-width: 60rem) {
    grid-row: 1 / span 3;
    grid-column: 1;
  }
`;

const Body = styled(Flex)`
  padding: 1.6rem 0;
  min-width: 0;

  @media (max-width: 60rem) {
    grid-column: 2;
    padding: 0.4rem 0;
  }
`;

const Acts = styled(Flex)`
  padding: 1.2rem 0;

  @media (max-width: 60rem) {
    grid-column: 2;
    padding-top: 0;
  }
`;

const ICONS = {
  preview: <Eye />,
  move: <Clock />,
  hold: <Stop />,
  release: <Play />,
  send_now: <PaperPlane />,
} as const satisfies Record<RunSheetAction, object>;

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

const Time = ({ at, now, timezone }: { at: string; now: string; timezone: string }) => {
  const { formatDate, formatTime, formatRelativeTime } = useIntl();
  const away = Date.parse(at) - Date.parse(now);
  const [unit, length] = UNITS.find(([, ms]) => Math.abs(away) >= ms) ?? UNITS[2];
  const isOtherYear = at.slice(0, 4) !== now.slice(0, 4);
  return (
    <When direction="column" alignItems="flex-start">
      <Typography tag="time" dateTime={at} fontWeight="semiBold" textColor="neutral800">
        {formatDate(at, {
          weekday: 'short',
          day: 'numeric',
          month: 'short',
          year: isOtherYear ? 'numeric' : undefined,
          timeZone: timezone,
        })}
        {' · '}
        {formatTime(at, { hour: '2-digit', minute: '2-digit', timeZone: timezone })}
      </Typography>
      <Typography variant="pi" textColor="neutral600">
        {formatRelativeTime(Math.trunc(away / length), unit, { numeric: 'auto' })}
      </Typography>
    </When>
  );
};

/** One line of the run sheet: when, what, how it stands, and what can be done with it. */
export const Item = ({
  item,
  session,
  now,
  timezone,
  isBusy,
  onAct,
}: {
  item: RunSheetItem;
  session: string;
  now: string;
  timezone: string;
  isBusy: boolean;
  onAct(action: RunSheetAction, item: RunSheetItem): void;
}) => {
  const text = useText();
  const { titleOf, aboutOf } = useWords(timezone);
  const may: Record<RunSheetAction, boolean> = {
    preview: useMayDo(PERMISSIONS.readMails),
    move: useMayDo(PERMISSIONS.manageSessions),
    hold: useMayDo(PERMISSIONS.manageSessions),
    release: useMayDo(PERMISSIONS.manageSessions),
    send_now: useMayDo(PERMISSIONS.sendMails),
  };
  const title = titleOf(item);
  const about = aboutOf(item);
  const actions = item.actions.filter((action) => may[action]);
  return (
    <Row data-item={item.id} data-state={item.state}>
      <Time at={item.at} now={now} timezone={timezone} />
      <Line>
        <span>
          <SheetStateIcon state={item.state} />
        </span>
      </Line>
      <Body direction="column" alignItems="flex-start" gap={1}>
        <Flex gap={2} wrap="wrap">
          <Typography tag="h2" fontWeight="semiBold" textColor="neutral800">
            {title}
          </Typography>
          <SheetStateBadge state={item.state} />
        </Flex>
        {about.length > 0 && (
          <Typography variant="pi" textColor="neutral600">
            {about.join(' · ')}
          </Typography>
        )}
        <Counts item={item} session={session} />
        {item.state === 'missed' && (
          <Typography variant="pi" textColor="neutral600">
            {text('sheet.missed_hint')}
          </Typography>
        )}
      </Body>
      {actions.length > 0 ? (
        <Acts gap={1} wrap="wrap" alignItems="flex-start">
          {actions.map((action) => (
            <Button
              key={action}
              variant={action === 'preview' ? 'ghost' : 'tertiary'}
              size="S"
              startIcon={ICONS[action]}
              disabled={isBusy}
              aria-label={text('sheet.act_on', { action: text(`sheet.act.${action}`), title })}
              onClick={() => onAct(action, item)}
            >
              {text(`sheet.act.${action}`)}
            </Button>
          ))}
        </Acts>
      ) : (
        <Box />
      )}
    </Row>
  );
};
