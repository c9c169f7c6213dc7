import { useState } from 'react';
import { Box, Button, Flex, Searchbar, SearchForm, Tabs, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';
import type { MailKind } from '../../../../contracts/mail';
import type { TemplateHelp } from '../../../../contracts/mail-admin';
import { useText } from '../../translate';
import { ofFilter, ofPartial, ofVariable } from './insertion';

const Name = styled.code`
  font-family: 'Menlo', 'Consolas', 'DejaVu Sans Mono', monospace;
  font-size: 1.2rem;
  overflow-wrap: anywhere;
  color: ${({ theme }) => theme.colors.neutral800};
`;

type Entry = { key: string; name: string; says: string; example?: string; piece: string };

const Entries = ({ entries, onInsert }: { entries: Entry[]; onInsert(piece: string): void }) => {
  const text = useText();
  if (entries.length === 0) return <Typography textColor="neutral600">{text('help.none')}</Typography>;
  return (
    <Box maxHeight="36rem" overflow="auto" tabIndex={0} role="group" aria-label={text('help.title')}>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3} paddingRight={2}>
        {entries.map(({ key, name, says, example, piece }) => (
          <Flex key={key} tag="li" gap={2} justifyContent="space-between" alignItems="flex-start">
            <Flex direction="column" alignItems="flex-start" style={{ minWidth: 0 }}>
              <Name>{name}</Name>
              <Typography variant="pi" textColor="neutral600">
                {says}
              </Typography>
              {example && (
                <Typography variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
                  {text('help.example', { example })}
                </Typography>
              )}
            </Flex>
            <Button
              variant="ghost"
              size="S"
              aria-label={text('help.insert_name', { name })}
              onClick={() => onInsert(piece)}
            >
              {text('help.insert')}
            </Button>
          </Flex>
        ))}
      </Flex>
    </Box>
  );
};

/** What a template may say, with a way to put it where the cursor is. */
export const Help = ({
  help,
  kind,
  onInsert,
}: {
  help: TemplateHelp;
  kind: MailKind;
  onInsert(piece: string): void;
}) => {
  const text = useText();
  const language = useIntl().locale.startsWith('de') ? 'de' : 'en';
  const [search, setSearch] = useState('');
  const fits = ({ name, says }: Entry) => `${name} ${says}`.toLowerCase().includes(search.trim().toLowerCase());

  const isFilled = ({ kinds }: { kinds: MailKind[] | null }) => kinds === null || kinds.includes(kind);
  const variables = help.variables
    .filter(isFilled)
    .map((one) => ({
      key: one.name,
      name: one.name,
      says: one[language],
      example: one.example,
      piece: ofVariable(one),
    }))
    .filter(fits);
  const partials = help.partials
    .filter(isFilled)
    .map((one) => ({ key: one.name, name: one.name, says: one[language], piece: ofPartial(one) }))
    .filter(fits);
  const filters = help.filters
    .map((one) => ({ key: one.name, name: one.name, says: one[language], example: one.example, piece: ofFilter(one) }))
    .filter(fits);

  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Typography variant="pi" textColor="neutral600">
        {text('help.how')}
      </Typography>
      <SearchForm onSubmit={(event) => event.preventDefault()}>
        <Searchbar
          name="help-search"
          size="S"
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          onClear={() => setSearch('')}
          clearLabel={text('action.clear')}
          placeholder={text('help.search')}
        >
          {text('help.search')}
        </Searchbar>
      </SearchForm>
      <Tabs.Root defaultValue="variables" variant="simple">
        <Tabs.List aria-label={text('help.title')}>
          <Tabs.Trigger value="variables">{text('help.variables')}</Tabs.Trigger>
          <Tabs.Trigger value="partials">{text('help.partials')}</Tabs.Trigger>
          <Tabs.Trigger value="filters">{text('help.filters')}</Tabs.Trigger>
        </Tabs.List>
        <Box paddingTop={3}>
          <Tabs.Content value="variables">
            <Entries entries={variables} onInsert={onInsert} />
          </Tabs.Content>
          <Tabs.Content value="partials">
            <Entries entries={partials} onInsert={onInsert} />
          </Tabs.Content>
          <Tabs.Content value="filters">
            <Entries entries={filters} onInsert={onInsert} />
          </Tabs.Content>
        </Box>
      </Tabs.Root>
    </Flex>
  );
};
