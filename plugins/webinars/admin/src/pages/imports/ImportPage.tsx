import { useState } from 'react';
import { Page } from '@strapi/strapi/admin';
import { Box, Button, Flex, Link, LinkButton, ProgressBar, Typography } from '@strapi/design-system';
import { ArrowLeft, Check, Stop } from '@strapi/icons';
import { NavLink, useParams } from 'react-router-dom';
import { ACCEPTED, type IntakeSettings, type IntakeView } from '../../../../contracts/intake';
import { Confirm } from '../../parts/Confirm';
import { Failed } from '../../parts/Failed';
import { LeaveGuard } from '../../parts/LeaveGuard';
import { Notice } from '../../parts/Notice';
import { Panel } from '../../parts/Panel';
import { Screen } from '../../parts/Screen';
import { TextLink } from '../../parts/TextLink';
import { importsPath, registrationsPath, sessionPath } from '../../paths';
import { PERMISSIONS } from '../../permissions';
import { useText } from '../../translate';
import { useMayDo } from '../../use-may';
import { Columns } from './Columns';
import { Counts } from './Counts';
import { missingIn } from './draft';
import { ForAll } from './ForAll';
import { Lines } from './Lines';
import { Reading } from './Reading';
import { ImportStateBadge } from './StateBadge';
import { TakeBack } from './TakeBack';
import { useImport, type ImportDeeds } from './use-import';

const acceptedOf = ({ counts }: IntakeView): number =>
  ACCEPTED.reduce((sum, verdict) => sum + (counts[verdict] ?? 0), 0);

const mailsOf = ({ mails }: IntakeView): number => mails.reduce((sum, { people }) => sum + people, 0);

const PROGRESS = { checking: 'import.checking', running: 'import.running', taking_back: 'import.taking_back' } as const;

const Progress = ({ intake, deeds }: { intake: IntakeView; deeds: ImportDeeds }) => {
  const text = useText();
  const state = intake.state as keyof typeof PROGRESS;
  const [done, total] = state === 'taking_back' ? [intake.takenBack, acceptedOf(intake)] : [intake.done, intake.total];
  return (
    <Panel
      title={text(PROGRESS[state])}
      action={
        state !== 'taking_back' && (
          <Button variant="tertiary" startIcon={<Stop />} loading={deeds.isBusy} onClick={() => void deeds.stop()}>
            {text('import.stop')}
          </Button>
        )
      }
    >
      <Typography role="status" textColor="neutral800">
        {text('import.progress', { done, total })}
      </Typography>
      <Box maxWidth="40rem">
        <ProgressBar aria-label={text(PROGRESS[state])} value={total === 0 ? 0 : Math.round((done / total) * 100)} />
      </Box>
      {state !== 'taking_back' && <Counts counts={intake.counts} />}
    </Panel>
  );
};

const Trouble = ({ intake }: { intake: IntakeView }) => {
  const text = useText();
  if (intake.trouble === null) return null;
  return (
    <Notice tone="danger" isSudden title={text('import.trouble')}>
      {text(intake.session ? 'import.trouble_hint' : 'import.session_gone')}
    </Notice>
  );
};

/** What the check foresaw: nothing has happened yet. */
const Foreseen = ({ intake, isChanged, deeds }: { intake: IntakeView; isChanged: boolean; deeds: ImportDeeds }) => {
  const text = useText();
  const people = acceptedOf(intake);
  const mails = mailsOf(intake);
  const onConfirm = () => void deeds.run();
  return (
    <Panel title={text('import.foreseen')}>
      <Counts counts={intake.counts} />
      <Typography textColor="neutral800">
        {[
          intake.settings.sendsMails ? text('import.mails_follow', { count: mails }) : text('import.no_mails_follow'),
          intake.counts.fault ? text('import.faults_stay', { count: intake.counts.fault }) : '',
        ].join(' ')}
      </Typography>
      {isChanged && <Notice tone="warning">{text('import.check_again_hint')}</Notice>}
      {people === 0 && <Notice>{text('import.nobody')}</Notice>}
      <Flex gap={2} wrap="wrap">
        <Confirm
          variant="default"
          title={text('import.run_title', { count: people })}
          action={text('import.run', { count: people })}
          onConfirm={onConfirm}
          trigger={
            <Button startIcon={<Check />} loading={deeds.isBusy} disabled={people === 0 || isChanged}>
              {text('import.run', { count: people })}
            </Button>
          }
        >
          {intake.settings.sendsMails ? text('import.mails_follow', { count: mails }) : text('import.no_mails_follow')}
        </Confirm>
      </Flex>
    </Panel>
  );
};

