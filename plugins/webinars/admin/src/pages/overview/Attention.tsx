import { Box, Flex, Typography } from '@strapi/design-system';
import { CheckCircle } from '@strapi/icons';
import { useIntl } from 'react-intl';
import type { Overview, OverviewPartner, OverviewSession } from '../../../../contracts/overview';
import { distanceBetween } from '../../distance';
import { PARTNER_NAMES } from '../../partners/words';
import { Panel } from '../../parts/Panel';
import { TextLink } from '../../parts/TextLink';
import { checksPath, integrationsPath, mailsPath, queuePath, registrationsPath, sessionsPath } from '../../paths';
import { PERMISSIONS } from '../../permissions';
import { useText } from '../../translate';
import { useMayDo } from '../../use-may';
import { Hint, Matter } from './Matter';
import { SessionLink } from './SessionLink';
import { Verification } from './Verification';

const Sessions = <Session extends OverviewSession>({
  count,
  sessions,
  tab,
  rest,
  say,
}: {
  count: number;
  sessions: Session[];
  /** The part of a session's page where one does something about it. */
  tab: string;
  /** How the list of sessions is asked for that shows the others, too. */
  rest: Record<string, string>;
  say(session: Session): string;
}) => {
  const text = useText();
  const seesSessions = useMayDo(PERMISSIONS.readSessions);
  const more = count - sessions.length;
  return (
    <>
      {sessions.map((session) => (
        <Flex key={session.documentId} gap={2} wrap="wrap">
          <SessionLink session={session} tab={tab} />
          <Hint>{say(session)}</Hint>
        </Flex>
      ))}
      {more > 0 &&
        (seesSessions ? (
          <TextLink to={sessionsPath(rest)}>{text('overview.and_more', { more })}</TextLink>
        ) : (
          <Hint>{text('overview.and_more', { more })}</Hint>
        ))}
    </>
  );
};

/** Why a partner is on the list, gravest first. */
const usePartnerTrouble = (now: string) => {
  const text = useText();
  const { formatDate } = useIntl();
  return ({ partner, state, failed, differences, isKeyExpiring, keyExpiresAt }: OverviewPartner): string[] => {
    const name = { partner: PARTNER_NAMES[partner] };
    const days = keyExpiresAt ? Math.floor((Date.parse(keyExpiresAt) - Date.parse(now)) / 86_400_000) : 0;
    const at = keyExpiresAt ? formatDate(keyExpiresAt, { dateStyle: 'long' }) : '';
    return [
      state === 'stopped' && text('overview.partner.stopped', name),
      state === 'paused' && text('overview.partner.paused', name),
      isKeyExpiring && (days < 0 ? text('partner.key_expired', { at }) : text('partner.key_expires', { days, at })),
      failed > 0 && text('overview.partner.failed', { ...name, failed }),
      differences > 0 && text('overview.partner.differences', { ...name, differences }),
    ].filter((said) => said !== false);
  };
};

const Partner = ({ partner, now }: { partner: OverviewPartner; now: string }) => {
  const text = useText();
  const seesPartners = useMayDo(PERMISSIONS.readPartners);
  const [first, ...others] = usePartnerTrouble(now)(partner);
  const isExpired = partner.keyExpiresAt !== null && partner.keyExpiresAt < now;
  return (
    <Matter
      tone={partner.state === 'stopped' || isExpired ? 'danger' : 'warning'}
      title={`${PARTNER_NAMES[partner.partner]}: ${first ?? ''}`}
    >
      {others.map((said) => (
        <Hint key={said}>{said}</Hint>
      ))}
      {seesPartners && <TextLink to={integrationsPath}>{text('overview.see_partner')}</TextLink>}
    </Matter>
  );
};

const STALE_DAYS = 7;

