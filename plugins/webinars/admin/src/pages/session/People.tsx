import { Button, Flex, Grid, Loader, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';
import { countryName } from '../../../../contracts/countries';
import type { SessionPeople } from '../../../../contracts/session-people';
import { distanceBetween } from '../../distance';
import { Chart } from '../../parts/chart/Chart';
import { Shares } from '../../parts/chart/Shares';
import { Empty } from '../../parts/Empty';
import { Failed } from '../../parts/Failed';
import { Notice } from '../../parts/Notice';
import { Panel } from '../../parts/Panel';
import { RegistrationStateBadge } from '../../parts/RegistrationStateBadge';
import { TextLink } from '../../parts/TextLink';
import { registrationPath, registrationsPath } from '../../paths';
import { useProblemText } from '../../problem';
import { isTextKey, useText } from '../../translate';
import { useLoad } from '../../use-load';
import { useContentLocale } from '../../use-locale';
import type { Tab } from './tabs';

const FRESH_FOR_MS = 30_000;

const States = ({ session, people: { states, total } }: { session: string; people: SessionPeople }) => {
  const text = useText();
  const { formatNumber } = useIntl();
  return (
    <Panel title={text('people.summary')}>
      <Typography textColor="neutral800">{text('people.total', { total })}</Typography>
      <Flex tag="ul" gap={6} wrap="wrap">
        {states.map(({ state, count }) => (
          <Flex key={state} tag="li" direction="column" alignItems="flex-start" gap={1}>
            <RegistrationStateBadge state={state} />
            {count > 0 ? (
              <TextLink to={registrationsPath({ sessions: session, states: state })}>{formatNumber(count)}</TextLink>
            ) : (
              <Typography textColor="neutral600">0</Typography>
            )}
          </Flex>
        ))}
      </Flex>
    </Panel>
  );
};

const Trait = ({
  trait: { trait, top, others, unknown },
  active,
}: {
  trait: SessionPeople['traits'][number];
  active: number;
}) => {
  const text = useText();
  const language = useContentLocale();
  const { formatNumber } = useIntl();
  const wordFor = (value: string): string => {
    if (trait === 'country') return countryName(value, language);
    const key = trait === 'companySize' ? `size.${value}` : `${trait}.${value}`;
    const isWord = trait === 'companySize' || trait === 'language';
    return isWord && isTextKey(key) ? text(key) : value.replace(/_/g, ' ');
  };
  const shares = [
    ...top.map(({ value, count }) => ({ key: `value ${value}`, label: wordFor(value), value: count, isRest: false })),
    ...(others > 0 ? [{ key: 'others', label: text('people.others'), value: others, isRest: true }] : []),
    ...(unknown > 0 && top.length > 0
      ? [{ key: 'unknown', label: text('people.unknown'), value: unknown, isRest: true }]
      : []),
  ];
  return (
    <Chart
      title={text(`people.${trait}`)}
      says={top.length > 0 ? text(`people.says.${trait}`, { active }) : text('people.unknown_all')}
      columns={[text('people.value'), text('people.count')]}
      rows={shares.map(({ key, label, value }) => ({ key, cells: [label, formatNumber(value)] }))}
    >
      {(describedBy) => (
        <Shares
          describedBy={describedBy}
          shares={shares.map((share) => ({ ...share, said: formatNumber(share.value) }))}
        />
      )}
    </Chart>
  );
};

const List = styled(Flex)`
  & > li + li {
    border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
`;

const Latest = ({ people: { activity, at } }: { people: SessionPeople }) => {
  const text = useText();
  const { formatRelativeTime } = useIntl();
  return (
    <Panel title={text('people.activity')}>
      {activity.length === 0 ? (
        <Typography textColor="neutral600">{text('people.no_activity')}</Typography>
      ) : (
        <List tag="ol" direction="column" alignItems="stretch">
          {activity.map((event) => {
            const { count, unit } = distanceBetween(at, event.at);
            return (
              <Flex key={event.id} tag="li" justifyContent="space-between" gap={3} paddingTop={3} paddingBottom={3}>
                <Flex direction="column" alignItems="flex-start" style={{ minWidth: 0 }}>
                  {event.documentId && event.name ? (
                    <TextLink to={registrationPath(event.documentId)}>{event.name}</TextLink>
                  ) : (
                    <Typography textColor="neutral600">{text('people.gone')}</Typography>
                  )}
                  <Typography textColor="neutral800">{text(`history.action.${event.type}`)}</Typography>
                </Flex>
                <Typography variant="pi" textColor="neutral600" style={{ whiteSpace: 'nowrap' }}>
                  {formatRelativeTime(count, unit, { numeric: 'auto' })}
                </Typography>
              </Flex>
            );
          })}
        </List>
      )}
    </Panel>
  );
};

/** Who is registered for the session, in figures, and what they did last. */
export const People = ({ session, onSee }: { session: string; onSee(tab: Tab): void }) => {
  const text = useText();
  const say = useProblemText();
  const { body, problem, reload } = useLoad<{ data: SessionPeople }>(
    `/webinars-admin/sessions/${session}/people`,
    {},
    FRESH_FOR_MS,
  );
  if (problem && !body) return <Failed problem={problem} onRetry={() => void reload()} />;
  if (!body) return <Loader>{text('people.loading')}</Loader>;
  const people = body.data;
  if (people.total === 0) {
    return (
      <Empty
        content={text('people.none')}
        action={
          <Button variant="secondary" onClick={() => onSee('links')}>
            {text('people.share')}
          </Button>
        }
      />
    );
  }
  return (
    <>
      {problem && <Notice tone="warning">{say(problem)}</Notice>}
      <States session={session} people={people} />
      {people.active > 0 && (
        <Grid.Root gap={4}>
          {people.traits.map((trait) => (
            <Grid.Item key={trait.trait} col={4} s={6} xs={12} alignItems="stretch">
              <Trait trait={trait} active={people.active} />
            </Grid.Item>
          ))}
        </Grid.Root>
      )}
      <Latest people={people} />
    </>
  );
};
