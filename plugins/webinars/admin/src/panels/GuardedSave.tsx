import { useEffect, useMemo, useRef, type ComponentType, type ReactNode, type SyntheticEvent } from 'react';
import { unstable_useDocument as useDocument, useFetchClient, useForm, useNotification } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import type { ChangePreview } from '../../../contracts/planning';
import { entryPath, REGISTRATION, SESSION } from '../content-manager';
import { PERMISSIONS } from '../permissions';
import { problemOf, useProblemText } from '../problem';
import { useOvertakenText } from '../session-deeds/Overtaken';
import { useText } from '../translate';
import { useContentLocale } from '../use-locale';
import { useMayDo } from '../use-may';
import { changesIn, saveAsked } from './form-of-session';
import { SaveQuestion, type Question } from './SaveQuestion';
import { useRequestParams, type ActionProps } from './SessionActions';

type Values = Record<string, unknown>;

type SaveAction = {
  label: ReactNode;
  disabled?: boolean;
  /** Answers true where no dialog shall open. */
  onClick?: (event?: SyntheticEvent) => unknown;
  dialog?: { type: 'modal'; title: string; content: ComponentType<{ onClose(): void }> };
};

/** An action of the Content Manager: a component that answers with a description. */
export type Described = ((props: ActionProps) => SaveAction | null) & { type?: string; position?: unknown };

/** Whether somebody would notice the save: by a mail, a place lost or won, or seats that are too few. */
const isNoticed = ({ mails, cancelled, promoted, over, session, after }: ChangePreview): boolean =>
  mails.length > 0 || cancelled > 0 || promoted > 0 || (over > 0 && session.capacity !== after.capacity);

const isShortcut = ({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): boolean =>
  (ctrlKey || metaKey) && !shiftKey && !altKey && (key === 'Enter' || key.toLowerCase() === 's');

/**
 * The Content Manager's own Save, which for a session first looks at what it would do, and for a registration whether it is still the one
 * that was opened: where others would notice, or somebody was first, it asks. Where nobody can look, it saves as ever: the server refuses
 * what must not be.
 */
export const guardSave = (Save: Described): Described => {
  const GuardedSave: Described = (props) => {
    const { model, documentId, collectionType } = props;
    const save = Save(props);
    const text = useText();
    const { formatDate } = useIntl();
    const locale = useContentLocale();
    const { get, post } = useFetchClient();
    const mayForesee = useMayDo(PERMISSIONS.readSessions);
    const isLooked = documentId !== undefined && (model === REGISTRATION || (model === SESSION && mayForesee));
    const modified = useForm('GuardedSave', (state) => state.modified);
    const initialValues = useForm('GuardedSave', (state) => state.initialValues);
    const getValues = useForm('GuardedSave', (state) => state.getValues);
    const setValues = useForm('GuardedSave', (state) => state.setValues);
    const setErrors = useForm('GuardedSave', (state) => state.setErrors);
    const errors = useForm('GuardedSave', (state) => state.errors);
    const { toggleNotification } = useNotification();
    const say = useProblemText();
    const sayWho = useOvertakenText();
    const { refetch } = useDocument(
      { collectionType, model, documentId, params: useRequestParams() },
      { skip: !isLooked },
    );
    const question = useRef<Question | null>(null);
    // The entry as the form was opened on it. What the form itself takes for that is what it sent last, even where that was refused.
    const opened = useRef(initialValues as Values);
    if (opened.current.revision !== (initialValues as Values).revision) opened.current = initialValues as Values;
    const sent = useRef<{ values: Values; before: Values } | null>(null);
    const proceed = async (event?: SyntheticEvent): Promise<void> => {
      sent.current = { values: getValues() as Values, before: opened.current };
      await save?.onClick?.(event);
    };
    const current = useRef({ proceed, refetch });
    current.current = { proceed, refetch };

    // After a refusal Strapi reads the entry anew and lays it over the form: what was changed there is put on top of it again.
    const isRefused = sent.current !== null && Object.keys(errors).length > 0;
    useEffect(() => {
      if (!isRefused || !sent.current) return;
      setValues({ ...initialValues, ...changesIn(sent.current.values, sent.current.before) });
    }, [isRefused, initialValues, setValues]);

    // The shortcut is a press of the button, so that it asks the same.
    useEffect(() => {
      if (!isLooked) return undefined;
      const press = (event: KeyboardEvent) => {
        if (!isShortcut(event) || document.querySelector('[role=dialog], [role=alertdialog]')) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        document.querySelector<HTMLButtonElement>('form button[type=submit]')?.click();
      };
      window.addEventListener('keydown', press, true);
      return () => window.removeEventListener('keydown', press, true);
    }, [isLooked]);

    const content = useMemo(() => {
      const Content = ({ onClose }: { onClose(): void }) =>
        question.current && documentId ? (
          <SaveQuestion
            model={model}
            documentId={documentId}
            question={question.current}
            onClose={onClose}
            onSave={() => {
              onClose();
              void current.current.proceed();
            }}
            onMerged={() => {
              onClose();
              void current.current.refetch();
            }}
          />
        ) : null;
      return Content;
    }, [model, documentId]);

    if (!save || !isLooked) return save;

    const askOfRegistration = async (): Promise<Question | null> => {
      const values = getValues() as Values;
      try {
        const { data } = await get<{ data: Values }>(entryPath(model, documentId));
        const { revision, updatedAt } = data.data;
        if (!values.revision || revision === values.revision) return null;
        const when = formatDate(String(updatedAt), { dateStyle: 'medium', timeStyle: 'short' });
        return {
          kind: 'overtaken',
          title: text('save.overtaken.registration', { when }),
          values,
          before: opened.current,
        };
      } catch {
        return null;
      }
    };

    /** What has to be asked first; null where nothing has to be, and `refused` where saving would be refused: then it is not tried. */
    const askOfSession = async (): Promise<Question | 'refused' | null> => {
      const values = getValues() as Values;
      try {
        const { data } = await post<{ data: ChangePreview }>(
          `/webinars-admin/planning/sessions/${documentId}/save/preview`,
          saveAsked(values),
          { params: { locale } },
        );
        return isNoticed(data.data) ? { kind: 'noticed', preview: data.data } : null;
      } catch (error) {
        const problem = problemOf(error);
        if (problem.code === 'SESSION_CHANGED') {
          return { kind: 'overtaken', title: sayWho(problem), values, before: opened.current };
        }
        if (problem.status !== 400 && problem.status !== 409) return null;
        setErrors(Object.fromEntries(problem.faults.map(({ path, message }) => [path.join('.'), message])));
        // The doors' own words say more than a name we would have to know.
        toggleNotification({ type: 'danger', message: problem.status === 409 ? problem.message : say(problem) });
        return 'refused';
      }
    };
    return {
      ...save,
      async onClick(event) {
        const ask = model === SESSION ? askOfSession : askOfRegistration;
        const asked = modified ? await ask() : null;
        question.current = asked === 'refused' ? null : asked;
        if (question.current) return false;
        if (asked === null) await proceed(event);
        return true;
      },
      dialog: { type: 'modal', title: text('save.title'), content },
    };
  };
  GuardedSave.type = Save.type;
  GuardedSave.position = Save.position;
  return GuardedSave;
};
