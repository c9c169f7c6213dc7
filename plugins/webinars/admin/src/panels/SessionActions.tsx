import { useMemo, useRef, type ComponentType, type ReactNode } from 'react';
import { useNotification, useQueryParams, unstable_useDocument as useDocument, useForm } from '@strapi/strapi/admin';
import { Button, Modal, Typography } from '@strapi/design-system';
import { ArrowRight, Calendar, Cross, Duplicate } from '@strapi/icons';
import { useNavigate } from 'react-router-dom';
import { entryPath, SESSION } from '../content-manager';
import { sessionPath } from '../paths';
import { PERMISSIONS } from '../permissions';
import type { DeedName, DeedPlace } from '../session-deeds/DeedForm';
import { DEEDS } from '../session-deeds/deeds';
import { useText } from '../translate';
import { useMayDo } from '../use-may';

/** What the Content Manager hands to an action, and what it wants of one. */
export type ActionProps = {
  model: string;
  documentId?: string;
  collectionType: string;
  document?: Record<string, unknown>;
};

type Dialog = { type: 'modal'; title: string; content: ComponentType<{ onClose(): void }> };

export type Action = {
  label: ReactNode;
  icon?: ReactNode;
  position: 'header';
  variant?: 'danger';
  onClick?: () => void;
  dialog?: Dialog;
};

const NOWHERE = { plugins: {} } as Record<string, unknown>;

/** The query of the form's own request, so that reading it anew is reading the same. */
export const useRequestParams = (): object => {
  const [{ query }] = useQueryParams<Record<string, unknown>>();
  const { plugins = {}, ...rest } = query ?? NOWHERE;
  return { ...rest, ...Object.assign({}, ...Object.values(plugins as Record<string, object>)) };
};

/** To our page of the session. */
const OpenAction = ({ model, documentId }: ActionProps): Action | null => {
  const text = useText();
  const navigate = useNavigate();
  const isOpen = useMayDo(PERMISSIONS.readSessions);
  if (model !== SESSION || !documentId || !isOpen) return null;
  return {
    label: text('panel.session_page'),
    icon: <ArrowRight />,
    position: 'header',
    onClick: () => navigate(sessionPath(documentId)),
  };
};
OpenAction.position = 'header';

/** A deed reads the session anew, and with it the form. */
const SaveFirst = ({ onClose }: { onClose(): void }) => {
  const text = useText();
  return (
    <>
      <Modal.Body>
        <Typography textColor="neutral800">{text('deed.save_first')}</Typography>
      </Modal.Body>
      <Modal.Footer>
        <Button onClick={onClose}>{text('deed.back')}</Button>
      </Modal.Footer>
    </>
  );
};

/** An action of the Content Manager that is one of our deeds, in the dialog it opens. */
const actionOf = (name: DeedName, icon: ReactNode) => {
  const DeedAction = ({ model, documentId, collectionType, document }: ActionProps): Action | null => {
    const text = useText();
    const navigate = useNavigate();
    const { toggleNotification } = useNotification();
    const isOpen = useMayDo(PERMISSIONS.manageSessions);
    const isOurs = model === SESSION && documentId !== undefined;
    const isModified = useForm('SessionAction', ({ modified }) => modified);
    const { refetch } = useDocument(
      { collectionType, model, documentId, params: useRequestParams() },
      { skip: !isOurs },
    );
    const { label, title, states, Form, isDanger } = DEEDS[name];
    const done = useRef<DeedPlace['onDone']>(() => {});
    done.current = (session) => {
      if (session.documentId === documentId) return refetch();
      toggleNotification({ type: 'info', message: text('deed.duplicate.here') });
      navigate(entryPath(SESSION, session.documentId));
    };
    // One component for as long as the dialog is open: another would begin with empty fields.
    const content = useMemo(() => {
      const Content = ({ onClose }: { onClose(): void }) =>
        isModified || !documentId ? (
          <SaveFirst onClose={onClose} />
        ) : (
          <Form
            documentId={documentId}
            onClose={onClose}
            onDone={(session) => {
              onClose();
              done.current(session);
            }}
          />
        );
      return Content;
    }, [Form, documentId, isModified]);
    if (!isOurs || !isOpen || !states.some((state) => state === document?.state)) return null;
    return {
      label: text(label),
      icon,
      position: 'header',
      ...(isDanger ? { variant: 'danger' as const } : {}),
      dialog: { type: 'modal', title: text(title), content },
    };
  };
  DeedAction.position = 'header';
  return DeedAction;
};

/** In the Content Manager's menu of a session: our page, and what is done with a session as a whole. */
export const SESSION_ACTIONS = [
  OpenAction,
  actionOf('duplicate', <Duplicate />),
  actionOf('move', <Calendar />),
  actionOf('cancel', <Cross />),
];
