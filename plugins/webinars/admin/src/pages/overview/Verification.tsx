import { useState } from 'react';
import { useFetchClient, useNotification, useRBAC } from '@strapi/strapi/admin';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { useIntl } from 'react-intl';
import type { OverviewVerification } from '../../../../contracts/overview';
import { PERMISSIONS } from '../../permissions';
import { useText } from '../../translate';

/** When the invariants were last checked, and a way to check them now. `isStale`: that was never, or long ago. */
export const Verification = ({
  last,
  isStale,
  onVerified,
}: {
  last: OverviewVerification | null;
  isStale: boolean;
  onVerified(): void;
}) => {
  const text = useText();
  const { formatDate } = useIntl();
  const { post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const { allowedActions } = useRBAC(PERMISSIONS.verify);
  const [isBusy, setIsBusy] = useState(false);

  const verify = async () => {
    setIsBusy(true);
    try {
      const { data } = await post<{ data: OverviewVerification }>('/webinars-admin/verifications');
      const { differences, sessions, registrations } = data.data;
      toggleNotification(
        differences === 0
          ? { type: 'success', message: text('verify.clean', { sessions, registrations }) }
          : { type: 'warning', message: text('overview.differences', { count: differences }) },
      );
      onVerified();
    } catch {
      toggleNotification({ type: 'danger', message: text('verify.failed') });
    } finally {
      setIsBusy(false);
    }
  };

  return (
    <Box borderColor="neutral150" borderStyle="solid none none" borderWidth="1px 0 0" paddingTop={3}>
      <Flex justifyContent="space-between" gap={3} wrap="wrap">
        <Flex gap={3} flex="1" style={{ minWidth: 0 }}>
          {isStale && (
            <Box style={{ lineHeight: 0 }}>
              <WarningCircle fill="warning600" aria-hidden />
            </Box>
          )}
          <Typography variant="pi" textColor={isStale ? 'neutral800' : 'neutral600'}>
            {last
              ? text(last.differences === 0 ? 'verify.last_clean' : 'verify.last', {
                  at: formatDate(last.at, { dateStyle: 'medium', timeStyle: 'short' }),
                  registrations: last.registrations,
                })
              : text('verify.never')}
          </Typography>
        </Flex>
        {allowedActions.canVerify && (
          <Button variant="tertiary" size="S" loading={isBusy} onClick={() => void verify()}>
            {text('verify.now')}
          </Button>
        )}
      </Flex>
    </Box>
  );
};
