import { Checkbox, Flex, Table, Tbody, Td, Th, Thead, Tr, Typography, VisuallyHidden } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { MailRow } from '../../../../contracts/mail-admin';
import { Heading } from '../../parts/Heading';
import { BouncedBadge, MailStateBadge } from '../../parts/MailStateBadge';
import { TextLink } from '../../parts/TextLink';
import { mailPath } from '../../paths';
import { useText } from '../../translate';
import { Answer } from './Answer';
import { isResendable } from './send-again';

const Small = ({ children }: { children: string }) => (
  <Typography variant="pi" textColor="neutral600" ellipsis>
    {children}
  </Typography>
);

/** The mails of a page. Those that can be sent again can be chosen, where the reader may send. */
export const MailTable = ({
  mails,
  chosen,
  onChoose,
  isChoosing,
}: {
  mails: MailRow[];
  chosen: ReadonlySet<string>;
  onChoose(ids: readonly string[], isOn: boolean): void;
  isChoosing: boolean;
}) => {
  const text = useText();
  const { formatDate } = useIntl();
  const open = mails.filter(isResendable).map(({ id }) => id);
  const chosenHere = open.filter((id) => chosen.has(id)).length;
  const at = (instant: string) => formatDate(instant, { dateStyle: 'short', timeStyle: 'short' });
  const subjectOf = ({ subject, kind }: MailRow) => subject ?? text(`kind.${kind}`);

  return (
    <Table colCount={isChoosing ? 6 : 5} rowCount={mails.length + 1}>
      <Thead>
        <Tr>
          {isChoosing && (
            <Th>
              {open.length > 0 ? (
                <Checkbox
                  aria-label={text('mails.choose_all')}
                  checked={chosenHere === 0 ? false : chosenHere === open.length ? true : 'indeterminate'}
                  onCheckedChange={(isOn) => onChoose(open, isOn === true)}
                />
              ) : (
                <VisuallyHidden>{text('mails.choose')}</VisuallyHidden>
              )}
            </Th>
          )}
          <Heading>{text('mails.mail')}</Heading>
          <Heading>{text('mails.recipient')}</Heading>
          <Heading>{text('mails.session')}</Heading>
          <Heading>{text('mails.state')}</Heading>
          <Heading>{text('mails.when')}</Heading>
        </Tr>
      </Thead>
      <Tbody>
        {mails.map((mail) => (
          <Tr key={mail.id}>
            {isChoosing && (
              <Td>
                {isResendable(mail) && (
                  <Checkbox
                    aria-label={text('mails.choose_one', { subject: subjectOf(mail), recipient: mail.recipient })}
                    checked={chosen.has(mail.id)}
                    onCheckedChange={(isOn) => onChoose([mail.id], isOn === true)}
                  />
                )}
              </Td>
            )}
            <Td maxWidth="32rem">
              <Flex direction="column" alignItems="flex-start" maxWidth="32rem">
                <TextLink to={mailPath(mail.id)}>{subjectOf(mail)}</TextLink>
                <Small>{`${text(`kind.${mail.kind}`)} · ${text(`language.${mail.locale}`)}`}</Small>
              </Flex>
            </Td>
            <Td>
              <Flex direction="column" alignItems="flex-start">
                <Typography textColor="neutral800">{mail.registration?.name || mail.recipient}</Typography>
                {mail.registration?.name && <Small>{mail.recipient}</Small>}
              </Flex>
            </Td>
            <Td maxWidth="24rem">
              <Typography textColor="neutral800" ellipsis>
                {mail.session?.title ?? '–'}
              </Typography>
            </Td>
            <Td maxWidth="26rem">
              <Flex direction="column" alignItems="flex-start" gap={1} maxWidth="26rem">
                <Flex gap={1}>
                  <MailStateBadge state={mail.state} />
                  {mail.bouncedAt && <BouncedBadge />}
                </Flex>
                <Answer mail={mail} isShort />
              </Flex>
            </Td>
            <Td>
              <Typography tag="time" dateTime={mail.sentAt ?? mail.createdAt} textColor="neutral800">
                {at(mail.sentAt ?? mail.createdAt)}
              </Typography>
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
};
