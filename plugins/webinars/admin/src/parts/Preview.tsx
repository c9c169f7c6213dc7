import { Box, Flex, Loader, Tabs, Typography } from '@strapi/design-system';
import type { RenderedPreview } from '../../../contracts/mail-admin';
import { useText } from '../translate';
import { MailFrame } from './MailFrame';
import { Plain } from './Plain';

/** What readers would see: on a desk, on a phone, and where only text is shown. */
export const Preview = ({
  preview,
  isLoading,
  height = 640,
}: {
  preview: RenderedPreview;
  isLoading: boolean;
  height?: number;
}) => {
  const text = useText();
  return (
    <Flex direction="column" alignItems="stretch" gap={3} aria-busy={isLoading}>
      <Flex tag="dl" gap={2} alignItems="baseline">
        <Typography tag="dt" variant="pi" textColor="neutral600">
          {text('mails.subject')}
        </Typography>
        <Typography tag="dd" fontWeight="semiBold" textColor="neutral800" data-preview-subject>
          {preview.subject}
        </Typography>
        {isLoading && (
          <Box marginLeft="auto" style={{ lineHeight: 0 }}>
            <Loader small>{text('preview.loading')}</Loader>
          </Box>
        )}
      </Flex>
      <Tabs.Root defaultValue="desktop" variant="simple">
        <Tabs.List aria-label={text('preview.title')}>
          <Tabs.Trigger value="desktop">{text('preview.desktop')}</Tabs.Trigger>
          <Tabs.Trigger value="phone">{text('preview.phone')}</Tabs.Trigger>
          <Tabs.Trigger value="text">{text('preview.text')}</Tabs.Trigger>
        </Tabs.List>
        <Box paddingTop={3}>
          <Tabs.Content value="desktop">
            <MailFrame html={preview.html} title={text('preview.desktop')} height={height} />
          </Tabs.Content>
          <Tabs.Content value="phone">
            <MailFrame html={preview.html} title={text('preview.phone')} width="375px" height={height} />
          </Tabs.Content>
          <Tabs.Content value="text">
            <Plain label={text('preview.text')} height={height}>
              {preview.text}
            </Plain>
          </Tabs.Content>
        </Box>
      </Tabs.Root>
    </Flex>
  );
};
