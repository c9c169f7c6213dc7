import { Page } from '@strapi/strapi/admin';
import { Badge, Flex, Table, Tbody, Td, Thead, Tr, Typography } from '@strapi/design-system';
import { MAIL_KINDS } from '../../../../contracts/mail';
import type { MailTemplate } from '../../../../contracts/mail-admin';
import { Failed } from '../../parts/Failed';
import { Heading } from '../../parts/Heading';
import { Screen } from '../../parts/Screen';
import { TextLink } from '../../parts/TextLink';
import { templatePath } from '../../paths';
import { PERMISSIONS } from '../../permissions';
import { useText } from '../../translate';
import { useLoad } from '../../use-load';
import { KINDS } from '../mails/kinds';

const LOCALES = ['en', 'de'] as const;

const Standing = ({ template, kind }: { template: MailTemplate | undefined; kind: string }) => {
  const text = useText();
  if (!template) return <Typography>–</Typography>;
  return (
    <Flex direction="column" alignItems="flex-start" gap={1} maxWidth="36rem">
      <TextLink
        to={templatePath(template.kind, template.locale)}
        aria-label={text('templates.edit', {
          kind,
          language: text(`language.${template.locale}`),
          subject: template.subject,
        })}
      >
        {template.subject}
      </TextLink>
      {template.isEdited && (
        <Flex gap={1} wrap="wrap">
          <Badge variant="secondary">{text('templates.edited')}</Badge>
          {template.hasNewerDefault && (
            <Badge backgroundColor="warning200" textColor="neutral800">
              {text('templates.newer')}
            </Badge>
          )}
        </Flex>
      )}
    </Flex>
  );
};

const TemplatesPage = () => {
  const text = useText();
  const { body, problem, isLoading, reload } = useLoad<{ data: MailTemplate[] }>('/webinars-admin/mail-templates');
  if (!body && isLoading) return <Page.Loading>{text('templates.loading')}</Page.Loading>;
  return (
    <Screen title={text('nav.templates')} subtitle={text('templates.subtitle')} isBusy={isLoading}>
      {body ? (
        <Table colCount={3} rowCount={KINDS.length + 1}>
          <Thead>
            <Tr>
              <Heading>{text('templates.kind')}</Heading>
              <Heading>{text('language.en')}</Heading>
              <Heading>{text('language.de')}</Heading>
            </Tr>
          </Thead>
          <Tbody>
            {KINDS.map((kind) => (
              <Tr key={kind}>
                <Td>
                  <Flex direction="column" alignItems="flex-start">
                    <Typography fontWeight="semiBold" textColor="neutral800">
                      {text(`kind.${kind}`)}
                    </Typography>
                    <Typography variant="pi" textColor="neutral600">
                      {text(`audience.${MAIL_KINDS[kind].audience}`)}
                    </Typography>
                  </Flex>
                </Td>
                {LOCALES.map((locale) => (
                  <Td key={locale}>
                    <Standing
                      kind={text(`kind.${kind}`)}
                      template={body.data.find((one) => one.kind === kind && one.locale === locale)}
                    />
                  </Td>
                ))}
              </Tr>
            ))}
          </Tbody>
        </Table>
      ) : (
        problem && <Failed problem={problem} onRetry={() => void reload()} />
      )}
    </Screen>
  );
};

/** The words of every mail, in both languages. */
export const ProtectedTemplatesPage = () => (
  <Page.Protect permissions={PERMISSIONS.setMails}>
    <TemplatesPage />
  </Page.Protect>
);
