import { Flex, SingleSelect, SingleSelectOption, Table, Tbody, Td, Thead, Tr, Typography } from '@strapi/design-system';
import { useSearchParams } from 'react-router-dom';
import {
  LEFT_REASONS,
  type BulkPeople,
  type BulkPerson,
  type BulkView,
  type LeftReason,
} from '../../../../contracts/bulk';
import { Heading } from '../../parts/Heading';
import { Onward } from '../../parts/Onward';
import { Panel } from '../../parts/Panel';
import { TextLink } from '../../parts/TextLink';
import { registrationPath } from '../../paths';
import { useText } from '../../translate';
import { useContentLocale } from '../../use-locale';
import { useLoad } from '../../use-load';
import { nameOf } from '../registrations/words';

const isReason = (value: string | null): value is LeftReason =>
  (LEFT_REASONS as readonly string[]).includes(value ?? '');
const isOutcome = (value: string | null) => value === 'changed' || value === 'left' || value === 'waiting';

/** Which of the people are shown. It stands in the address. */
const useShown = () => {
  const [params, setParams] = useSearchParams();
  const [outcome, reason, after] = [params.get('outcome'), params.get('reason'), params.get('after')];
  return {
    outcome: isOutcome(outcome) ? outcome : undefined,
    reason: isReason(reason) ? reason : undefined,
    after: after !== null && /^\d{1,9}$/.test(after) ? after : undefined,
    show: (next: Record<string, string>) => setParams(next),
  };
};

const What = ({ person: { outcome, reason, before, after, successor } }: { person: BulkPerson }) => {
  const text = useText();
  if (outcome === null) return <Typography textColor="neutral600">{text('bulk.outcome.waiting')}</Typography>;
  if (outcome === 'left')
    return <Typography textColor="neutral800">{text(`bulk.left.${reason ?? 'FAILED'}`)}</Typography>;
  return (
    <Flex direction="column" alignItems="flex-start">
      <Typography textColor="neutral800">
        {text('bulk.from_to', { from: text(`registration.${before!}`), to: text(`registration.${after!}`) })}
      </Typography>
      {successor && <TextLink to={registrationPath(successor)}>{text('bulk.successor')}</TextLink>}
    </Flex>
  );
};

/** The people of a bulk action, and what became of each. */
export const People = ({ bulk }: { bulk: BulkView }) => {
  const text = useText();
  const titles = useContentLocale();
  const { outcome, reason, after, show } = useShown();
  const load = useLoad<{ data: BulkPeople }>(`/webinars-admin/bulk/${bulk.id}/people`, {
    outcome,
    reason,
    after,
    titles,
  });
  const kept: Record<string, string> = { ...(outcome && { outcome }), ...(reason && { reason }) };
  const value = reason ? `left:${reason}` : (outcome ?? 'all');
  const choose = (next: string) => {
    const [one, why] = next.split(':');
    show(one === 'all' ? {} : { outcome: one!, ...(why && { reason: why }) });
  };
  return (
    <Panel
      title={text('bulk.people')}
      isBare
      action={
        <SingleSelect aria-label={text('bulk.show')} size="S" value={value} onChange={(next) => choose(String(next))}>
          {(['all', 'changed', 'left', 'waiting'] as const).map((one) => (
            <SingleSelectOption key={one} value={one}>
              {text(`bulk.show.${one}`)}
            </SingleSelectOption>
          ))}
          {bulk.left.map(({ reason: why }) => (
            <SingleSelectOption key={why} value={`left:${why}`}>
              {text(`bulk.left.${why}`)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      }
    >
      <Onward
        load={load}
        awaiting={text('roster.loading')}
        empty={text('bulk.nobody_like_that')}
        after={after ?? null}
        onGo={(next) => show({ ...kept, ...(next !== null && { after: next }) })}
        isEmpty={({ people }) => people.length === 0}
      >
        {({ people }) => (
          <Table colCount={3} rowCount={people.length + 1}>
            <Thead>
              <Tr>
                <Heading>{text('roster.column.name')}</Heading>
                <Heading>{text('roster.column.session')}</Heading>
                <Heading>{text('bulk.what')}</Heading>
              </Tr>
            </Thead>
            <Tbody>
              {people.map((person) => (
                <Tr key={person.place}>
                  <Td maxWidth="26rem">
                    {person.registration ? (
                      <TextLink to={registrationPath(person.registration.documentId)}>
                        {nameOf(person.registration)}
                      </TextLink>
                    ) : (
                      <Typography textColor="neutral600">{text('bulk.gone')}</Typography>
                    )}
                  </Td>
                  <Td maxWidth="26rem">
                    <Typography textColor="neutral800" ellipsis>
                      {person.session ?? '–'}
                    </Typography>
                  </Td>
                  <Td>
                    <What person={person} />
                  </Td>
                </Tr>
              ))}
            </Tbody>
          </Table>
        )}
      </Onward>
    </Panel>
  );
};
