import { Flex, Typography } from '@strapi/design-system';
import type { QueueStanding } from '../../../../contracts/queue';
import { Panel } from '../../parts/Panel';
import { TextLink } from '../../parts/TextLink';
import { integrationsPath, mailsPath } from '../../paths';
import { PERMISSIONS } from '../../permissions';
import { useText } from '../../translate';
import { useMayDo } from '../../use-may';

/** What failed in queues that have pages of their own. */
export const Elsewhere = ({ counts: { mails, partners } }: { counts: QueueStanding['elsewhere'] }) => {
  const text = useText();
  const seesMails = useMayDo(PERMISSIONS.readMails);
  const seesPartners = useMayDo(PERMISSIONS.readPartners);
  if (!seesMails && !seesPartners) return null;
  return (
    <Panel title={text('queue.elsewhere')}>
      <Typography textColor="neutral600">{text('queue.elsewhere_hint')}</Typography>
      <Flex gap={6} wrap="wrap">
        {seesMails && <TextLink to={mailsPath({ state: 'failed' })}>{text('queue.mails', { count: mails })}</TextLink>}
        {seesPartners && <TextLink to={integrationsPath}>{text('queue.partners', { count: partners })}</TextLink>}
      </Flex>
    </Panel>
  );
};
