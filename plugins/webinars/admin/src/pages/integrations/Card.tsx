import { useState } from 'react';
import { useFetchClient } from '@strapi/strapi/admin';
import { Button, Flex, LinkButton, Typography } from '@strapi/design-system';
import { Cog, Lightning } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { NavLink } from 'react-router-dom';
import type { PartnerCard } from '../../../../contracts/partners';
import { PartnerStateBadge } from '../../partners/PartnerStateBadge';
import { partnerPath } from '../../partners/paths';
import { PARTNER_NAMES } from '../../partners/words';
import { Fact, Facts } from '../../parts/Facts';
import { Panel } from '../../parts/Panel';
import { odooSettingsPath } from '../../paths';
import { PERMISSIONS } from '../../permissions';
import { useText } from '../../translate';
import { useDeed } from '../../use-deed';
import { useMayDo } from '../../use-may';
import { KeyExpiry } from './KeyExpiry';
import { Standing } from './Standing';
import { TestAnswer } from './TestAnswer';
import { Warnings } from './Warnings';

/** One partner: whether work goes there, and if not, why and what to do. */
export const Card = ({ card, onChanged }: { card: PartnerCard; onChanged(): Promise<void> }) => {
  const text = useText();
  const { formatDate } = useIntl();
  const { post } = useFetchClient();
  const { perform, isBusy } = useDeed();
  const mayManage = useMayDo(PERMISSIONS.managePartners);
  const maySet = useMayDo(PERMISSIONS.setPartners);
  const [tested, setTested] = useState<PartnerCard | null>(null);
  const { partner, state, address, problem, lastSuccessAt, check } = card;
  const at = (instant: string) => formatDate(instant, { dateStyle: 'medium', timeStyle: 'short' });

  const test = async () => {
    setTested(null);
    const answer = await perform(() => post<{ data: PartnerCard }>(partnerPath(partner, 'test')));
    if (!answer) return;
    setTested(answer.data.data);
    await onChanged();
  };

  return (
    <Panel
      title={PARTNER_NAMES[partner]}
      action={
        <Flex gap={2} wrap="wrap">
          {maySet && (
            <LinkButton tag={NavLink} to={odooSettingsPath} variant="tertiary" size="S" startIcon={<Cog />}>
              {text('partner.settings')}
            </LinkButton>
          )}
          {mayManage && state !== 'off' && (
            <Button variant="secondary" size="S" startIcon={<Lightning />} loading={isBusy} onClick={() => void test()}>
              {text('partner.test')}
            </Button>
          )}
        </Flex>
      }
    >
      <div>
        <Flex gap={3} wrap="wrap">
          <PartnerStateBadge state={state} />
          <Typography textColor="neutral800">
            {text(`partner.about.${state === 'on' && problem ? 'trying' : state}`)}
          </Typography>
        </Flex>
        <TestAnswer partner={partner} isBusy={isBusy} check={tested?.check ?? null} />
      </div>
      <Standing card={card} />
      {state !== 'off' && (
        <>
          <KeyExpiry card={card} />
          {check && check.warnings.length > 0 && <Warnings partner={partner} warnings={check.warnings} />}
          <Facts>
            {address && <Fact name={text('partner.address')}>{address}</Fact>}
            <Fact name={text('partner.version')}>{check?.version ?? text('partner.unknown')}</Fact>
            <Fact name={text('partner.account')}>{check?.account ?? text('partner.unknown')}</Fact>
            <Fact name={text('partner.key')}>
              {check?.keyExpiresAt
                ? text('partner.key_until', { at: at(check.keyExpiresAt) })
                : text('partner.key_open')}
            </Fact>
            <Fact name={text('partner.last_success')}>
              {lastSuccessAt ? at(lastSuccessAt) : text('partner.no_success')}
            </Fact>
            <Fact name={text('partner.tested')}>
              {check
                ? text(check.problem ? 'partner.tested_failed' : 'partner.tested_fine', { at: at(check.at) })
                : text('partner.never_tested')}
            </Fact>
          </Facts>
        </>
      )}
    </Panel>
  );
};