const Report = ({ intake, deeds }: { intake: IntakeView; deeds: ImportDeeds }) => {
  const text = useText();
  const seesPeople = useMayDo(PERMISSIONS.readRegistrations);
  const isStopped = intake.state === 'stopped';
  return (
    <Panel
      title={text(isStopped ? 'import.stopped' : intake.state === 'taken_back' ? 'import.taken_back' : 'import.done')}
    >
      {intake.state === 'taken_back' ? (
        <Typography textColor="neutral800">{text('import.taken_back_hint', { count: intake.takenBack })}</Typography>
      ) : (
        <Typography textColor="neutral800" role="status">
          {text(isStopped ? 'import.stopped_hint' : 'import.done_hint', {
            count: acceptedOf(intake),
            done: intake.done,
            total: intake.total,
          })}
        </Typography>
      )}
      <Counts counts={intake.counts} />
      <Flex gap={2} wrap="wrap">
        {isStopped && (
          <Button startIcon={<Check />} loading={deeds.isBusy} onClick={() => void deeds.run()}>
            {text('import.continue')}
          </Button>
        )}
        {seesPeople && intake.session && (
          <LinkButton
            tag={NavLink}
            variant="secondary"
            to={registrationsPath({ sessions: intake.session.documentId, source: 'import' })}
          >
            {text('import.see_people')}
          </LinkButton>
        )}
        {intake.state !== 'taken_back' && acceptedOf(intake) > 0 && (
          <TakeBack id={intake.id} isBusy={deeds.isBusy} onConfirm={deeds.takeBack} />
        )}
        <LinkButton
          tag={NavLink}
          variant="tertiary"
          to={importsPath(intake.session ? { session: intake.session.documentId } : {})}
        >
          {text('import.another')}
        </LinkButton>
      </Flex>
    </Panel>
  );
};

/** Settings in the making: what was changed here and is not checked yet. */
const useDraft = (intake: IntakeView) => {
  const [draft, setDraft] = useState<{ of: number; settings: IntakeSettings }>({
    of: intake.revision,
    settings: intake.settings,
  });
  // The file was read anew, or checked with what stands here.
  const isOver = draft.of !== intake.revision;
  if (isOver) setDraft({ of: intake.revision, settings: intake.settings });
  const settings = isOver ? intake.settings : draft.settings;
  return {
    settings,
    isChanged: JSON.stringify(settings) !== JSON.stringify(intake.settings),
    change: (next: IntakeSettings) => setDraft({ of: intake.revision, settings: next }),
  };
};

const Missing = ({ settings }: { settings: IntakeSettings }) => {
  const text = useText();
  const missing = missingIn(settings);
  if (missing.length === 0) return null;
  return (
    <Notice tone="warning" title={text('import.missing')}>
      <Box tag="ul" paddingLeft={4} style={{ listStyle: 'disc' }}>
        {missing.map((name) => (
          <Typography key={name} tag="li" textColor="neutral800">
            {text(`import.missing.${name}`)}
          </Typography>
        ))}
      </Box>
    </Notice>
  );
};

