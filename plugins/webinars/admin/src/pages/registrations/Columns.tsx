import { Box, Button, Checkbox, Flex, Popover } from '@strapi/design-system';
import { Cog } from '@strapi/icons';
import { DEFAULT_COLUMNS, ROSTER_COLUMNS } from '../../../../contracts/roster';
import { useText } from '../../translate';
import type { List } from './use-list';

/** Which columns the table has. */
export const Columns = ({ list: { columns, choose } }: { list: List }) => {
  const text = useText();
  return (
    <Popover.Root>
      <Popover.Trigger>
        <Button variant="tertiary" startIcon={<Cog />}>
          {text('roster.columns')}
        </Button>
      </Popover.Trigger>
      <Popover.Content align="end" aria-label={text('roster.columns')}>
        <Box padding={4}>
          <Flex direction="column" alignItems="stretch" gap={3}>
            {ROSTER_COLUMNS.map((column) => (
              <Checkbox
                key={column}
                checked={columns.includes(column)}
                onCheckedChange={(isOn) =>
                  choose(ROSTER_COLUMNS.filter((one) => (one === column ? isOn === true : columns.includes(one))))
                }
              >
                {text(`roster.column.${column}`)}
              </Checkbox>
            ))}
            <Button variant="ghost" size="S" onClick={() => choose(DEFAULT_COLUMNS)}>
              {text('roster.usual_columns')}
            </Button>
          </Flex>
        </Box>
      </Popover.Content>
    </Popover.Root>
  );
};
