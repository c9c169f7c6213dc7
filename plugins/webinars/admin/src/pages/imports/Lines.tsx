import { useState } from 'react';
import {
  Box,
  Button,
  Field,
  Flex,
  SingleSelect,
  SingleSelectOption,
  Table,
  Tbody,
  Td,
  Thead,
  Tr,
  Typography,
} from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useFetchClient } from '@strapi/strapi/admin';
import { useSearchParams } from 'react-router-dom';
import {
  VERDICTS,
  type IntakeLine,
  type IntakeLines,
  type IntakeView,
  type Verdict,
} from '../../../../contracts/intake';
import { Cell } from '../../parts/Cell';
import { Heading } from '../../parts/Heading';
import { Onward } from '../../parts/Onward';
import { Panel } from '../../parts/Panel';
import { TextLink } from '../../parts/TextLink';
import { registrationPath } from '../../paths';
import { PERMISSIONS } from '../../permissions';
import { useText } from '../../translate';
import { useDeed } from '../../use-deed';
import { useLoad } from '../../use-load';
import { useContentLocale } from '../../use-locale';
import { useMayDo } from '../../use-may';
import { IMPORTS_PATH } from './paths';

const ALL = 'all';

const isVerdict = (value: string | null): value is Verdict => (VERDICTS as readonly (string | null)[]).includes(value);

const save = (blob: Blob, name: string): void => {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
};

/** The lines to be mended, as a file of their own. */
const useFaulty = ({ id, fileName }: IntakeView) => {
  const text = useText();
  const locale = useContentLocale();
  const { get } = useFetchClient();
  const { perform, isBusy } = useDeed();
  const download = () =>
    perform(async () => {
      const { data } = await get(`${IMPORTS_PATH}/${id}/faulty`, { params: { locale }, responseType: 'blob' });
      save(data as Blob, `${fileName.replace(/\.\w{1,4}$/, '')}-${text('import.faulty_name')}.csv`);
    });
  return { download, isBusy };
};

const What = ({ verdict, faults, twin }: IntakeLine) => {
  const text = useText();
  if (faults.length === 0) {
    return (
      <Typography textColor="neutral800">
        {verdict === 'in_file' && twin !== null ? text('import.twin', { line: twin }) : text(`import.about.${verdict}`)}
      </Typography>
    );
  }
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
      {faults.map(({ field, column, value, message }) => (
        <Box key={`${field}-${message}`} tag="li" style={{ overflowWrap: 'anywhere' }}>
          <Typography textColor="neutral800">
            {column === null ? message : text('import.fault', { column, message })}
          </Typography>
          {value && (
            <Typography variant="pi" textColor="neutral600" tag="p">
              {text('import.value', { value })}
            </Typography>
          )}
        </Box>
      ))}
    </Flex>
  );
};

const Rows = ({ lines }: { lines: IntakeLine[] }) => {
  const text = useText();
  const seesPeople = useMayDo(PERMISSIONS.readRegistrations);
  return (
    <Table colCount={3} rowCount={lines.length + 1}>
      <Thead>
        <Tr>
          <Heading>{text('import.line')}</Heading>
          <Heading>{text('import.person')}</Heading>
          <Heading>{text('import.what')}</Heading>
        </Tr>
      </Thead>
      <Tbody>
        {lines.map((line) => (
          <Tr key={line.line}>
            <Td>
              <Typography textColor="neutral800">{line.line}</Typography>
            </Td>
            <Td maxWidth="30rem">
              {line.registration && seesPeople ? (
                <TextLink to={registrationPath(line.registration)}>
                  {line.name ?? text('import.see_registration')}
                </TextLink>
              ) : (
                <Typography textColor="neutral800" ellipsis>
                  {line.name ?? '–'}
                </Typography>
              )}
              {line.email && (
                <Typography variant="pi" textColor="neutral600" ellipsis tag="p">
                  {line.email}
                </Typography>
              )}
            </Td>
            <Cell width="60rem">
              <What {...line} />
            </Cell>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
};

/** The file line by line: what is wrong, who is left alone, who comes. Which of them are shown stands in the address. */
export const Lines = ({ intake }: { intake: IntakeView }) => {
  const text = useText();
  const locale = useContentLocale();
  const [params, setParams] = useSearchParams();
  const [first] = useState(intake.counts.fault ? 'fault' : ALL);
  const chosen = params.get('lines') ?? first;
  const asked = params.get('after');
  const after = asked !== null && /^\d{1,9}$/.test(asked) ? asked : null;
  const load = useLoad<{ data: IntakeLines }>(`${IMPORTS_PATH}/${intake.id}/lines`, {
    verdict: isVerdict(chosen) ? chosen : undefined,
    after: after ?? undefined,
    locale,
  });
  const faulty = useFaulty(intake);
  const show = (lines: string, next: string | null) => setParams({ lines, ...(next !== null && { after: next }) });
  const there = VERDICTS.filter((verdict) => (intake.counts[verdict] ?? 0) > 0);
  return (
    <Panel
      title={text('import.line_by_line')}
      isBare
      action={
        (intake.counts.fault ?? 0) > 0 &&
        intake.keptUntil !== null && (
          <Button
            variant="secondary"
            startIcon={<Download />}
            loading={faulty.isBusy}
            onClick={() => void faulty.download()}
          >
            {text('import.download_faulty', { count: intake.counts.fault! })}
          </Button>
        )
      }
    >
      <Box maxWidth="36rem">
        <Field.Root name="lines">
          <Field.Label>{text('import.show')}</Field.Label>
          <SingleSelect value={chosen} onChange={(next) => show(String(next), null)}>
            <SingleSelectOption value={ALL}>{text('import.show_all')}</SingleSelectOption>
            {there.map((verdict) => (
              <SingleSelectOption key={verdict} value={verdict}>
                {`${text(`import.verdict.${verdict}`)} (${intake.counts[verdict]})`}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Field.Root>
      </Box>
      <Onward
        load={load}
        awaiting={text('import.loading_lines')}
        empty={text('import.no_lines')}
        after={after}
        onGo={(next) => show(chosen, next)}
        isEmpty={({ lines }) => lines.length === 0}
      >
        {({ lines }) => <Rows lines={lines} />}
      </Onward>
    </Panel>
  );
};
