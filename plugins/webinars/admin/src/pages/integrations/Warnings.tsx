import { Flex, Typography } from '@strapi/design-system';
import type { PartnerName, PartnerWarning } from '../../../../contracts/partners';
import { PARTNER_NAMES, useWarningText } from '../../partners/words';
import { Notice } from '../../parts/Notice';
import { useText } from '../../translate';

/** What the last test found that gets in the way, or may. */
export const Warnings = ({ partner, warnings }: { partner: PartnerName; warnings: PartnerWarning[] }) => {
  const text = useText();
  const say = useWarningText(partner);
  return (
    <Notice
      tone="warning"
      title={text('partner.warnings', { count: warnings.length, partner: PARTNER_NAMES[partner] })}
    >
      <Flex tag="ul" direction="column" alignItems="flex-start" gap={2}>
        {warnings.map((warning) => (
          <Typography key={JSON.stringify(warning)} tag="li" textColor="neutral800">
            {say(warning)}
          </Typography>
        ))}
      </Flex>
    </Notice>
  );
};
