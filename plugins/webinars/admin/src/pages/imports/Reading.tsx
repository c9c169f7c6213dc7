import { useState } from 'react';
import {
  Button,
  Field,
  Flex,
  Grid,
  NumberInput,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import { DELIMITERS, ENCODINGS, type Delimiter, type Encoding, type IntakeView } from '../../../../contracts/intake';
import { Panel } from '../../parts/Panel';
import { useText } from '../../translate';
import { FileChoice } from './FileChoice';
import type { ImportDeeds } from './use-import';

/** How the file was read, and a way to read it otherwise: the file itself is not kept, so it is chosen again. */
export const Reading = ({ intake, deeds }: { intake: IntakeView; deeds: ImportDeeds }) => {
  const text = useText();
  const [isOpen, setIsOpen] = useState(false);
  const [dialect, setDialect] = useState(intake.dialect);
  const [file, setFile] = useState<File | null>(null);
  const { encoding, delimiter, headerLine } = intake.dialect;
  const facts = [
    text(`import.source.${intake.source}`),
    text(`import.encoding.${encoding}`),
    text(`import.delimiter.${delimiter}`),
    headerLine === 0 ? text('import.no_header') : text('import.header_in', { line: headerLine }),
    text('import.lines', { count: intake.total }),
  ];
  const readAnew = async () => {
    if (file && (await deeds.readAnew(file, dialect))) setIsOpen(false);
  };
  return (
    <Panel
      title={text('import.reading')}
      action={
        !isOpen && (
          <Button
            variant="tertiary"
            size="S"
            onClick={() => {
              setDialect(intake.dialect);
              setIsOpen(true);
            }}
          >
            {text('import.read_otherwise')}
          </Button>
        )
      }
    >
      <Typography textColor="neutral800">{facts.join(' · ')}</Typography>
      {isOpen && (
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Typography textColor="neutral600">{text('import.read_otherwise_hint')}</Typography>
          <Grid.Root gap={4}>
            <Grid.Item col={4} s={12} xs={12} direction="column" alignItems="stretch">
              <Field.Root name="encoding">
                <Field.Label>{text('import.encoding')}</Field.Label>
                <SingleSelect
                  value={dialect.encoding}
                  onChange={(next) => setDialect({ ...dialect, encoding: next as Encoding })}
                >
                  {ENCODINGS.map((one) => (
                    <SingleSelectOption key={one} value={one}>
                      {text(`import.encoding.${one}`)}
                    </SingleSelectOption>
                  ))}
                </SingleSelect>
              </Field.Root>
            </Grid.Item>
            <Grid.Item col={4} s={12} xs={12} direction="column" alignItems="stretch">
              <Field.Root name="delimiter">
                <Field.Label>{text('import.delimiter')}</Field.Label>
                <SingleSelect
                  value={dialect.delimiter}
                  onChange={(next) => setDialect({ ...dialect, delimiter: next as Delimiter })}
                >
                  {DELIMITERS.map((one) => (
                    <SingleSelectOption key={one} value={one}>
                      {text(`import.delimiter.${one}`)}
                    </SingleSelectOption>
                  ))}
                </SingleSelect>
              </Field.Root>
            </Grid.Item>
            <Grid.Item col={4} s={12} xs={12} direction="column" alignItems="stretch">
              <Field.Root name="header-line" hint={text('import.header_line_hint')}>
                <Field.Label>{text('import.header_line')}</Field.Label>
                <NumberInput
                  value={dialect.headerLine}
                  onValueChange={(line) =>
                    setDialect({ ...dialect, headerLine: Math.min(1000, Math.max(0, Math.round(line ?? 0))) })
                  }
                />
                <Field.Hint />
              </Field.Root>
            </Grid.Item>
          </Grid.Root>
          <FileChoice label={text('import.same_file')} onChange={setFile} />
          <Flex gap={2}>
            <Button disabled={!file} loading={deeds.isBusy} onClick={() => void readAnew()}>
              {text('import.read_anew')}
            </Button>
            <Button variant="tertiary" onClick={() => setIsOpen(false)}>
              {text('action.cancel')}
            </Button>
          </Flex>
        </Flex>
      )}
    </Panel>
  );
};
