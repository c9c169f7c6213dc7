import { Box, Flex, Loader, Typography } from '@strapi/design-system';
import type { PartnerCheck, PartnerName } from '../../../../contracts/partners';
import { PARTNER_NAMES, useTrouble } from '../../partners/words';
import { Notice } from '../../parts/Notice';
import { useText } from '../../translate';

/** How far a test call is, and what it found: told aloud, for whoever asked for it waits for nothing else. */
export const TestAnswer = ({
  partner,
  isBusy,
  check,
}: {
  partner: PartnerName;
  isBusy: boolean;
  check: PartnerCheck | null;
}) => {
  const text = useText();
  const trouble = useTrouble(partner);
  const named = { partner: PARTNER_NAMES[partner] };
  return (
    <div role="status">
      {isBusy && (
        <Flex gap={2} paddingTop={4}>
          <Loader small>{text('partner.testing', named)}</Loader>
          <Typography textColor="neutral600" aria-hidden>
            {text('partner.testing', named)}
          </Typography>
        </Flex>
      )}
      {!isBusy && check && (
        <Box paddingTop={4}>
          <Notice
            tone={check.problem ? 'danger' : 'success'}
            title={text(check.problem ? 'partner.test_failed' : 'partner.test_fine')}
          >
            {check.problem
              ? trouble(check.problem, 'all').what
              : text('partner.test_found', {
                  ...named,
                  version: check.version ?? '?',
                  account: check.account ?? '?',
                  warnings: check.warnings.length,
                })}
          </Notice>
        </Box>
      )}
    </div>
  );
};
