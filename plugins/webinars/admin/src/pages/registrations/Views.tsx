import { useState } from 'react';
import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import {
  Box,
  Button,
  Checkbox,
  Field,
  Flex,
  Modal,
  SingleSelect,
  SingleSelectOption,
  TextInput,
} from '@strapi/design-system';
import { rosterFilter, type NewRosterView, type RosterView } from '../../../../contracts/roster';
import { Confirm } from '../../parts/Confirm';
import { Notice } from '../../parts/Notice';
import { PERMISSIONS } from '../../permissions';
import { problemOf, useProblemText } from '../../problem';
import { useText } from '../../translate';
import { useLoad } from '../../use-load';
import { useMayDo } from '../../use-may';
import { ROSTER_PATH } from './paths';
import { addressOf, type List } from './use-list';

const VIEWS_PATH = `${ROSTER_PATH}/views`;

/** What is shown now, as it would be kept. Null where the address holds what no filter is. */
const shownIn = ({ values, order, columns }: List): Omit<NewRosterView, 'name' | 'isShared'> | null => {
  const filter = rosterFilter.safeParse(values);
  return filter.success ? { filter: filter.data, ...order, columns } : null;
};

const isSame = (view: RosterView, shown: Omit<NewRosterView, 'name' | 'isShared'>): boolean => {
  const sorted = (address: Record<string, unknown>) => JSON.stringify(Object.entries(address).sort());
  return sorted(addressOf(view)) === sorted(addressOf(shown));
};

const SaveDialog = ({
  view,
  shown,
  onClose,
  onSaved,
}: {
  /** The view that is changed; null makes a new one. */
  view: RosterView | null;
  shown: Omit<NewRosterView, 'name' | 'isShared'>;
  onClose(): void;
  onSaved(view: RosterView): void;
}) => {
  const text = useText();
  const say = useProblemText();
  const { post, put } = useFetchClient();
  const [name, setName] = useState(view?.name ?? '');
  const [isShared, setIsShared] = useState(view?.isShared ?? false);
  const [problem, setProblem] = useState<string | null>(null);
  const [isSaving, setIsSaving] = useState(false);

  const save = async () => {
    setIsSaving(true);
    try {
      const body = { ...shown, name, isShared };
      const { data } = view
        ? await put<{ data: RosterView }>(`${VIEWS_PATH}/${view.id}`, { ...body, revision: view.revision })
        : await post<{ data: RosterView }>(VIEWS_PATH, body);
      onSaved(data.data);
    } catch (error) {
      setProblem(say(problemOf(error)));
      setIsSaving(false);
    }
  };
  return (
    <Modal.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{text(view ? 'view.change' : 'view.new')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex
            tag="form"
            id="save-view"
            direction="column"
            alignItems="stretch"
            gap={4}
            onSubmit={(event: { preventDefault(): void }) => {
              event.preventDefault();
              if (name.trim()) void save();
            }}
          >
            {problem && (
              <Notice isSudden tone="danger">
                {problem}
              </Notice>
            )}
            <Field.Root name="view-name" required hint={text('view.name_hint')}>
              <Field.Label>{text('view.name')}</Field.Label>
              <TextInput value={name} maxLength={80} onChange={(event) => setName(event.currentTarget.value)} />
              <Field.Hint />
            </Field.Root>
            <Checkbox checked={isShared} onCheckedChange={(isOn) => setIsShared(isOn === true)}>
              {text('view.share')}
            </Checkbox>
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {text('action.cancel')}
          </Button>
          <Button type="submit" form="save-view" loading={isSaving} disabled={name.trim() === ''}>
            {text('action.save')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};

/** Views that somebody keeps: opened with one click, saved with two. */
export const Views = ({ list }: { list: List }) => {
  const text = useText();
  const say = useProblemText();
  const { del } = useFetchClient();
  const { toggleNotification } = useNotification();
  const { body, reload } = useLoad<{ data: RosterView[] }>(VIEWS_PATH);
  const [saving, setSaving] = useState<'new' | 'change' | null>(null);
  const views = body?.data ?? [];
  const opened = views.find(({ id }) => id === list.view) ?? null;
  const shown = shownIn(list);
  const managesProgramme = useMayDo(PERMISSIONS.setProgramme);
  const isChanged = opened !== null && shown !== null && !isSame(opened, shown);

  const remove = async (view: RosterView) => {
    try {
      await del(`${VIEWS_PATH}/${view.id}`);
      toggleNotification({ type: 'success', message: text('view.deleted', { name: view.name }) });
      list.open(null);
      void reload();
    } catch (error) {
      toggleNotification({ type: 'danger', message: say(problemOf(error)) });
    }
  };
  return (
    <Flex gap={2} wrap="wrap" alignItems="flex-end">
      <Box minWidth="26rem">
        <Field.Root>
          <Field.Label>{text('view.view')}</Field.Label>
          <SingleSelect
            value={opened?.id ?? ''}
            placeholder={text('view.all')}
            onChange={(id) => list.open(views.find((view) => view.id === String(id)) ?? null)}
            onClear={() => list.open(null)}
            clearLabel={text('view.all')}
          >
            {views.map((view) => (
              <SingleSelectOption key={view.id} value={view.id}>
                {view.isMine ? view.name : text('view.by', { name: view.name, owner: view.owner ?? '–' })}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Field.Root>
      </Box>
      {opened?.isMine && (
        <Button variant={isChanged ? 'secondary' : 'tertiary'} onClick={() => setSaving('change')}>
          {text(isChanged ? 'view.save_changes' : 'view.change')}
        </Button>
      )}
      {shown && (
        <Button variant="tertiary" onClick={() => setSaving('new')}>
          {text('view.save_new')}
        </Button>
      )}
      {opened && (opened.isMine || managesProgramme) && (
        <Confirm
          trigger={<Button variant="danger-light">{text('view.delete')}</Button>}
          title={text('view.delete_title', { name: opened.name })}
          action={text('view.delete')}
          onConfirm={() => void remove(opened)}
        >
          {opened.isMine ? text('view.delete_hint') : text('view.delete_shared', { owner: opened.owner ?? '–' })}
        </Confirm>
      )}
      {saving && shown && (
        <SaveDialog
          view={saving === 'change' ? opened : null}
          shown={shown}
          onClose={() => {
            setSaving(null);
            void reload();
          }}
          onSaved={(view) => {
            setSaving(null);
            toggleNotification({ type: 'success', message: text('view.saved', { name: view.name }) });
            void reload();
            list.open(view);
          }}
        />
      )}
    </Flex>
  );
};
