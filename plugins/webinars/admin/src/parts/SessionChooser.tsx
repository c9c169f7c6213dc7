import { useIntl } from 'react-intl';
import type { SessionChoice } from '../../../contracts/mail-admin';
import { useText } from '../translate';
import { Chooser } from './Chooser';

/** A session, by its title. */
export const SessionChooser = ({
  path,
  value,
  onChange,
}: {
  path: string;
  value: string | null;
  onChange(session: string | null): void;
}) => {
  const text = useText();
  const { formatDate } = useIntl();
  return (
    <Chooser<SessionChoice>
      path={path}
      value={value}
      onChange={onChange}
      placeholder={text('chooser.session')}
      choiceOf={({ documentId, title, datetime, timezone }) => ({
        value: documentId,
        label: `${title} · ${formatDate(datetime, { dateStyle: 'medium', timeStyle: 'short', timeZone: timezone })}`,
      })}
    />
  );
};
