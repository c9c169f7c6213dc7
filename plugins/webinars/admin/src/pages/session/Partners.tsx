import { EmptyStateLayout, Link } from '@strapi/design-system';
import { EmptyData } from '@strapi/icons/symbols';
import { NavLink } from 'react-router-dom';
import { SESSION } from '../../content-manager';
import { PartnerRecordsPanel } from '../../panels/PartnerRecords';
import { Panel } from '../../parts/Panel';
import { integrationsPath } from '../../paths';
import { useText } from '../../translate';

/** What partners have of the session: what the Content Manager shows beside its form. */
export const Partners = ({ session }: { session: string }) => {
  const text = useText();
  const panel = PartnerRecordsPanel({ model: SESSION, documentId: session });
  if (panel) return <Panel title={panel.title}>{panel.content}</Panel>;
  return (
    <EmptyStateLayout
      icon={<EmptyData width="16rem" />}
      content={text('session.no_partner')}
      hasRadius
      shadow="tableShadow"
      action={
        <Link tag={NavLink} to={integrationsPath}>
          {text('nav.integrations')}
        </Link>
      }
    />
  );
};
