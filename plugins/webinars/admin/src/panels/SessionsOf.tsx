import { Flex, Link, LinkButton, Loader, Typography } from '@strapi/design-system';
import { ArrowRight } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { NavLink } from 'react-router-dom';
import type { SessionsOf } from '../../../contracts/planning';
import { SPEAKER, TOPIC } from '../content-manager';
import { OddityBadge } from '../parts/OddityBadge';
import { SessionStateBadge } from '../parts/SessionStateBadge';
import { sessionPath, sessionsPath } from '../paths';
import { PERMISSIONS } from '../permissions';
import { useProblemText } from '../problem';
import { useText } from '../translate';
import { useLoad } from '../use-load';
import { useContentLocale } from '../use-locale';
import { useMayDo } from '../use-may';

const List = ({ of, documentId }: { of: 'topic' | 'speaker'; documentId: string }) => {
  const text = useText();
  const say = useProblemText();
  const { formatDate } = useIntl();
  const { body, problem } = useLoad<{ data: SessionsOf }>(`/webinars-admin/planning/of-${of}/${documentId}`, {
    locale: useContentLocale(),
  });
  if (problem) return <Typography textColor="danger600">{say(problem)}</Typography>;
  if (!body) return <Loader small>{text('sessions.loading')}</Loader>;
  const { upcoming, counts } = body.data;
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <Typography variant="pi" textColor="neutral700">
        {text('panel.sessions_of', counts)}
      </Typography>
      {upcoming.length === 0 ? (
        <Typography textColor="neutral600">{text('panel.none_upcoming')}</Typography>
      ) : (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
          {upcoming.map((session) => (
            <Flex key={session.documentId} tag="li" direction="column" alignItems="flex-start" gap={1}>
              <Link tag={NavLink} to={sessionPath(session.documentId)}>
                {session.title}
              </Link>
              <Typography variant="pi" textColor="neutral600">
                {formatDate(session.datetime, {
                  dateStyle: 'medium',
                  timeStyle: 'short',
                  timeZone: session.timezone,
                })}
                {session.capacity === null
                  ? ` · ${text('overview.taken', { taken: session.taken })}`
                  : ` · ${text('overview.taken_of', { taken: session.taken, capacity: session.capacity })}`}
              </Typography>
              <Flex gap={1} wrap="wrap">
                {session.state === 'draft' && <SessionStateBadge state="draft" />}
                {session.oddities.map((oddity) => (
                  <OddityBadge key={oddity} oddity={oddity} />
                ))}
              </Flex>
            </Flex>
          ))}
        </Flex>
      )}
      <LinkButton
        tag={NavLink}
        to={sessionsPath({ [of]: documentId, period: 'all' })}
        variant="secondary"
        endIcon={<ArrowRight />}
      >
        {text('panel.all_sessions')}
      </LinkButton>
    </Flex>
  );
};

/** In the Content Manager, beside a topic or a speaker: the sessions they have. */
export const SessionsOfPanel = ({ model, documentId }: { model: string; documentId?: string }) => {
  const text = useText();
  const isOpen = useMayDo(PERMISSIONS.readSessions);
  const of = model === TOPIC ? 'topic' : model === SPEAKER ? 'speaker' : null;
  if (of === null || !documentId || !isOpen) return null;
  return { title: text('panel.sessions'), content: <List of={of} documentId={documentId} /> };
};
