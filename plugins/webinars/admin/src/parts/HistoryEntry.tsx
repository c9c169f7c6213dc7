import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';
import type { HistoryActor, HistoryChange, HistoryEntry as Entry } from '../../../contracts/history';
import { entryPath } from '../content-manager';
import { useText } from '../translate';
import { useMay } from '../use-may';
import { useMoney } from '../use-money';
import { english } from '../content/texts';
import { fieldSteps, shownAs, textKey, type Shown } from './history-words';
import { TextLink } from './TextLink';

// More than these are shown on request: a new session says thirty things.
const FEW = 4;

const More = styled.summary`
  color: ${({ theme }) => theme.colors.primary600};
  cursor: pointer;
  font-size: 1.4rem;

  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;

const Old = styled.del`
  color: ${({ theme }) => theme.colors.neutral600};
  overflow-wrap: anywhere;
`;

const New = styled.ins`
  color: ${({ theme }) => theme.colors.neutral800};
  overflow-wrap: anywhere;
  text-decoration: none;
`;

/** Who did it, in the reader's language where it was nobody by name. */
export const useActorName = () => {
  const text = useText();
  return ({ kind, name }: HistoryActor): string => {
    if (kind === 'token') return text('history.by.token', { name: name ?? '–' });
    return name ?? text(`history.by.${kind}`);
  };
};

/** What was done, in a few words; what has none is told as the log has it. */
export const useActionName = () => {
  const text = useText();
  return (action: string): string => {
    const key = textKey(`history.action.${action}`);
    return key ? text(key) : text('history.action.other', { action });
  };
};

const useShown = () => {
  const text = useText();
  const money = useMoney();
  const { formatDate, formatMessage, formatNumber } = useIntl();
  const say = (shown: Shown): string => {
    switch (shown.as) {
      case 'nothing':
        return text('history.nothing');
      case 'hidden':
        return text('history.hidden');
      case 'yes':
        return text('history.yes');
      case 'no':
        return text('history.no');
      case 'number':
        return formatNumber(shown.number);
      case 'money':
        return money(shown.amount, shown.currency);
      case 'instant':
        return formatDate(shown.text, { dateStyle: 'medium', timeStyle: 'short', timeZoneName: undefined });
      case 'word':
        return formatMessage({ id: shown.id, defaultMessage: english[shown.id] });
      case 'list':
        return shown.items.map(say).join(', ');
      default:
        return shown.text;
    }
  };
  return (value: unknown): string => say(shownAs(value));
};

const useFieldName = () => {
  const text = useText();
  const { formatMessage } = useIntl();
  return (kind: string, field: string): string =>
    fieldSteps(kind, field)
      .map((step) => {
        if ('key' in step) return text(step.key);
        return 'id' in step ? formatMessage({ id: step.id, defaultMessage: step.english }) : step.plain;
      })
      .join(' · ');
};

const Change = ({
  kind,
  change: { field, before, after },
  isNew,
}: {
  kind: string;
  change: HistoryChange;
  isNew: boolean;
}) => {
  const nameOf = useFieldName();
  const shown = useShown();
  const text = useText();
  const isSecret = !isNew && shownAs(before).as === 'hidden' && shownAs(after).as === 'hidden';
  return (
    <Box tag="li">
      <Typography textColor="neutral600">{`${nameOf(kind, field)}: `}</Typography>
      <Typography textColor="neutral800">
        {isNew || isSecret ? (
          <New>{isSecret ? text('history.secret_changed') : shown(after)}</New>
        ) : (
          <>
            {before === null ? (
              <span>{shown(before)}</span>
            ) : (
              <Old aria-label={text('history.before', { value: shown(before) })}>{shown(before)}</Old>
            )}
            <span aria-hidden> → </span>
            <New aria-label={text('history.after', { value: shown(after) })}>{shown(after)}</New>
          </>
        )}
      </Typography>
    </Box>
  );
};

const Changes = ({ entry: { changes, subject, action } }: { entry: Entry }) => {
  const text = useText();
  const isNew = action.endsWith('.created') || action.endsWith('.duplicated') || action.endsWith('.sent');
  const list = (some: HistoryChange[]) => (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={1}>
      {some.map((change) => (
        <Change key={change.field} kind={subject.kind} change={change} isNew={isNew} />
      ))}
    </Flex>
  );
  if (changes.length === 0) return null;
  if (changes.length <= FEW) return list(changes);
  return (
    <details>
      <More>{text(isNew ? 'history.all_fields' : 'history.all_changes', { count: changes.length })}</More>
      <Box paddingTop={2}>{list(changes)}</Box>
    </details>
  );
};

// Of what else is said, that which has a name here.
const useNotes = () => {
  const text = useText();
  const shown = useShown();
  return (data: Record<string, unknown>): string[] =>
    Object.entries(data).flatMap(([name, value]) => {
      const key = textKey(`history.data.${name}`);
      if (!key || value === null || value === undefined) return [];
      const kind = name === 'kind' ? textKey(`kind.${String(value)}`) : null;
      return [text(key, { value: kind ? text(kind) : shown(value) })];
    });
};

const CONTENT: Record<string, string> = {
  session: 'api::session.session',
  registration: 'api::registration.registration',
  topic: 'api::topic.topic',
  speaker: 'api::speaker.speaker',
};

/** What something of ours is called that is no entry of the Content Manager. Null for what is known by nothing but a key. */
const useOwnName = () => {
  const text = useText();
  return ({ kind, documentId }: Entry['subject']): string | null => {
    const key = textKey(`history.subject.${kind}`);
    if (!key) return null;
    const [name, locale] = documentId.split('/');
    const known = textKey(kind === 'template' ? `kind.${name}` : `history.${kind}.${name}`);
    const language = locale === undefined ? null : textKey(`language.${locale}`);
    return known ? [text(known), ...(language ? [text(language)] : [])].join(' · ') : `${text(key)} ${documentId}`;
  };
};

const Subject = (subject: Entry['subject']) => {
  const { kind, documentId, title } = subject;
  const text = useText();
  const ownName = useOwnName();
  const uid = CONTENT[kind];
  const opens = useMay('read', uid ?? '');
  if (uid && title && opens) return <TextLink to={entryPath(uid, documentId)}>{title}</TextLink>;
  const key = textKey(`history.subject.${kind}`);
  const name = uid ? (title ?? (key && text(key))) : ownName(subject);
  return name && <Typography textColor="neutral800">{name}</Typography>;
};

/** One thing that happened: what, to what, who did it and when, and what it changed. */
export const HistoryEntry = ({ entry, isSubjectShown }: { entry: Entry; isSubjectShown: boolean }) => {
  const text = useText();
  const actor = useActorName();
  const action = useActionName();
  const notesOf = useNotes();
  const { formatDate } = useIntl();
  const { by, because, subject, session, events, isErased } = entry;
  const notes = [entry.data, ...events.map(({ data }) => data)].flatMap(notesOf);
  // What the step itself says already is not said again.
  const followed = [...new Set(events.map(({ type }) => type))].filter((type) => type !== entry.action);
  return (
    <Flex tag="li" direction="column" alignItems="stretch" gap={2} paddingTop={3} paddingBottom={3}>
      <Flex justifyContent="space-between" alignItems="baseline" gap={4} wrap="wrap">
        <Flex gap={2} wrap="wrap" alignItems="baseline" style={{ minWidth: 0 }}>
          <Typography fontWeight="semiBold" textColor="neutral800">
            {action(entry.action)}
          </Typography>
          {isSubjectShown && <Subject {...subject} />}
          {isSubjectShown && session && session.documentId !== subject.documentId && session.title && (
            <Typography textColor="neutral600">{session.title}</Typography>
          )}
        </Flex>
        <Typography tag="time" dateTime={entry.at} variant="pi" textColor="neutral600">
          {formatDate(entry.at, { dateStyle: 'medium', timeStyle: 'short' })}
        </Typography>
      </Flex>
      <Typography variant="pi" textColor="neutral600">
        {because
          ? text('history.because', { by: actor(by), who: actor(because.by), action: action(because.action) })
          : actor(by)}
      </Typography>
      <Changes entry={entry} />
      {[...followed.map(action), ...new Set(notes)].map((line) => (
        <Typography key={line} variant="pi" textColor="neutral800">
          {line}
        </Typography>
      ))}
      {isErased && (
        <Typography variant="pi" textColor="neutral600">
          {text('history.erased')}
        </Typography>
      )}
    </Flex>
  );
};
