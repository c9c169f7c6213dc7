import type { ReactNode } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import { Flex, IconButton, Link, Typography } from '@strapi/design-system';
import { Duplicate, ExternalLink } from '@strapi/icons';
import { NavLink } from 'react-router-dom';
import type { SessionPage } from '../../../../contracts/session-page';
import { entryPath, SESSION } from '../../content-manager';
import { Fact, Facts } from '../../parts/Facts';
import { Panel } from '../../parts/Panel';
import { registrationsPath } from '../../paths';
import { PERMISSIONS } from '../../permissions';
import { useText } from '../../translate';
import { useMay, useMayDo } from '../../use-may';

const Address = ({ name, href }: { name: string; href: string }) => {
  const text = useText();
  const { toggleNotification } = useNotification();
  const copy = async () => {
    await navigator.clipboard.writeText(href);
    toggleNotification({ type: 'success', message: text('links.copied', { name }) });
  };
  return (
    <Flex gap={2} wrap="wrap">
      <Link
        href={href}
        isExternal
        endIcon={<ExternalLink aria-hidden style={{ flexShrink: 0 }} />}
        style={{ overflowWrap: 'anywhere' }}
      >
        {href}
      </Link>
      <IconButton variant="ghost" size="S" label={text('links.copy', { name })} onClick={() => void copy()}>
        <Duplicate />
      </IconButton>
    </Flex>
  );
};

const Nothing = ({ children }: { children: ReactNode }) => <Typography textColor="neutral600">{children}</Typography>;

/** Where the session is found: by visitors, by calendars, and by us. */
export const Links = ({ session: { documentId, links, state } }: { session: SessionPage }) => {
  const text = useText();
  const opens = useMay('read', SESSION);
  const seesPeople = useMayDo(PERMISSIONS.readRegistrations);
  const none = text(state === 'draft' ? 'links.draft' : 'links.none');
  const address = (name: string, href: string | null) =>
    href ? <Address name={name} href={href} /> : <Nothing>{none}</Nothing>;
  return (
    <Panel title={text('session.tab.links')}>
      <Facts>
        <Fact name={text('links.public')}>{address(text('links.public'), links.publicPage)}</Fact>
        <Fact name={text('links.calendar')}>{address(text('links.calendar'), links.calendar)}</Fact>
        <Fact name={text('links.meeting')}>
          {links.meeting ? (
            <Address name={text('links.meeting')} href={links.meeting} />
          ) : (
            <Nothing>{text('links.no_meeting')}</Nothing>
          )}
        </Fact>
        <Fact name={text('links.join')}>{text('links.join_hint')}</Fact>
        {seesPeople && (
          <Fact name={text('session.registrations')}>
            <Link tag={NavLink} to={registrationsPath({ sessions: documentId })}>
              {text('links.registrations')}
            </Link>
          </Fact>
        )}
        {opens && (
          <Fact name={text('links.content_manager')}>
            <Link tag={NavLink} to={entryPath(SESSION, documentId)}>
              {text('session.edit')}
            </Link>
          </Fact>
        )}
      </Facts>
    </Panel>
  );
};
