import { useIntl } from 'react-intl';
import type { PartnerCard } from '../../../../contracts/partners';
import { PARTNER_NAMES } from '../../partners/words';
import { Notice } from '../../parts/Notice';
import { useText } from '../../translate';

const DAY = 86_400_000;

/** Says weeks ahead that the key ends, so that there is another one before work stops. */
export const KeyExpiry = ({ card: { partner, isKeyExpiring, check } }: { card: PartnerCard }) => {
  const text = useText();
  const { formatDate } = useIntl();
  if (!isKeyExpiring || !check?.keyExpiresAt) return null;
  const left = Date.parse(check.keyExpiresAt) - Date.now();
  const at = formatDate(check.keyExpiresAt, { dateStyle: 'full' });
  return (
    <Notice
      tone={left <= 0 ? 'danger' : 'warning'}
      title={
        left <= 0
          ? text('partner.key_expired', { at })
          : text('partner.key_expires', { at, days: Math.floor(left / DAY) })
      }
    >
      {text('partner.key_hint', { partner: PARTNER_NAMES[partner] })}
    </Notice>
  );
};
