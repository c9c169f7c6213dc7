import { Button, Table, Tbody, Td, Thead, Tr, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { CheckRow } from '../../../../contracts/checks';
import { Heading } from '../../parts/Heading';
import { Panel } from '../../parts/Panel';
import { useText } from '../../translate';

/** The checks that were made, the newest first. */
export const History = ({
  rows,
  shown,
  onShow,
}: {
  rows: CheckRow[];
  shown: CheckRow | null;
  onShow(at: string): void;
}) => {
  const text = useText();
  const { formatDate, formatNumber } = useIntl();
  return (
    <Panel isBare title={text('checks.history')}>
      <Table colCount={5} rowCount={rows.length + 1}>
        <Thead>
          <Tr>
            <Heading>{text('checks.when')}</Heading>
            <Heading>{text('checks.who')}</Heading>
            <Heading>{text('checks.registrations')}</Heading>
            <Heading>{text('checks.result')}</Heading>
            <Heading>{text('partner.action')}</Heading>
          </Tr>
        </Thead>
        <Tbody>
          {rows.map((row) => {
            const at = formatDate(row.at, { dateStyle: 'medium', timeStyle: 'short' });
            return (
              <Tr key={row.at}>
                <Td>
                  <Typography textColor="neutral800" fontWeight={row === shown ? 'semiBold' : undefined}>
                    {at}
                  </Typography>
                </Td>
                <Td>
                  <Typography textColor="neutral800">{row.by ?? text('history.by.system')}</Typography>
                </Td>
                <Td>
                  <Typography textColor="neutral800">{formatNumber(row.registrations)}</Typography>
                </Td>
                <Td>
                  <Typography textColor={row.differences === 0 ? 'neutral800' : 'danger600'}>
                    {text('checks.differences', { count: row.differences })}
                  </Typography>
                </Td>
                <Td>
                  {row !== shown && (
                    <Button
                      variant="tertiary"
                      size="S"
                      aria-label={text('checks.show_of', { at })}
                      onClick={() => onShow(row.at)}
                    >
                      {text('checks.show')}
                    </Button>
                  )}
                </Td>
              </Tr>
            );
          })}
        </Tbody>
      </Table>
    </Panel>
  );
};
