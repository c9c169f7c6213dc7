import type { ReactNode } from 'react';
import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { Box, Button, Flex, Loader, Modal, Typography } from '@strapi/design-system';
import type { PlannedSession, SessionStanding } from '../../../contracts/planning';
import { Notice } from '../parts/Notice';
import { problemOf, useProblemText } from '../problem';
import { useText } from '../translate';
import { useDeed } from '../use-deed';
import { useLoad } from '../use-load';
import { useContentLocale } from '../use-locale';
import { Overtaken } from './Overtaken';
import { useForesight } from './use-foresight';

export type DeedName = 'move' | 'capacity' | 'cancel' | 'publish' | 'duplicate';

/** Where a deed is done: which session, and what then. */
export type DeedPlace = {
  documentId: string;
  onClose(): void;
  /** Answers with the session as it is now, or the copy. */
  onDone(session: PlannedSession): void;
};

/** The session a deed begins with. */
export const useStanding = (documentId: string) =>
  useLoad<{ data: SessionStanding }>(`/webinars-admin/planning/sessions/${documentId}`, { locale: useContentLocale() });

/**
 * A deed: what is wished, what it would do, and the button that does it, once what it would do is seen. `wish` null: something is still
 * missing. The revision that was looked at is the one that is changed.
 */
export const DeedForm = <Preview,>({
  deed,
  session,
  wish,
  fields,
  show,
  action,
  isDanger = false,
  done,
  onReload,
  place,
}: {
  deed: DeedName;
  session: PlannedSession;
  wish: object | null;
  fields?: ReactNode;
  show(preview: Preview): ReactNode;
  action: string;
  isDanger?: boolean;
  done: string;
  onReload(): void;
  place: DeedPlace;
}) => {
  const text = useText();
  const say = useProblemText();
  const locale = useContentLocale();
  const { post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const { perform, isBusy } = useDeed();
  const path = `/webinars-admin/planning/sessions/${session.documentId}/${deed}`;
  const asked = wish === null ? null : { ...wish, revision: session.revision };
  const foresight = useForesight<Preview>(`${path}/preview`, asked);
  const { preview, isFresh, isLoading, problem } = foresight;

  const submit = () =>
    perform(async () => {
      try {
        const { data } = await post<{ data: PlannedSession }>(path, asked ?? {}, { params: { locale } });
        toggleNotification({ type: 'success', message: done });
        place.onDone(data.data);
      } catch (error) {
        // Said in the dialog, beside a way to go on.
        if (problemOf(error).code === 'SESSION_CHANGED') foresight.again();
        else throw error;
      }
    });

  return (
    <>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={5}>
          <Typography fontWeight="semiBold" textColor="neutral800">
            {session.title}
          </Typography>
          {fields}
          {problem?.code === 'SESSION_CHANGED' ? (
            <Overtaken problem={problem} onReload={onReload} />
          ) : (
            problem && (
              <Notice tone="danger" isSudden>
                {problem.faults[0] ? text('deed.fault') : say(problem)}
              </Notice>
            )
          )}
          <Box aria-live="polite" aria-busy={isLoading} style={{ opacity: isFresh || !preview ? 1 : 0.5 }}>
            {preview && !problem ? show(preview) : null}
            {!preview && isLoading && wish !== null && (
              <Flex justifyContent="center" padding={4}>
                <Loader small>{text('deed.looking')}</Loader>
              </Flex>
            )}
          </Box>
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Button variant="tertiary" onClick={place.onClose}>
          {text('deed.back')}
        </Button>
        <Button
          variant={isDanger ? 'danger' : 'default'}
          disabled={!isFresh}
          loading={isBusy}
          onClick={() => void submit()}
        >
          {action}
        </Button>
      </Modal.Footer>
    </>
  );
};
