import { useEffect, useRef, useState } from 'react';
import { unstable_useContentManagerContext as useContentManagerContext, useFetchClient } from '@strapi/strapi/admin';
import { Flex, LinkButton, Loader, Typography } from '@strapi/design-system';
import { ArrowRight } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { NavLink } from 'react-router-dom';
import type { PlannedConflict, SessionStanding } from '../../../contracts/planning';
import { SESSION } from '../content-manager';
import { AvailabilityBadge } from '../parts/AvailabilityBadge';
import { OddityBadge } from '../parts/OddityBadge';
import { Seats } from '../parts/Seats';
import { SessionStateBadge } from '../parts/SessionStateBadge';
import { sessionPath, sessionsPath } from '../paths';
import { PERMISSIONS } from '../permissions';
import { useProblemText } from '../problem';
import { Conflicts } from '../session-deeds/Conflicts';
import { useText } from '../translate';
import { useLoad } from '../use-load';
import { useContentLocale } from '../use-locale';
import { useMayDo } from '../use-may';
import { useSettled } from '../use-settled';
import { conflictsAsked } from './form-of-session';

type Values = Record<string, unknown>;

/** What would be in the way of the session as the form stands, looked up when it stands still. Null where nobody can say. */
const useConflicts = (session: string | null, values: Values): PlannedConflict[] | null => {
  const { post } = useFetchClient();
  const locale = useContentLocale();
  const [conflicts, setConflicts] = useState<PlannedConflict[] | null>(null);
  const asked = useRef(0);
  const state = values.state === 'cancelled' || values.state === 'completed' ? 'over' : 'ahead';
  const settled = useSettled(JSON.stringify(state === 'over' ? null : conflictsAsked(session, values)));
  useEffect(() => {
    const mine = (asked.current += 1);
    const wanted = JSON.parse(settled) as object | null;
    if (wanted === null) {
      setConflicts(null);
      return;
    }
    post<{ data: PlannedConflict[] }>('/webinars-admin/planning/conflicts', { ...wanted, locale }).then(
      ({ data }) => mine === asked.current && setConflicts(data.data),
      // A look that failed warns of nothing; the next change looks again.
      () => mine === asked.current && setConflicts(null),
    );
  }, [post, settled, locale]);
  return conflicts;
};

const Standing = ({ session }: { session: string }) => {
  const text = useText();
  const say = useProblemText();
  const { formatDate } = useIntl();
  const { body, problem } = useLoad<{ data: SessionStanding }>(`/webinars-admin/planning/sessions/${session}`, {
    locale: useContentLocale(),
  });
  if (problem) return <Typography textColor="danger600">{say(problem)}</Typography>;
  if (!body) return <Loader small>{text('sessions.loading')}</Loader>;
  const { state, availability, oddities, scheduledPublishAt, timezone, ...seats } = body.data.session;
  const isPublic = state === 'published' || state === 'live';
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Flex gap={2} wrap="wrap">
        <SessionStateBadge state={state} />
        {isPublic && <AvailabilityBadge availability={availability} />}
      </Flex>
      <Seats session={seats} />
      {state === 'draft' && scheduledPublishAt && (
        <Typography variant="pi" textColor="neutral600">
          {text('sessions.publishes_at', {
            at: formatDate(scheduledPublishAt, { dateStyle: 'medium', timeStyle: 'short', timeZone: timezone }),
          })}
        </Typography>
      )}
      {oddities.length > 0 && (
        <Flex gap={1} wrap="wrap">
          {oddities.map((oddity) => (
            <OddityBadge key={oddity} oddity={oddity} />
          ))}
        </Flex>
      )}
    </Flex>
  );
};

const Plan = ({ documentId }: { documentId: string | undefined }) => {
  const text = useText();
  const { form } = useContentManagerContext();
  // Strapi types a form's state as unknown.
  const { values } = form as { values: Values };
  const conflicts = useConflicts(documentId ?? null, values);
  return (
    <Flex direction="column" alignItems="stretch" gap={4} width="100%">
      {/* Read anew whenever the session was saved, by whom ever. */}
      {documentId && <Standing key={String(values.revision)} session={documentId} />}
      <div aria-live="polite">
        {conflicts?.length === 0 ? (
          <Typography variant="pi" textColor="neutral600">
            {text('panel.no_conflicts')}
          </Typography>
        ) : (
          <Conflicts conflicts={conflicts ?? []} />
        )}
      </div>
      <LinkButton
        tag={NavLink}
        to={documentId ? sessionPath(documentId) : sessionsPath({ view: 'calendar' })}
        variant="secondary"
        endIcon={<ArrowRight />}
      >
        {text(documentId ? 'panel.session_page' : 'panel.calendar')}
      </LinkButton>
    </Flex>
  );
};

/** In the Content Manager, beside a session: its seats, what is odd about it, and what its form would be in the way of. */
export const SessionPlanPanel = ({ model, documentId }: { model: string; documentId?: string }) => {
  const text = useText();
  const isOpen = useMayDo(PERMISSIONS.readSessions);
  if (model !== SESSION || !isOpen) return null;
  return { title: text('panel.plan'), content: <Plan documentId={documentId} /> };
};
