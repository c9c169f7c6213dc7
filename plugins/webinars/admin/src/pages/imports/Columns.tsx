import { Flex, SingleSelect, SingleSelectOption, Table, Tbody, Td, Thead, Tr, Typography } from '@strapi/design-system';
import { INTAKE_FIELDS, type IntakeField, type IntakeSettings, type IntakeView } from '../../../../contracts/intake';
import { Heading } from '../../parts/Heading';
import { Panel } from '../../parts/Panel';
import { useText } from '../../translate';
import { withColumn } from './draft';

const NOTHING = 'nothing';

/** What each column of the file holds: recognised by its heading, corrected here. */
export const Columns = ({
  columns,
  settings,
  onChange,
}: {
  columns: IntakeView['columns'];
  settings: IntakeSettings;
  onChange(settings: IntakeSettings): void;
}) => {
  const text = useText();
  return (
    <Panel title={text('import.columns')} isBare>
      <Typography textColor="neutral600">{text('import.columns_hint')}</Typography>
      <Table colCount={3} rowCount={columns.length + 1}>
        <Thead>
          <Tr>
            <Heading>{text('import.column')}</Heading>
            <Heading>{text('import.samples')}</Heading>
            <Heading>{text('import.holds')}</Heading>
          </Tr>
        </Thead>
        <Tbody>
          {columns.map(({ name, samples }, at) => (
            // Two columns may have one name: only the place tells them apart.
            <Tr key={`${at}-${name}`}>
              <Td maxWidth="24rem">
                <Typography fontWeight="semiBold" textColor="neutral800" ellipsis title={name}>
                  {name}
                </Typography>
              </Td>
              <Td maxWidth="36rem">
                <Typography textColor="neutral600" ellipsis title={samples.join(' · ')}>
                  {samples.join(' · ') || '–'}
                </Typography>
              </Td>
              <Td>
                <Flex minWidth="26rem" direction="column" alignItems="stretch">
                  <SingleSelect
                    aria-label={text('import.holds_of', { name })}
                    size="S"
                    value={settings.columns[at] ?? NOTHING}
                    onChange={(field) =>
                      onChange(withColumn(settings, at, field === NOTHING ? null : (field as IntakeField)))
                    }
                  >
                    <SingleSelectOption value={NOTHING}>{text('import.left_out')}</SingleSelectOption>
                    {INTAKE_FIELDS.map((field) => (
                      <SingleSelectOption key={field} value={field}>
                        {text(`import.field.${field}`)}
                      </SingleSelectOption>
                    ))}
                  </SingleSelect>
                </Flex>
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </Panel>
  );
};
