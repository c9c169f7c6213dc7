import { Box, Flex, Grid, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';
import type { MailStatus } from '../../../../contracts/mail-admin';
import { Notice } from '../../parts/Notice';
import { TextLink } from '../../parts/TextLink';
import { mailsPath } from '../../paths';
import { useText } from '../../translate';

// As large as the number it stands for.
const NumberLink = styled(TextLink)`
  font: inherit;
`;

const Count = ({ label, value, note, to }: { label: string; value: number; note?: string; to: string }) => {
  const { formatNumber } = useIntl();
  return (
    <Box background="neutral0" borderColor="neutral150" hasRadius shadow="tableShadow" padding={4} width="100%">
      <Flex tag="dl" direction="column" alignItems="flex-start" gap={1}>
        <Typography tag="dt" variant="sigma" textColor="neutral600">
          {label}
        </Typography>
        <Typography tag="dd" variant="beta">
          {value > 0 ? (
            <NumberLink to={to} aria-label={`${label}: ${formatNumber(value)}`}>
              {formatNumber(value)}
            </NumberLink>
          ) : (
            formatNumber(value)
          )}
        </Typography>
        {note && (
          <Typography tag="dd" variant="pi" textColor="neutral600">
            {note}
          </Typography>
        )}
      </Flex>
    </Box>
  );
};

/** How mail stands: whether it leaves at all, and what somebody may have to act on. */
export const Standing = ({ status: { isOn, queued, failed, kept, oldestDueAt, bounced } }: { status: MailStatus }) => {
  const text = useText();
  const { formatDate } = useIntl();
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {!isOn && (
        <Notice tone="warning" title={text('mails.off')}>
          {text('mails.off_hint')}
        </Notice>
      )}
      <Grid.Root gap={4}>
        <Grid.Item col={3} s={6} xs={6} alignItems="stretch">
          <Count
            label={text('mail.state.queued')}
            value={queued}
            to={mailsPath({ state: 'queued' })}
            note={
              oldestDueAt
                ? text('mails.oldest', { at: formatDate(oldestDueAt, { dateStyle: 'short', timeStyle: 'short' }) })
                : undefined
            }
          />
        </Grid.Item>
        <Grid.Item col={3} s={6} xs={6} alignItems="stretch">
          <Count label={text('mail.state.failed')} value={failed} to={mailsPath({ state: 'failed' })} />
        </Grid.Item>
        <Grid.Item col={3} s={6} xs={6} alignItems="stretch">
          <Count label={text('mail.state.kept')} value={kept} to={mailsPath({ state: 'kept' })} />
        </Grid.Item>
        <Grid.Item col={3} s={6} xs={6} alignItems="stretch">
          <Count label={text('mails.bounced_addresses')} value={bounced} to={mailsPath({ isBounced: 'true' })} />
        </Grid.Item>
      </Grid.Root>
    </Flex>
  );
};
