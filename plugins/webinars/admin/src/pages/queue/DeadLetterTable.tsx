import { Button, Checkbox, Flex, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { DeadLetterRow } from '../../../../contracts/queue';
import { Cell } from '../../parts/Cell';
import { Heading } from '../../parts/Heading';
import { TextLink } from '../../parts/TextLink';
import { integrationsPath, messagePath, registrationPath, sessionPath } from '../../paths';
import { PERMISSIONS } from '../../permissions';
import { useText } from '../../translate';
import { useMayDo } from '../../use-may';
import { useJobName } from './words';

/** What the work was about, with the way to it. */
const About = ({ row: { session, registration, message, partner } }: { row: DeadLetterRow }) => {
  const text = useText();
  const seesRegistrations = useMayDo(PERMISSIONS.readRegistrations);
  const seesSessions = useMayDo(PERMISSIONS.readSessions);
  const sendsMails = useMayDo(PERMISSIONS.sendMails);
  const seesPartners = useMayDo(PERMISSIONS.readPartners);
  const nothing = !session && !registration && !message && !partner;
  return (
    <Flex direction="column" alignItems="flex-start">
      {registration && seesRegistrations && (
        <TextLink to={registrationPath(registration.documentId)}>{registration.reference}</TextLink>
      )}
      {session &&
        (seesSessions ? (
          <TextLink to={sessionPath(session.documentId)}>{session.title}</TextLink>
        ) : (
          <Typography textColor="neutral800">{session.title}</Typography>
        ))}
      {message && sendsMails && <TextLink to={messagePath(message)}>{text('queue.message')}</TextLink>}
      {partner && seesPartners && <TextLink to={integrationsPath}>{text('nav.integrations')}</TextLink>}
      {nothing && <Typography textColor="neutral600">{text('queue.everything')}</Typography>}
    </Flex>
  );
};

/** Dead letters, one a row: what, about what, why, and a way to try it again. */
export const DeadLetterTable = ({
  rows,
  chosen,
  onChoose,
  isBusy,
  onReplay,
}: {
  rows: DeadLetterRow[];
  chosen: ReadonlySet<string>;
  onChoose(chosen: ReadonlySet<string>): void;
  isBusy: boolean;
  onReplay(id: string): void;
}) => {
  const text = useText();
  const nameOf = useJobName();
  const { formatDate } = useIntl();
  const count = rows.filter(({ id }) => chosen.has(id)).length;
  const toggle = (id: string, isOn: boolean) =>
    onChoose(new Set(isOn ? [...chosen, id] : [...chosen].filter((one) => one !== id)));
  return (
    <Table colCount={5} rowCount={rows.length + 1}>
      <Thead>
        <Tr>
          <Th>
            <Checkbox
              aria-label={text('queue.choose_all')}
              checked={count === 0 ? false : count === rows.length ? true : 'indeterminate'}
              onCheckedChange={(isOn) => onChoose(new Set(isOn === true ? rows.map(({ id }) => id) : []))}
            />
          </Th>
          <Heading>{text('queue.kind')}</Heading>
          <Heading>{text('queue.about')}</Heading>
          <Heading>{text('queue.why')}</Heading>
          <Heading>{text('partner.action')}</Heading>
        </Tr>
      </Thead>
      <Tbody>
        {rows.map((row) => {
          const { id, name, attempts, at, trouble, words } = row;
          const failedAt = formatDate(at, { dateStyle: 'medium', timeStyle: 'short' });
          return (
            <Tr key={id}>
              <Td>
                <Checkbox
                  aria-label={text('queue.choose', { name: nameOf(name), at: failedAt })}
                  checked={chosen.has(id)}
                  onCheckedChange={(isOn) => toggle(id, isOn === true)}
                />
              </Td>
              <Cell width="28rem">
                <Flex direction="column" alignItems="flex-start">
                  <Typography textColor="neutral800">{nameOf(name)}</Typography>
                  <Typography variant="pi" textColor="neutral600">
                    {text('queue.tries', { count: attempts, at: failedAt })}
                  </Typography>
                </Flex>
              </Cell>
              <Cell width="28rem">
                <About row={row} />
              </Cell>
              <Cell width="44rem">
                <Flex direction="column" alignItems="flex-start" gap={1}>
                  <Typography textColor="neutral800">{text(`trouble.${trouble}`)}</Typography>
                  {words !== '' && (
                    <Typography variant="pi" textColor="neutral600" lang="en" style={{ overflowWrap: 'anywhere' }}>
                      {words}
                    </Typography>
                  )}
                </Flex>
              </Cell>
              <Td>
                <Button
                  variant="tertiary"
                  size="S"
                  disabled={isBusy}
                  aria-label={text('queue.replay_one', { name: nameOf(name), at: failedAt })}
                  onClick={() => onReplay(id)}
                >
                  {text('queue.replay')}
                </Button>
              </Td>
            </Tr>
          );
        })}
      </Tbody>
    </Table>
  );
};
