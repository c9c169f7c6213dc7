import { Flex, Typography } from '@strapi/design-system';
import { CheckCircle } from '@strapi/icons';
import { useIntl } from 'react-intl';
import type { OverviewActivity, Task } from '../../../../contracts/overview';
import { entryPath, SESSION } from '../../content-manager';
import { Panel } from '../../parts/Panel';
import { TextLink } from '../../parts/TextLink';
import { registrationsPath, sessionPath } from '../../paths';
import { PERMISSIONS } from '../../permissions';
import { useText } from '../../translate';
import { useMay, useMayDo } from '../../use-may';
import { Hint, Matter } from './Matter';

type Due = OverviewActivity['tasks'][number]['sessions'][number];

/** Where each task is done, for those who may go there. */
const useWays = (): Record<Task, ((session: string) => string) | null> => {
  const registrations = useMayDo(PERMISSIONS.readRegistrations);
  const sessions = useMayDo(PERMISSIONS.readSessions);
  const entry = useMay('read', SESSION) ? (session: string) => entryPath(SESSION, session) : null;
  return {
    approve: registrations
      ? (session) => registrationsPath({ states: 'pending_approval', sessions: session, direction: 'asc' })
      : null,
    prepare: entry,
    publish: sessions ? (session) => sessionPath(session) : entry,
    record_attendance: registrations
      ? (session) => registrationsPath({ sessions: session, attendance: 'unrecorded' })
      : null,
    add_recording: entry,
  };
};

/** What somebody has to do next, and where. */
export const Tasks = ({ tasks }: Pick<OverviewActivity, 'tasks'>) => {
  const text = useText();
  const { formatDate, formatList } = useIntl();
  const ways = useWays();
  const hintOf = ({ datetime, timezone, people, missing }: Due): string => {
    const day = formatDate(datetime, { weekday: 'short', day: 'numeric', month: 'short', timeZone: timezone });
    const lacks = missing.map((one) => text(`overview.missing.${one}`));
    return [
      day,
      people !== null && text('overview.task_people', { people }),
      lacks.length > 0 && text('overview.missing', { what: formatList(lacks) }),
    ]
      .filter(Boolean)
      .join(' · ');
  };
  return (
    <Panel title={text('overview.tasks')}>
      {tasks.length === 0 ? (
        <Flex gap={3}>
          <CheckCircle fill="success600" aria-hidden />
          <Typography>{text('overview.no_tasks')}</Typography>
        </Flex>
      ) : (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={4}>
          {tasks.map(({ task, count, sessions }) => {
            const way = ways[task];
            return (
              <Matter key={task} tone="info" title={text(`overview.task.${task}`, { count })}>
                {sessions.map((session) => (
                  <Flex key={session.documentId} gap={2} wrap="wrap">
                    {way ? (
                      <TextLink to={way(session.documentId)}>{session.title}</TextLink>
                    ) : (
                      <Typography textColor="neutral800">{session.title}</Typography>
                    )}
                    <Hint>{hintOf(session)}</Hint>
                  </Flex>
                ))}
                {count > sessions.length && <Hint>{text('overview.and_more', { more: count - sessions.length })}</Hint>}
              </Matter>
            );
          })}
        </Flex>
      )}
    </Panel>
  );
};
