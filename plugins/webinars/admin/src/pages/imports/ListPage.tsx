import { useState } from 'react';
import { Page, useFetchClient } from '@strapi/strapi/admin';
import { Button, Field, Flex, Grid, Link, Table, Tbody, Td, Thead, Tr, Typography } from '@strapi/design-system';
import { ArrowLeft, Upload } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { NavLink, useNavigate, useSearchParams } from 'react-router-dom';
import { ACCEPTED, type IntakeSummary, type IntakeView } from '../../../../contracts/intake';
import { Failed } from '../../parts/Failed';
import { Heading } from '../../parts/Heading';
import { Panel } from '../../parts/Panel';
import { Screen } from '../../parts/Screen';
import { SessionChooser } from '../../parts/SessionChooser';
import { Steps } from '../../parts/Steps';
import { TextLink } from '../../parts/TextLink';
import { When } from '../../parts/When';
import { importPath, registrationsPath } from '../../paths';
import { PERMISSIONS } from '../../permissions';
import { useText } from '../../translate';
import { useAddressFilters } from '../../use-address-filters';
import { useDeed } from '../../use-deed';
import { useLoad } from '../../use-load';
import { useMayDo } from '../../use-may';
import { FileChoice } from './FileChoice';
import { IMPORTS_PATH } from './paths';
import { ImportStateBadge } from './StateBadge';
import { formOf } from './use-import';
import { useContentLocale } from '../../use-locale';

/** The first step: for which session, and which file. */
const Begin = () => {
  const text = useText();
  const navigate = useNavigate();
  const { post } = useFetchClient();
  const { perform, isBusy } = useDeed();
  const [params] = useSearchParams();
  const [session, setSession] = useState(params.get('session'));
  const [file, setFile] = useState<File | null>(null);

  const begin = async () => {
    if (!file || !session) return;
    const answer = await perform(() => post<{ data: IntakeView }>(IMPORTS_PATH, formOf(file), { params: { session } }));
    if (answer) navigate(importPath(answer.data.data.id));
  };
  return (
    <Panel title={text('imports.begin')}>
      <Typography textColor="neutral600">{text('imports.begin_hint')}</Typography>
      <Grid.Root gap={4}>
        <Grid.Item col={6} s={12} xs={12} direction="column" alignItems="stretch">
          <Field.Root name="session">
            <Field.Label>{text('import.session')}</Field.Label>
            <SessionChooser path={`${IMPORTS_PATH}/sessions`} value={session} onChange={setSession} />
          </Field.Root>
        </Grid.Item>
        <Grid.Item col={6} s={12} xs={12} direction="column" alignItems="stretch">
          <FileChoice label={text('import.file')} hint={text('import.file_hint')} onChange={setFile} />
        </Grid.Item>
      </Grid.Root>
      <Flex gap={3} wrap="wrap" alignItems="center">
        <Button startIcon={<Upload />} loading={isBusy} disabled={!file || !session} onClick={() => void begin()}>
          {text('imports.read')}
        </Button>
        <Typography variant="pi" textColor="neutral600">
          {text('imports.read_hint')}
        </Typography>
      </Flex>
    </Panel>
  );
};

const broughtIn = ({ counts, state }: IntakeSummary): number | null =>
  ['running', 'stopped', 'done', 'taking_back', 'taken_back'].includes(state)
    ? ACCEPTED.reduce((sum, verdict) => sum + (counts[verdict] ?? 0), 0)
    : null;

const Rows = ({ imports }: { imports: IntakeSummary[] }) => {
  const text = useText();
  const { formatNumber } = useIntl();
  return (
    <Table colCount={5} rowCount={imports.length + 1}>
      <Thead>
        <Tr>
          <Heading>{text('import.file')}</Heading>
          <Heading>{text('mails.session')}</Heading>
          <Heading>{text('mails.state')}</Heading>
          <Heading>{text('imports.brought_in')}</Heading>
          <Heading>{text('mails.when')}</Heading>
        </Tr>
      </Thead>
      <Tbody>
        {imports.map((one) => (
          <Tr key={one.id}>
            <Td maxWidth="32rem">
              <TextLink to={importPath(one.id)}>{one.fileName}</TextLink>
              <Typography variant="pi" textColor="neutral600">
                {text(`import.source.${one.source}`)}
              </Typography>
            </Td>
            <Td maxWidth="28rem">
              <Typography textColor="neutral800" ellipsis>
                {one.session?.title ?? '–'}
              </Typography>
            </Td>
            <Td>
              <ImportStateBadge state={one.state} />
            </Td>
            <Td>
              <Typography textColor="neutral800">
                {broughtIn(one) === null
                  ? text('import.lines', { count: one.total })
                  : text('overview.taken_of', {
                      taken: formatNumber(broughtIn(one)!),
                      capacity: formatNumber(one.total),
                    })}
              </Typography>
            </Td>
            <Td>
              <When at={one.createdAt} by={one.createdBy} />
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
};

const ImportsPage = () => {
  const text = useText();
  const seesPeople = useMayDo(PERMISSIONS.readRegistrations);
  const { before, goBefore } = useAddressFilters<'session'>(['session']);
  const { body, problem, isLoading, reload } = useLoad<{ data: { imports: IntakeSummary[]; next: string | null } }>(
    IMPORTS_PATH,
    { before: before ?? undefined, titles: useContentLocale() },
  );
  const page = body?.data;
  return (
    <Screen
      title={text('imports.title')}
      subtitle={text('imports.subtitle')}
      isBusy={isLoading}
      navigationAction={
        seesPeople && (
          <Link tag={NavLink} to={registrationsPath()} startIcon={<ArrowLeft />}>
            {text('nav.registrations')}
          </Link>
        )
      }
    >
      <Begin />
      {problem && <Failed problem={problem} onRetry={() => void reload()} />}
      {page && page.imports.length > 0 && (
        <Panel title={text('imports.earlier')} isBare>
          <Rows imports={page.imports} />
          <Steps
            onFirst={before === null ? null : () => goBefore(null)}
            onOn={page.next === null ? null : () => goBefore(page.next)}
          />
        </Panel>
      )}
    </Screen>
  );
};

/** Brings registrants in from a file, and shows those brought in before. */
export const ProtectedImportsPage = () => (
  <Page.Protect permissions={PERMISSIONS.importRegistrations}>
    <ImportsPage />
  </Page.Protect>
);