/** An import before anybody is brought in. */
const Preparing = ({ intake, deeds }: { intake: IntakeView; deeds: ImportDeeds }) => {
  const text = useText();
  const { settings, isChanged, change } = useDraft(intake);
  const isChecked = intake.state === 'checked';
  const isComplete = missingIn(settings).length === 0;
  const check = (
    <Button
      variant={isChecked && !isChanged ? 'secondary' : 'default'}
      startIcon={<Check />}
      loading={deeds.isBusy}
      disabled={!isComplete}
      onClick={() => void deeds.check(settings)}
    >
      {text(isChecked ? 'import.check_again' : 'import.check')}
    </Button>
  );
  return (
    <>
      <LeaveGuard when={isChanged} />
      <Trouble intake={intake} />
      {isChecked && (
        <>
          <Foreseen intake={intake} isChanged={isChanged} deeds={deeds} />
          <Lines key={intake.revision} intake={intake} />
        </>
      )}
      {!isChecked && <Reading intake={intake} deeds={deeds} />}
      <Columns columns={intake.columns} settings={settings} onChange={change} />
      <ForAll intake={intake} settings={settings} onChange={change} />
      {isChecked && <Reading intake={intake} deeds={deeds} />}
      <Missing settings={settings} />
      <Flex gap={3} wrap="wrap" alignItems="center">
        {check}
        <Confirm
          trigger={<Button variant="danger-light">{text('import.discard')}</Button>}
          title={text('import.discard_title')}
          action={text('import.discard')}
          onConfirm={() => void deeds.discard()}
        >
          {text('import.discard_hint')}
        </Confirm>
        <Typography variant="pi" textColor="neutral600">
          {text('import.check_hint')}
        </Typography>
      </Flex>
    </>
  );
};

const Discarded = () => {
  const text = useText();
  return (
    <Notice
      action={
        <LinkButton tag={NavLink} to={importsPath()} variant="secondary" size="S">
          {text('import.another')}
        </LinkButton>
      }
    >
      {text('import.discarded')}
    </Notice>
  );
};

const Body = ({ intake, deeds }: { intake: IntakeView; deeds: ImportDeeds }) => {
  switch (intake.state) {
    case 'open':
    case 'checked':
      return <Preparing intake={intake} deeds={deeds} />;
    case 'checking':
    case 'running':
    case 'taking_back':
      return <Progress intake={intake} deeds={deeds} />;
    case 'discarded':
      return <Discarded />;
    default:
      return (
        <>
          <Trouble intake={intake} />
          <Report intake={intake} deeds={deeds} />
          <Lines intake={intake} />
        </>
      );
  }
};

const ImportPage = () => {
  const text = useText();
  const { id = '' } = useParams();
  const deeds = useImport(id);
  const { intake, problem, reload } = deeds;
  const seesSessions = useMayDo(PERMISSIONS.readSessions);
  const back = (
    <Link tag={NavLink} to={importsPath()} startIcon={<ArrowLeft />}>
      {text('imports.title')}
    </Link>
  );
  if (!intake) {
    if (!problem) return <Page.Loading>{text('import.loading')}</Page.Loading>;
    return (
      <Screen title={text('imports.title')} navigationAction={back}>
        <Failed problem={problem} onRetry={() => void reload()} />
      </Screen>
    );
  }
  const { session } = intake;
  return (
    <Screen
      title={intake.fileName}
      isBusy={deeds.isBusy}
      navigationAction={back}
      subtitle={
        <Flex gap={3} wrap="wrap" paddingTop={1}>
          <ImportStateBadge state={intake.state} />
          {session &&
            (seesSessions ? (
              <TextLink to={sessionPath(session.documentId)}>{session.title}</TextLink>
            ) : (
              <Typography textColor="neutral600">{session.title}</Typography>
            ))}
        </Flex>
      }
    >
      <Body intake={intake} deeds={deeds} />
    </Screen>
  );
};

/** One file of registrants, from reading it to taking it back. */
export const ProtectedImportPage = () => (
  <Page.Protect permissions={PERMISSIONS.importRegistrations}>
    <ImportPage />
  </Page.Protect>
);
