import { Link } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import { SESSION } from '../../content-manager';
import { SessionMailsPanel } from '../../panels/SessionMails';
import { Panel } from '../../parts/Panel';
import { mailsPath } from '../../paths';
import { PERMISSIONS } from '../../permissions';
import { useText } from '../../translate';
import { useMayDo } from '../../use-may';

/** How the session's mail stands: what the Content Manager shows beside its form. */
export const Mails = ({ session }: { session: string }) => {
  const text = useText();
  const seesMails = useMayDo(PERMISSIONS.readMails);
  const panel = SessionMailsPanel({ model: SESSION, documentId: session });
  if (!panel) return null;
  return (
    <Panel
      title={panel.title}
      action={
        seesMails && (
          <Link tag={NavLink} to={mailsPath({ session })}>
            {text('panel.all_mails')}
          </Link>
        )
      }
    >
      {panel.content}
    </Panel>
  );
};
