import type { PartnerCard } from '../../../../contracts/partners';
import { PERMISSIONS } from '../../permissions';
import { useMayDo } from '../../use-may';
import { Card } from './Card';
import { DryRun } from './DryRun';
import { Failures } from './Failures';
import { Queue } from './Queue';
import { Reconciliation } from './Reconciliation';

/** All there is to say about one partner. One that is off and never took anything is only its card. */
export const Partner = ({ card, onChanged }: { card: PartnerCard; onChanged(): Promise<void> }) => {
  const mayManage = useMayDo(PERMISSIONS.managePartners);
  const isOff = card.state === 'off';
  if (isOff && card.queue.length === 0) return <Card card={card} onChanged={onChanged} />;
  return (
    <>
      <Card card={card} onChanged={onChanged} />
      <Queue card={card} />
      <Failures card={card} mayReplay={mayManage && !isOff} onChanged={onChanged} />
      <Reconciliation card={card} mayManage={mayManage && !isOff} onChanged={onChanged} />
      {mayManage && !isOff && <DryRun partner={card.partner} />}
    </>
  );
};
