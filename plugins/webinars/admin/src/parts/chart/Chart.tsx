import { useId, useState, type ReactNode } from 'react';
import { Box, Button, Flex, Table, Tbody, Td, Thead, Tr, Typography } from '@strapi/design-system';
import { useText } from '../../translate';
import { Heading } from '../Heading';
import { Panel } from '../Panel';

type Row = { key: string; cells: string[] };

/** A chart that explains itself: a title, a sentence that says what it shows, and its numbers as a table for whoever would rather read them. */
export const Chart = ({
  title,
  says,
  columns,
  rows,
  children,
}: {
  title: string;
  /** What it shows, in a sentence. */
  says: string;
  columns: string[];
  rows: Row[];
  /** The drawing, told which sentence describes it. */
  children: (describedBy: string) => ReactNode;
}) => {
  const text = useText();
  const id = useId();
  const [isTable, setIsTable] = useState(false);
  return (
    <Panel
      title={title}
      action={
        rows.length > 0 && (
          // Of several charts of a page each button is another one, also for those who hear it.
          <Button
            variant="tertiary"
            size="S"
            aria-label={`${text(isTable ? 'chart.as_chart' : 'chart.as_table')}: ${title}`}
            onClick={() => setIsTable(!isTable)}
          >
            {text(isTable ? 'chart.as_chart' : 'chart.as_table')}
          </Button>
        )
      }
    >
      <Typography id={id} textColor="neutral600">
        {says}
      </Typography>
      {rows.length > 0 &&
        (isTable ? (
          // A list that is longer than its room is scrolled by keyboard, too.
          <Box maxHeight="36rem" overflow="auto" tabIndex={0} role="group" aria-label={title}>
            <Table colCount={columns.length} rowCount={rows.length + 1}>
              <Thead>
                <Tr>
                  {columns.map((column) => (
                    <Heading key={column}>{column}</Heading>
                  ))}
                </Tr>
              </Thead>
              <Tbody>
                {rows.map(({ key, cells }) => (
                  <Tr key={key}>
                    {cells.map((cell, index) => (
                      <Td key={columns[index]}>
                        <Typography textColor="neutral800" style={{ whiteSpace: 'normal' }}>
                          {cell}
                        </Typography>
                      </Td>
                    ))}
                  </Tr>
                ))}
              </Tbody>
            </Table>
          </Box>
        ) : (
          <Flex direction="column" alignItems="stretch">
            {children(id)}
          </Flex>
        ))}
    </Panel>
  );
};
