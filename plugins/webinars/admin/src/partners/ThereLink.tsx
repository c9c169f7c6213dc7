import { Link, VisuallyHidden } from '@strapi/design-system';
import type { PartnerName } from '../../../contracts/partners';
import { useText } from '../translate';
import { PARTNER_NAMES } from './words';

/** A way to a record at the partner. Its window is another one, which is said to those who do not see the arrow. */
export const ThereLink = ({ partner, url, title }: { partner: PartnerName; url: string; title: string }) => {
  const text = useText();
  return (
    <Link href={url} isExternal>
      {text('partner.open', { partner: PARTNER_NAMES[partner] })}
      <VisuallyHidden>{text('partner.open_what', { title })}</VisuallyHidden>
    </Link>
  );
};
