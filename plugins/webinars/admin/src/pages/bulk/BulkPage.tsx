import { useState } from 'react';
import { Page, useFetchClient } from '@strapi/strapi/admin';
import { Box, Button, Field, Flex, Link, LinkButton, ProgressBar, TextInput, Typography } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { NavLink, useNavigate, useParams } from 'react-router-dom';
import type { BulkForesight, BulkView } from '../../../../contracts/bulk';
import { Confirm } from '../../parts/Confirm';
import { Failed } from '../../parts/Failed';
import { Notice } from '../../parts/Notice';
import { Panel } from '../../parts/Panel';
import { Screen } from '../../parts/Screen';
import { TextLink } from '../../parts/TextLink';
import { bulkPath, bulksPath, registrationsPath } from '../../paths';
import { PERMISSIONS } from '../../permissions';
import { useProblemText } from '../../problem';
import { useText } from '../../translate';
import { useDeed } from '../../use-deed';
import { useLoad } from '../../use-load';
import { useMayDo } from '../../use-may';
import { BulkStateBadge } from './BulkStateBadge';
import { Foresight } from './Foresight';
import { People } from './People';
import { PERMISSION, rightOfBulk } from './right';
import { useTitle } from './words';

const WATCH_MS = 1000;

const sumOf = (counts: readonly { people: number }[]): number => counts.reduce((sum, { people }) => sum + people, 0);

/** Looked at and not begun: what it would do, and the one button that does it. */
const Beginning = ({
  bulk,
  mayAct,
  tell,
  isBusy,
}: {
  bulk: BulkView;
  mayAct: boolean;
  tell: Tell;
  isBusy: boolean;
}) => {
  const text = useText();
  const titleOf = useTitle();
  const [note, setNote] = useState('');
  const loaded = useLoad<{ data: BulkForesight }>(`/webinars-admin/bulk/${bulk.id}/preview`);
  const changed = sumOf(loaded.body?.data.changed ?? []);
  return (
    <>
      <Foresight bulk={bulk} loaded={loaded} />
      {mayAct && (
        <Panel title={text('bulk.begin_title')}>
          <Field.Root name="note" hint={text('bulk.note_hint')}>
            <Field.Label>{text('bulk.note')}</Field.Label>
            <TextInput value={note} maxLength={500} onChange={(event) => setNote(event.currentTarget.value)} />
            <Field.Hint />
          </Field.Root>
          <Flex gap={2} wrap="wrap">
            <Button
              variant={bulk.deed === 'cancel' || bulk.deed === 'reject' ? 'danger' : 'default'}
              loading={isBusy}
              disabled={changed === 0}
              onClick={() => void tell('begin', { note })}
            >
              {titleOf({ ...bulk, people: changed === 0 ? bulk.people : changed })}
            </Button>
            <LinkButton tag={NavLink} to={registrationsPath()} variant="tertiary">
              {text('bulk.leave')}
            </LinkButton>
          </Flex>
        </Panel>
      )}
    </>
  );
};

type Tell = (verb: 'begin' | 'stop' | 'resume' | 'undo', body?: object) => Promise<void>;

const Progress = ({ bulk }: { bulk: BulkView }) => {
  const text = useText();
  const over = bulk.changed + sumOf(bulk.left);
  return (
    <Panel title={text('bulk.progress_title')}>
      <Typography role="status" textColor="neutral800">
        {text('bulk.progress', { over, people: bulk.people })}
      </Typography>
      <Box maxWidth="40rem">
        <ProgressBar aria-label={text('bulk.progress_label')} value={Math.round((over / bulk.people) * 100)} />
      </Box>
      <Typography textColor="neutral600">{text('bulk.progress_hint')}</Typography>
    </Panel>
  );
};

/** Stopped or at its end: how many it changed, and who was left and why. */
const Report = ({ bulk }: { bulk: BulkView }) => {
  const text = useText();
  return (
    <Panel title={text('bulk.report')}>
      <Typography role="status" textColor="neutral800">
        {text('bulk.changed', { changed: bulk.changed, people: bulk.people })}
      </Typography>
      {bulk.left.length > 0 && (
        <Box tag="ul" paddingLeft={5} style={{ listStyle: 'disc' }}>
          {bulk.left.map(({ reason, people }) => (
            <li key={reason}>
              <TextLink to={bulkPath(bulk.id, { outcome: 'left', reason })}>
                {text('bulk.left_because', { people, reason: text(`bulk.left.${reason}`) })}
              </TextLink>
            </li>
          ))}
        </Box>
      )}
      {bulk.note !== '' && (
        <Typography textColor="neutral600">
          {text('bulk.note')}: {bulk.note}
        </Typography>
      )}
      {bulk.undoneBy ? (
        <TextLink to={bulkPath(bulk.undoneBy)}>{text('bulk.see_undo')}</TextLink>
      ) : (
        bulk.undoable !== 'yes' &&
        bulk.undoable !== 'not_ended' && (
          <Typography textColor="neutral600">{text(`bulk.undoable.${bulk.undoable}`)}</Typography>
        )
      )}
      {bulk.undoOf && <TextLink to={bulkPath(bulk.undoOf.id)}>{text('bulk.see_undone')}</TextLink>}
    </Panel>
  );
};

