import { Page } from '@strapi/strapi/admin';
import { Flex } from '@strapi/design-system';
import { Navigate, Route, Routes } from 'react-router-dom';
import { SectionNav } from '../parts/SectionNav';
import { integrationsPath, mailsPath, messagesPath, odooSettingsPath, sessionsPath, templatesPath } from '../paths';
import { PERMISSIONS } from '../permissions';
import { useMayDo } from '../use-may';
import { ProtectedIntegrationsPage } from './integrations/Page';
import { ProtectedMailPage } from './mails/MailPage';
import { ProtectedMailsPage } from './mails/ListPage';
import { ProtectedSettingsPage } from './mail-settings/Page';
import { ProtectedMessagesPage } from './messages/ListPage';
import { ProtectedMessagePage } from './messages/MessagePage';
import { ProtectedNewMessagePage } from './messages/NewPage';
import { ProtectedOdooSettingsPage } from './odoo-settings/Page';
import OverviewPage from './overview/Page';
import { ProtectedSessionsPage } from './sessions/Page';
import { ProtectedEditorPage } from './templates/EditorPage';
import { ProtectedTemplatesPage } from './templates/ListPage';

/** The first page: the programme's numbers, or for those who may not see them the first that they may. */
const First = () => {
  const seesOverview = useMayDo(PERMISSIONS.readOverview);
  const seesSessions = useMayDo(PERMISSIONS.readSessions);
  const seesMails = useMayDo(PERMISSIONS.readMails);
  const maySend = useMayDo(PERMISSIONS.sendMails);
  const maySet = useMayDo(PERMISSIONS.setMails);
  const seesPartners = useMayDo(PERMISSIONS.readPartners);
  const maySetPartners = useMayDo(PERMISSIONS.setPartners);
  if (seesOverview) return <OverviewPage />;
  if (seesSessions) return <Navigate replace to={sessionsPath()} />;
  if (seesMails) return <Navigate replace to={mailsPath()} />;
  if (maySend) return <Navigate replace to={messagesPath} />;
  if (maySet) return <Navigate replace to={templatesPath} />;
  if (seesPartners) return <Navigate replace to={integrationsPath} />;
  return maySetPartners ? <Navigate replace to={odooSettingsPath} /> : <Page.NoPermissions />;
};

/** Everything behind the plugin's entry in the menu. */
const Pages = () => (
  <Flex direction="column" alignItems="stretch" width="100%">
    <SectionNav />
    <Routes>
      <Route index element={<First />} />
      <Route path="sessions" element={<ProtectedSessionsPage />} />
      <Route path="mails" element={<ProtectedMailsPage />} />
      <Route path="mails/:id" element={<ProtectedMailPage />} />
      <Route path="messages" element={<ProtectedMessagesPage />} />
      <Route path="messages/new" element={<ProtectedNewMessagePage />} />
      <Route path="messages/:id" element={<ProtectedMessagePage />} />
      <Route path="templates" element={<ProtectedTemplatesPage />} />
      <Route path="templates/:kind/:locale" element={<ProtectedEditorPage />} />
      <Route path="mail-settings" element={<ProtectedSettingsPage />} />
      <Route path="integrations" element={<ProtectedIntegrationsPage />} />
      <Route path="integrations/odoo" element={<ProtectedOdooSettingsPage />} />
      <Route path="*" element={<Page.NoData />} />
    </Routes>
  </Flex>
);

export default Pages;
