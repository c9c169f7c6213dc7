import { useState } from 'react';
import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import {
  Button,
  Combobox,
  ComboboxOption,
  Field,
  Flex,
  Grid,
  Modal,
  SingleSelect,
  SingleSelectOption,
  Textarea,
  TextInput,
} from '@strapi/design-system';
import { COUNTRIES_IN } from '../../../../contracts/countries';
import { COMPANY_SIZES } from '../../../../contracts/registration';
import type { RegistrationEdit, RosterDetail } from '../../../../contracts/roster';
import { Notice } from '../../parts/Notice';
import { problemOf, useProblemText, type Fault } from '../../problem';
import { useText } from '../../translate';
import { useContentLocale } from '../../use-locale';
import { changesIn, formOf, type EditForm } from './edit-form';
import { ROSTER_PATH } from './paths';

const LINES = [
  'firstName',
  'lastName',
  'email',
  'phone',
  'company',
  'position',
  'website',
  'industryVertical',
] as const;
const TEXTS = [
  'specificQuestions',
  'learningObjectives',
  'specialRequirements',
  'accessibilityNeeds',
  'internalNotes',
] as const;
const REQUIRED: readonly (keyof EditForm)[] = ['firstName', 'lastName', 'email', 'company'];

/** What is known of somebody, to be changed. Who is told of a change by somebody else keeps what they typed. */
export const EditDialog = ({
  registration,
  onClose,
  onSaved,
}: {
  registration: RosterDetail;
  onClose(): void;
  onSaved(): void;
}) => {
  const text = useText();
  const say = useProblemText();
  const language = useContentLocale();
  const { get, put } = useFetchClient();
  const { toggleNotification } = useNotification();
  const [began, setBegan] = useState(() => ({ form: formOf(registration), revision: registration.revision }));
  const [draft, setDraft] = useState(began.form);
  const [faults, setFaults] = useState<Fault[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const [theirs, setTheirs] = useState<RosterDetail | null>(null);
  const [isSaving, setIsSaving] = useState(false);
  const change: RegistrationEdit = changesIn(began.form, draft);
  const path = `${ROSTER_PATH}/${registration.documentId}`;
  const write = (name: keyof EditForm, value: string) => setDraft({ ...draft, [name]: value });
  const faultOf = (name: string) => faults.find((fault) => fault.path.join('.') === name) && text('settings.not_valid');

  const save = async () => {
    setIsSaving(true);
    setFaults([]);
    setProblem(null);
    try {
      await put(path, { change, revision: began.revision });
      toggleNotification({ type: 'success', message: text('edit.saved') });
      onSaved();
    } catch (error) {
      const found = problemOf(error);
      setFaults(found.faults);
      setProblem(found.faults.length > 0 ? text('settings.refused') : say(found));
      if (found.code === 'REGISTRATION_CHANGED') {
        const { data } = await get<{ data: RosterDetail }>(path);
        setTheirs(data.data);
      }
      setIsSaving(false);
    }
  };
  /** What they changed comes in, what was typed here stays. */
  const goOn = (next: RosterDetail) => {
    const form = formOf(next);
    setDraft({
      ...form,
      ...Object.fromEntries(Object.keys(change).map((name) => [name, draft[name as keyof EditForm]])),
    });
    setBegan({ form, revision: next.revision });
    setTheirs(null);
    setProblem(null);
  };

  return (
    <Modal.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{text('edit.title')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            {problem && (
              <Notice
                isSudden
                tone={theirs ? 'warning' : 'danger'}
                action={
                  theirs ? (
                    <Button size="S" variant="secondary" onClick={() => goOn(theirs)}>
                      {text('edit.go_on')}
                    </Button>
                  ) : undefined
                }
              >
                {problem}
              </Notice>
            )}
            <Grid.Root gap={4}>
              {LINES.map((name) => (
                <Grid.Item key={name} col={6} xs={12} direction="column" alignItems="stretch">
                  <Field.Root name={name} required={REQUIRED.includes(name)} error={faultOf(name)}>
                    <Field.Label>{text(`edit.${name}`)}</Field.Label>
                    <TextInput value={draft[name]} onChange={(event) => write(name, event.currentTarget.value)} />
                    <Field.Error />
                  </Field.Root>
                </Grid.Item>
              ))}
              <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
                <Field.Root error={faultOf('companySize')}>
                  <Field.Label>{text('edit.companySize')}</Field.Label>
                  <SingleSelect
                    value={draft.companySize}
                    onChange={(size) => write('companySize', String(size))}
                    onClear={() => write('companySize', '')}
                    clearLabel={text('action.clear')}
                  >
                    {COMPANY_SIZES.map((size) => (
                      <SingleSelectOption key={size} value={size}>
                        {text(`size.${size}`)}
                      </SingleSelectOption>
                    ))}
                  </SingleSelect>
                </Field.Root>
              </Grid.Item>
              <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
                <Field.Root error={faultOf('country')}>
                  <Field.Label>{text('edit.country')}</Field.Label>
                  <Combobox
                    autocomplete={{ type: 'list', filter: 'contains' }}
                    value={draft.country}
                    onChange={(country) => write('country', country ?? '')}
                    onClear={() => write('country', '')}
                    clearLabel={text('action.clear')}
                    noOptionsMessage={() => text('chooser.none')}
                  >
                    {COUNTRIES_IN[language].map(({ code, name }) => (
                      <ComboboxOption key={code} value={code}>
                        {name}
                      </ComboboxOption>
                    ))}
                  </Combobox>
                </Field.Root>
              </Grid.Item>
              <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
                <Field.Root error={faultOf('locale')}>
                  <Field.Label>{text('roster.locale')}</Field.Label>
                  <SingleSelect value={draft.locale} onChange={(locale) => write('locale', String(locale))}>
                    {(['en', 'de'] as const).map((locale) => (
                      <SingleSelectOption key={locale} value={locale}>
                        {text(`language.${locale}`)}
                      </SingleSelectOption>
                    ))}
                  </SingleSelect>
                </Field.Root>
              </Grid.Item>
              {TEXTS.map((name) => (
                <Grid.Item key={name} col={12} direction="column" alignItems="stretch">
                  <Field.Root name={name} error={faultOf(name)}>
                    <Field.Label>{text(`edit.${name}`)}</Field.Label>
                    <Textarea value={draft[name]} onChange={(event) => write(name, event.currentTarget.value)} />
                    <Field.Error />
                  </Field.Root>
                </Grid.Item>
              ))}
            </Grid.Root>
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {text('action.cancel')}
          </Button>
          <Button
            loading={isSaving}
            disabled={Object.keys(change).length === 0 || theirs !== null}
            onClick={() => void save()}
          >
            {text('action.save')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
