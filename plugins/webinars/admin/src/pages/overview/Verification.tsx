import { useState } from 'react';
import { useFetchClient, useNotification, useRBAC } from '@strapi/strapi/admin';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { OverviewVerification } from '../../../../contracts/overview';
import { PERMISSIONS } from '../../permissions';
import { useText } from '../../translate';

/** When the invariants were last checked, and a way to check them now. */
export const Verification = ({ last, onVerified }: { last: OverviewVerification | null; onVerified(): void }) => {
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
        <Typography variant="pi" textColor="neutral600">
          {last
            ? text(last.differences === 0 ? 'verify.last_clean' : 'verify.last', {
                at: formatDate(last.at, { dateStyle: 'medium', timeStyle: 'short' }),
                registrations: last.registrations,
              })
            : text('verify.never')}
        </Typography>
        {allowedActions.canVerify && (
          <Button variant="tertiary" size="S" loading={isBusy} onClick={() => void verify()}>
            {text('verify.now')}
          </Button>
        )}
      </Flex>
    </Box>
  );
};
