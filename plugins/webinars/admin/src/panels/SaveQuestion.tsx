import { useEffect, useState } from 'react';
import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { Button, Flex, Loader, Modal, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { ChangePreview } from '../../../contracts/planning';
import { english, labelId } from '../content/texts';
import { entryPath, SESSION } from '../content-manager';
import { Notice } from '../parts/Notice';
import { problemOf, useProblemText, type Problem } from '../problem';
import { Consequences } from '../session-deeds/Consequences';
import { useText } from '../translate';
import { useDeed } from '../use-deed';
import { useContentLocale } from '../use-locale';
import { changedByBoth, changesIn, onTheWire, saveAsked } from './form-of-session';

type Values = Record<string, unknown>;

/** What is asked before a form is saved: others would notice, or somebody was first. */
export type Question =
  { kind: 'noticed'; preview: ChangePreview } | { kind: 'overtaken'; title: string; values: Values; before: Values };

const Noticed = ({ preview, onClose, onSave }: { preview: ChangePreview; onClose(): void; onSave(): void }) => {
  const text = useText();
  return (
    <>
      <Modal.Body>
        <Consequences preview={preview} />
      </Modal.Body>
      <Modal.Footer>
        <Button variant="tertiary" onClick={onClose}>
          {text('save.back')}
        </Button>
        <Button variant={preview.cancelled > 0 ? 'danger' : 'default'} onClick={onSave}>
          {text('save.anyway')}
        </Button>
      </Modal.Footer>
    </>
  );
};

// What comes of a save is foreseen for sessions.
type Theirs = { now: Values; preview: ChangePreview | null };

const Overtaken = ({
  model,
  documentId,
  question: { title, values, before },
  onClose,
  onSaved,
}: {
  model: string;
  documentId: string;
  question: Question & { kind: 'overtaken' };
  onClose(): void;
  onSaved(): void;
}) => {
  const text = useText();
  const say = useProblemText();
  const { formatMessage, formatList } = useIntl();
  const { get, post, put } = useFetchClient();
  const { toggleNotification } = useNotification();
  const { perform, isBusy } = useDeed();
  const locale = useContentLocale();
  const [theirs, setTheirs] = useState<Theirs | null>(null);
  const [failed, setFailed] = useState<Problem | null>(null);
  const path = entryPath(model, documentId);
  const changes = changesIn(values, before);

  useEffect(() => {
    let isHere = true;
    const foresee = async (now: Values): Promise<ChangePreview> => {
      const { data: foreseen } = await post<{ data: ChangePreview }>(
        `/webinars-admin/planning/sessions/${documentId}/save/preview`,
        saveAsked({ ...now, ...changes, revision: now.revision }),
        { params: { locale } },
      );
      return foreseen.data;
    };
    const look = async () => {
      const { data: read } = await get<{ data: Values }>(path);
      const preview = model === SESSION ? await foresee(read.data) : null;
      if (isHere) setTheirs({ now: read.data, preview });
    };
    look().catch((error: unknown) => isHere && setFailed(problemOf(error)));
    return () => {
      isHere = false;
    };
    // Looked up once: what is in the form does not change while the dialog stands over it.
  }, []);

  const nameOf = (field: string) => {
    const id = labelId(model, field);
    return formatMessage({ id, defaultMessage: english[id] ?? field });
  };
  const both = theirs ? changedByBoth(changes, before, theirs.now) : [];
  const save = () =>
    perform(async () => {
      const sent = Object.fromEntries(Object.entries(changes).map(([name, value]) => [name, onTheWire(value)]));
      await put(path, { ...sent, revision: theirs?.now.revision });
      toggleNotification({ type: 'success', message: text('save.merged') });
      onSaved();
    });

  return (
    <>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={5}>
          <Notice tone="warning" isSudden title={title}>
            {text('save.kept')}
          </Notice>
          {failed && <Notice tone="danger">{say(failed)}</Notice>}
          {!theirs && !failed && <Loader small>{text('deed.looking')}</Loader>}
          {theirs && (
            <>
              <Typography textColor="neutral800">
                {text('save.mine', { fields: formatList(Object.keys(changes).map(nameOf), { type: 'conjunction' }) })}
              </Typography>
              {both.length > 0 && (
                <Notice tone="danger">
                  {text('save.both', {
                    fields: formatList(both.map(nameOf), { type: 'conjunction' }),
                    count: both.length,
                  })}
                </Notice>
              )}
              {theirs.preview && <Consequences preview={theirs.preview} />}
            </>
          )}
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Button variant="tertiary" onClick={onClose}>
          {text('save.back')}
        </Button>
        <Button disabled={!theirs} loading={isBusy} onClick={() => void save()}>
          {text('save.merge')}
        </Button>
      </Modal.Footer>
    </>
  );
};

/** The question, with a way to each answer. `onSave` saves the form as it is; `onMerged`: only its changes were saved. */
export const SaveQuestion = ({
  model,
  documentId,
  question,
  onClose,
  onSave,
  onMerged,
}: {
  model: string;
  documentId: string;
  question: Question;
  onClose(): void;
  onSave(): void;
  onMerged(): void;
}) =>
  question.kind === 'noticed' ? (
    <Noticed preview={question.preview} onClose={onClose} onSave={onSave} />
  ) : (
    <Overtaken model={model} documentId={documentId} question={question} onClose={onClose} onSaved={onMerged} />
  );
