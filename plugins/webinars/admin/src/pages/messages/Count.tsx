import { Flex, Loader, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { MessageCount } from '../../../../contracts/messages';
import { useText } from '../../translate';

const LEFT_OUT = ['switchedOff', 'withoutConsent', 'bounced'] as const;

/** How many a message would reach, and why not all. */
export const Count = ({ count, isLoading }: { count: MessageCount | null; isLoading: boolean }) => {
  const text = useText();
  const { formatNumber } = useIntl();
  if (!count) {
    return isLoading ? (
      <Loader small>{text('message.counting')}</Loader>
    ) : (
      <Typography textColor="neutral600">{text('message.choose_first')}</Typography>
    );
  }
  return (
    <Flex
      direction="column"
      alignItems="flex-start"
      gap={2}
      aria-busy={isLoading}
      style={{ opacity: isLoading ? 0.6 : 1 }}
    >
      <Flex gap={2} alignItems="baseline" role="status">
        <Typography variant="alpha" textColor={count.reached === 0 ? 'danger600' : 'neutral800'}>
          {formatNumber(count.reached)}
        </Typography>
        <Typography textColor="neutral800">
          {text('message.reached', { reached: count.reached, registered: count.registered })}
        </Typography>
      </Flex>
      {LEFT_OUT.filter((name) => count[name] > 0).map((name) => (
        <Typography key={name} variant="pi" textColor="neutral600">
          {text(`message.left_out.${name}`, { count: count[name] })}
        </Typography>
      ))}
    </Flex>
  );
};
