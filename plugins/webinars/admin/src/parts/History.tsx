import { useState } from 'react';
import { Box, Button, Flex, Loader } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { HistoryEntry as Entry } from '../../../contracts/history';
import { useText } from '../translate';
import { useLoad } from '../use-load';
import { Empty } from './Empty';
import { Failed } from './Failed';
import { HistoryEntry } from './HistoryEntry';
import { useContentLocale } from '../use-locale';

export type HistoryFilters = {
  session?: string;
  registration?: string;
  topic?: string;
  speaker?: string;
  actor?: string;
  action?: string;
  from?: string;
  to?: string;
};

const List = styled(Flex)`
  & > li + li {
    border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
`;

const PAGE_SIZE = 20;

/** One page of it, and behind it the next where somebody asks for it. */
const Part = ({
  filters,
  before,
  onClear,
}: {
  filters: HistoryFilters;
  before: string | undefined;
  onClear: (() => void) | undefined;
}) => {
  const text = useText();
  const [isOpen, setIsOpen] = useState(false);
  const { body, isFresh, isLoading, problem, reload } = useLoad<{ data: Entry[]; meta: { next: string | null } }>(
    '/webinars-admin/history',
    { ...filters, before, pageSize: PAGE_SIZE, titles: useContentLocale() },
  );
  if (problem) return <Failed problem={problem} onRetry={() => void reload()} />;
  if (!body) {
    return (
      <Flex justifyContent="center" padding={6}>
        <Loader>{text('history.loading')}</Loader>
      </Flex>
    );
  }
  const { session, registration, topic, speaker } = filters;
  const ownId = session ?? registration ?? topic ?? speaker;
  if (body.data.length === 0) {
    return (
      <Empty
        isBare
        content={text(onClear ? 'history.none_found' : 'history.none')}
        action={
          onClear && (
            <Button variant="secondary" onClick={onClear}>
              {text('mails.clear')}
            </Button>
          )
        }
      />
    );
  }
  return (
    <Box style={{ opacity: isFresh ? 1 : 0.6 }} aria-busy={isLoading}>
      <List tag="ol" direction="column" alignItems="stretch">
        {body.data.map((entry) => (
          <HistoryEntry key={entry.id} entry={entry} isSubjectShown={entry.subject.documentId !== ownId} />
        ))}
      </List>
      {body.meta.next !== null &&
        (isOpen ? (
          <Part filters={filters} before={body.meta.next} onClear={undefined} />
        ) : (
          <Flex justifyContent="center" paddingTop={3}>
            <Button variant="tertiary" size="S" onClick={() => setIsOpen(true)}>
              {text('history.older')}
            </Button>
          </Flex>
        ))}
    </Box>
  );
};

/**
 * Who did what, when, before and after: of one session, registration, topic or speaker, or of everything. Whoever shows it asks for the
 * permission to read it. `onClear` takes filters away that somebody has set.
 */
export const History = ({ filters, onClear }: { filters: HistoryFilters; onClear?: () => void }) => (
  <Part key={JSON.stringify(filters)} filters={filters} before={undefined} onClear={onClear} />
);
