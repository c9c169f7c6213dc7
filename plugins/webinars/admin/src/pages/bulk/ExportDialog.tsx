import { useEffect, useState } from 'react';
import { useFetchClient } from '@strapi/strapi/admin';
import {
  Button,
  Field,
  Flex,
  Modal,
  ProgressBar,
  Radio,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import { Download } from '@strapi/icons';
import {
  EXPORT_FORMATS,
  SEPARATORS,
  type ExportFormat,
  type ExportView,
  type NewExport,
  type Separator,
} from '../../../../contracts/exports';
import { DEFAULT_COLUMNS } from '../../../../contracts/roster';
import { Notice } from '../../parts/Notice';
import { problemOf, useProblemText } from '../../problem';
import { useText } from '../../translate';
import { useContentLocale } from '../../use-locale';
import { useLoad } from '../../use-load';
import type { List } from '../registrations/use-list';
import { saveFile } from './save-file';

const WATCH_MS = 1000;
const NAME_OF: Record<Separator, 'comma' | 'semicolon' | 'tab'> = { ',': 'comma', ';': 'semicolon', '\t': 'tab' };

/** How far the file is, as the server counts what the browser has taken. */
const Progress = ({ made, onEnd }: { made: NewExport; onEnd(): void }) => {
  const text = useText();
  const [isOver, setIsOver] = useState(false);
  const { body } = useLoad<{ data: ExportView }>(`/webinars-admin/exports/${made.id}`, {}, isOver ? null : WATCH_MS);
  const view = body?.data;
  const state = view?.state ?? 'ready';
  const hasEnded = state === 'done' || state === 'cut_short' || state === 'lapsed';
  if (hasEnded !== isOver) setIsOver(hasEnded);
  useEffect(() => {
    if (hasEnded) onEnd();
    // Told once, when it ends.
  }, [hasEnded]);
  if (state === 'done') return <Notice tone="success">{text('export.done', { count: view?.rows ?? 0 })}</Notice>;
  if (hasEnded)
    return (
      <Notice tone="danger" isSudden>
        {text(state === 'lapsed' ? 'export.lapsed' : 'export.cut_short')}
      </Notice>
    );
  const total = view?.total ?? null;
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography role="status" textColor="neutral800">
        {total === null ? text('export.begins') : text('export.progress', { rows: view?.rows ?? 0, total })}
      </Typography>
      <ProgressBar
        aria-label={text('export.progress_label')}
        value={total ? Math.round(((view?.rows ?? 0) / total) * 100) : 0}
      />
    </Flex>
  );
};

/** Takes a list away as a file. `which`: who is in it, for each kind of file; `list`: in which order and with which columns. */
export const ExportDialog = ({
  which,
  list,
  format: first = 'xlsx',
  onClose,
}: {
  which(format: ExportFormat): object;
  list?: List;
  format?: ExportFormat;
  onClose(): void;
}) => {
  const text = useText();
  const say = useProblemText();
  const locale = useContentLocale();
  const { post } = useFetchClient();
  const [format, setFormat] = useState<ExportFormat>(first);
  // Excel expects the separator of its language.
  const [separator, setSeparator] = useState<Separator>(locale === 'de' ? ';' : ',');
  const [made, setMade] = useState<NewExport | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const columns = list?.columns ?? DEFAULT_COLUMNS;

  const begin = async () => {
    setIsBusy(true);
    setProblem(null);
    try {
      const order = list?.order ?? { sort: 'name', direction: 'asc' };
      const { data } = await post<{ data: NewExport }>('/webinars-admin/exports', {
        which: which(format),
        format,
        columns,
        ...order,
        locale,
        separator,
      });
      setMade(data.data);
      saveFile(data.data.ticket);
    } catch (error) {
      setProblem(say(problemOf(error)));
      setIsBusy(false);
    }
  };

  return (
    <Modal.Root open onOpenChange={(isOpen: boolean) => !isOpen && onClose()}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{text('export.title')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Field.Root>
              <Field.Label id="export-format">{text('export.format')}</Field.Label>
              <Radio.Group
                aria-labelledby="export-format"
                value={format}
                onValueChange={(next) => setFormat(next as ExportFormat)}
              >
                {EXPORT_FORMATS.map((one) => (
                  <Radio.Item key={one} value={one}>
                    {text(`export.format.${one}`)}
                  </Radio.Item>
                ))}
              </Radio.Group>
            </Field.Root>
            {format === 'csv' && (
              <Field.Root hint={text('export.separator_hint')}>
                <Field.Label>{text('export.separator')}</Field.Label>
                <SingleSelect value={separator} onChange={(next) => setSeparator(String(next) as Separator)}>
                  {SEPARATORS.map((one) => (
                    <SingleSelectOption key={one} value={one}>
                      {text(`export.separator.${NAME_OF[one]}`)}
                    </SingleSelectOption>
                  ))}
                </SingleSelect>
                <Field.Hint />
              </Field.Root>
            )}
            <Typography textColor="neutral600">
              {format === 'pdf'
                ? text('export.pdf_has')
                : text('export.has', {
                    columns: [text('roster.column.name'), ...columns.map((one) => text(`roster.column.${one}`))].join(
                      ', ',
                    ),
                  })}
            </Typography>
            <Typography textColor="neutral600">{text('export.is_logged')}</Typography>
            {problem && (
              <Notice tone="danger" isSudden>
                {problem}
              </Notice>
            )}
            {made && <Progress key={made.id} made={made} onEnd={() => setIsBusy(false)} />}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {text('action.close')}
          </Button>
          <Button startIcon={<Download />} loading={isBusy} onClick={() => void begin()}>
            {text('export.save')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