const BulkPage = () => {
  const text = useText();
  const say = useProblemText();
  const titleOf = useTitle();
  const navigate = useNavigate();
  const { formatDate } = useIntl();
  const { id = '' } = useParams();
  const { post } = useFetchClient();
  const { perform, isBusy } = useDeed();
  const [isWatching, setIsWatching] = useState(false);
  const loaded = useLoad<{ data: BulkView }>(`/webinars-admin/bulk/${id}`, {}, isWatching ? WATCH_MS : null);
  const { problem, reload, isFresh } = loaded;
  const bulk = isFresh ? loaded.body?.data : undefined;
  const isRunning = bulk?.state === 'running';
  if (isWatching !== isRunning) setIsWatching(isRunning);
  const right = bulk ? rightOfBulk(bulk) : 'places';
  const mayAct = useMayDo(PERMISSION[right]);

  const tell: Tell = async (verb, body = {}) => {
    const answer = await perform(async () => {
      const { data } = await post<{ data: BulkView }>(`/webinars-admin/bulk/${right}/${id}/${verb}`, body);
      return data.data;
    });
    if (answer && verb === 'undo') navigate(bulkPath(answer.id));
    else await reload();
  };

  const back = (
    <Link tag={NavLink} to={bulksPath} startIcon={<ArrowLeft />}>
      {text('bulk.all')}
    </Link>
  );
  if (!bulk) {
    if (!problem) return <Page.Loading>{text('bulk.loading')}</Page.Loading>;
    return (
      <Screen title={text('nav.bulk')} navigationAction={back}>
        <Failed problem={problem} onRetry={() => void reload()} />
      </Screen>
    );
  }
  const at = formatDate(bulk.begunAt ?? bulk.madeAt, { dateStyle: 'medium', timeStyle: 'short' });
  const over = bulk.state === 'stopped' || bulk.state === 'done';
  return (
    <Screen
      title={titleOf(bulk)}
      isBusy={loaded.isLoading && !isRunning}
      subtitle={
        <Flex gap={3} wrap="wrap">
          <BulkStateBadge state={bulk.state} />
          <Typography textColor="neutral600">{[bulk.by, at].filter(Boolean).join(' · ')}</Typography>
        </Flex>
      }
      navigationAction={back}
      primaryAction={
        mayAct ? (
          <Flex gap={2}>
            {isRunning && (
              <Confirm
                title={text('bulk.stop')}
                action={text('bulk.stop')}
                onConfirm={() => void tell('stop')}
                trigger={
                  <Button variant="danger-light" loading={isBusy}>
                    {text('bulk.stop')}
                  </Button>
                }
              >
                {text('bulk.stop_hint')}
              </Confirm>
            )}
            {bulk.state === 'stopped' && !bulk.undoneBy && (
              <Button loading={isBusy} onClick={() => void tell('resume')}>
                {text('bulk.resume')}
              </Button>
            )}
            {bulk.undoable === 'yes' && (
              <Button variant="secondary" loading={isBusy} onClick={() => void tell('undo')}>
                {text('bulk.undo')}
              </Button>
            )}
          </Flex>
        ) : undefined
      }
    >
      {problem && <Notice tone="warning">{say(problem)}</Notice>}
      {bulk.state === 'chosen' && <Beginning bulk={bulk} mayAct={mayAct} tell={tell} isBusy={isBusy} />}
      {isRunning && <Progress bulk={bulk} />}
      {over && <Report bulk={bulk} />}
      {!isRunning && <People key={bulk.state} bulk={bulk} />}
    </Screen>
  );
};

/** Something done with many registrations at once: looked at first, watched, and reported. */
export const ProtectedBulkPage = () => (
  <Page.Protect permissions={PERMISSIONS.readRegistrations}>
    <BulkPage />
  </Page.Protect>
);