/** What somebody should do something about, gravest first, each with the way there. */
export const Attention = ({
  overview: { attention, approvals, at },
  onVerified,
}: {
  overview: Overview;
  onVerified(): void;
}) => {
  const text = useText();
  const { formatRelativeTime } = useIntl();
  const seesRegistrations = useMayDo(PERMISSIONS.readRegistrations);
  const seesMails = useMayDo(PERMISSIONS.readMails);
  const mayReplay = useMayDo(PERMISSIONS.manageJobs);
  const verifies = useMayDo(PERMISSIONS.verify);
  const { fullWithWaitlist, almostFull, nearlyEmpty, unreachable, failedMails, partners, deadJobs, verification } =
    attention;
  const deadCount = deadJobs.reduce((sum, { count }) => sum + count, 0);
  const differences = verification?.differences ?? 0;
  // Who may check is asked to; to others it is no news.
  const isStale = verifies && (!verification || Date.parse(at) - Date.parse(verification.at) > STALE_DAYS * 86_400_000);
  const starts = ({ datetime }: OverviewSession) => {
    const { count, unit } = distanceBetween(at, datetime);
    return formatRelativeTime(count, unit, { numeric: 'auto' });
  };
  const seats = ({ taken, capacity }: OverviewSession) =>
    capacity === null ? text('overview.taken', { taken }) : text('overview.taken_of', { taken, capacity });
  const isCalm =
    differences +
      deadCount +
      failedMails.count +
      partners.length +
      fullWithWaitlist.count +
      almostFull.count +
      nearlyEmpty.count +
      unreachable.count +
      approvals.people ===
    0;

  return (
    <Panel title={text('overview.attention')}>
      {isCalm ? (
        // Of what was never checked nobody knows; the line below says so.
        !isStale && (
          <Flex gap={3}>
            <CheckCircle fill="success600" aria-hidden />
            <Typography>{text('overview.calm')}</Typography>
          </Flex>
        )
      ) : (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={4}>
          {differences > 0 && (
            <Matter tone="danger" title={text('overview.differences', { count: differences })}>
              {verifies && <TextLink to={checksPath}>{text('overview.see_checks')}</TextLink>}
            </Matter>
          )}
          {deadCount > 0 && (
            <Matter tone="danger" title={text('overview.dead_jobs', { count: deadCount })}>
              <Hint>{deadJobs.map(({ name, count }) => `${name} (${count})`).join(', ')}</Hint>
              {mayReplay && <TextLink to={queuePath()}>{text('overview.see_queue')}</TextLink>}
            </Matter>
          )}
          {partners.map((partner) => (
            <Partner key={partner.partner} partner={partner} now={at} />
          ))}
          {failedMails.count > 0 && (
            <Matter
              tone="danger"
              title={text(failedMails.isMore ? 'overview.failed_mails_more' : 'overview.failed_mails', {
                count: failedMails.count,
              })}
            >
              {seesMails && (
                <TextLink to={mailsPath({ state: 'failed' })}>{text('overview.see_failed_mails')}</TextLink>
              )}
            </Matter>
          )}
          {approvals.people > 0 && (
            <Matter title={text('overview.undecided', { people: approvals.people })}>
              {seesRegistrations && (
                <TextLink to={registrationsPath({ states: 'pending_approval', direction: 'asc' })}>
                  {text('overview.decide')}
                </TextLink>
              )}
            </Matter>
          )}
          {fullWithWaitlist.count > 0 && (
            <Matter title={text('overview.full_with_waitlist', { count: fullWithWaitlist.count })}>
              <Sessions
                {...fullWithWaitlist}
                tab={seesRegistrations ? 'waitlist' : 'seats'}
                rest={{ sort: '-waiting' }}
                say={({ waiting, capacity }) => text('overview.waiting_for', { waiting, capacity })}
              />
            </Matter>
          )}
          {unreachable.count > 0 && (
            <Matter title={text('overview.unreachable', { count: unreachable.count })}>
              {unreachable.sessions.map(({ documentId, title, people }) => (
                <Flex key={documentId} gap={2} wrap="wrap">
                  {seesRegistrations ? (
                    <TextLink to={registrationsPath({ sessions: documentId, bounced: 'true' })}>{title}</TextLink>
                  ) : (
                    <Typography textColor="neutral800">{title}</Typography>
                  )}
                  <Hint>{text('overview.unreachable_people', { people })}</Hint>
                </Flex>
              ))}
              {unreachable.count > unreachable.sessions.length && seesRegistrations && (
                <TextLink to={registrationsPath({ bounced: 'true' })}>
                  {text('overview.and_more', { more: unreachable.count - unreachable.sessions.length })}
                </TextLink>
              )}
            </Matter>
          )}
          {almostFull.count > 0 && (
            <Matter title={text('overview.almost_full', { count: almostFull.count })}>
              <Sessions
                {...almostFull}
                tab="seats"
                rest={{ sort: '-taken' }}
                say={(session) => `${seats(session)} · ${starts(session)}`}
              />
            </Matter>
          )}
          {nearlyEmpty.count > 0 && (
            <Matter title={text('overview.nearly_empty', { count: nearlyEmpty.count })}>
              <Sessions
                {...nearlyEmpty}
                tab="links"
                rest={{}}
                say={(session) => `${seats(session)} · ${starts(session)}`}
              />
            </Matter>
          )}
        </Flex>
      )}
      <Box marginTop="auto">
        <Verification last={verification} isStale={isStale} onVerified={onVerified} />
      </Box>
    </Panel>
  );
};
