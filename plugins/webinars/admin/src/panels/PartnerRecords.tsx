import { Flex, Link, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { NavLink } from 'react-router-dom';
import type { PartnerCard, PartnerRecord, PartnerRecords } from '../../../contracts/partners';
import { REGISTRATION, SESSION } from '../content-manager';
import { LinkStateBadge } from '../partners/LinkStateBadge';
import { Difference } from '../partners/Difference';
import { PARTNERS_PATH } from '../partners/paths';
import { ThereLink } from '../partners/ThereLink';
import { Trouble } from '../partners/Trouble';
import { PARTNER_NAMES, useKindName } from '../partners/words';
import { integrationsPath } from '../paths';
import { PERMISSIONS } from '../permissions';
import { useProblemText, type Problem } from '../problem';
import { useText } from '../translate';
import { useLoad } from '../use-load';
import { useMayDo } from '../use-may';
import { useContentLocale } from '../use-locale';

const FRESH_FOR_MS = 20_000;

const Standing = ({ record }: { record: PartnerRecord }) => {
  const text = useText();
  const nameOf = useKindName();
  const { formatDate } = useIntl();
  const { partner, kind, state, url, problem, nextTryAt, sentAt, differences } = record;
  const at = (instant: string) => formatDate(instant, { dateStyle: 'short', timeStyle: 'short' });
  return (
    <Flex tag="li" direction="column" alignItems="stretch" gap={1} style={{ overflowWrap: 'anywhere' }}>
      <Flex justifyContent="space-between" gap={2}>
        <Typography fontWeight="semiBold" textColor="neutral800">
          {nameOf(kind)}
        </Typography>
        <LinkStateBadge state={state} />
      </Flex>
      {sentAt && (
        <Typography variant="pi" textColor="neutral600">
          {text('panel.partner_sent', { at: at(sentAt) })}
        </Typography>
      )}
      {state === 'gone' && (
        <Typography textColor="neutral800">{text('partner.gone_hint', { partner: PARTNER_NAMES[partner] })}</Typography>
      )}
      {problem && state !== 'done' && <Trouble partner={partner} problem={problem} isShort={state === 'waiting'} />}
      {state === 'waiting' && nextTryAt && (
        <Typography variant="pi" textColor="neutral600">
          {text('panel.partner_next', { at: at(nextTryAt) })}
        </Typography>
      )}
      {differences.map((difference) => (
        <Difference key={difference.id} partner={partner} difference={difference} />
      ))}
      {url && state !== 'gone' && <ThereLink partner={partner} url={url} title={nameOf(kind)} />}
    </Flex>
  );
};

const Counts = ({ counts }: { counts: PartnerRecords['counts'] }) => {
  const text = useText();
  const nameOf = useKindName('kinds');
  const { formatNumber } = useIntl();
  const kinds = [...new Set(counts.map(({ kind }) => kind))];
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography variant="sigma" textColor="neutral600" tag="h3">
        {text('panel.partner_registrations')}
      </Typography>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
        {kinds.map((kind) => (
          <Flex key={kind} tag="li" direction="column" alignItems="stretch" gap={1}>
            <Typography textColor="neutral800">{nameOf(kind)}</Typography>
            <Flex tag="ul" direction="column" alignItems="stretch" gap={1}>
              {counts
                .filter((one) => one.kind === kind && one.count > 0)
                .map(({ state, count }) => (
                  <Flex key={state} tag="li" justifyContent="space-between" gap={2}>
                    <LinkStateBadge state={state} />
                    <Typography textColor="neutral800">{formatNumber(count)}</Typography>
                  </Flex>
                ))}
            </Flex>
          </Flex>
        ))}
      </Flex>
    </Flex>
  );
};

const Records = ({ found, problem }: { found: PartnerRecords | null; problem: Problem | null }) => {
  const text = useText();
  const say = useProblemText();
  if (!found) return problem && <Typography textColor="danger600">{say(problem)}</Typography>;
  const { records, counts } = found;
  const needsCare =
    records.some(({ state, differences }) => state === 'failed' || state === 'gone' || differences.length > 0) ||
    counts.some(({ state, count }) => count > 0 && (state === 'failed' || state === 'gone'));
  return (
    <Flex direction="column" alignItems="stretch" gap={5} width="100%">
      {records.length === 0 ? (
        <Typography textColor="neutral600">{text('panel.partner_none')}</Typography>
      ) : (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={4}>
          {records.map((record) => (
            <Standing key={`${record.partner} ${record.kind} ${record.record}`} record={record} />
          ))}
        </Flex>
      )}
      {counts.length > 0 && <Counts counts={counts} />}
      {needsCare && (
        <Link tag={NavLink} to={integrationsPath}>
          {text('panel.partner_care')}
        </Link>
      )}
    </Flex>
  );
};

/** In the Content Manager, beside a session or a registration: what partners have of it. Nothing where none is on and none has. */
export const PartnerRecordsPanel = ({ model, documentId }: { model: string; documentId?: string }) => {
  const text = useText();
  const maySee = useMayDo(PERMISSIONS.readPartners);
  const titles = useContentLocale();
  const isOurs = maySee && Boolean(documentId) && (model === SESSION || model === REGISTRATION);
  const partners = useLoad<{ data: PartnerCard[] }>(isOurs ? PARTNERS_PATH : null);
  const { body, isFresh, problem } = useLoad<{ data: PartnerRecords }>(
    isOurs ? `${PARTNERS_PATH}/records` : null,
    { titles, ...(model === SESSION ? { session: documentId } : { registration: documentId }) },
    FRESH_FOR_MS,
  );
  const found = isFresh ? (body?.data ?? null) : null;
  const on = (partners.body?.data ?? []).filter(({ state }) => state !== 'off').map(({ partner }) => partner);
  const shown = [...new Set([...on, ...(found?.records ?? []).map(({ partner }) => partner)])];
  if (!isOurs || shown.length === 0 || (!found && !problem)) return null;
  return {
    title: text('panel.partner', { partner: shown.map((partner) => PARTNER_NAMES[partner]).join(', ') }),
    content: <Records found={found} problem={problem} />,
  };
};
