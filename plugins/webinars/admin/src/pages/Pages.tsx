import { Page } from '@strapi/strapi/admin';
import { Flex } from '@strapi/design-system';
import { Navigate, Route, Routes } from 'react-router-dom';
import { SectionNav } from '../parts/SectionNav';
import { SettingsNav } from '../parts/SettingsNav';
import {
  historyPath,
  importsPath,
  integrationsPath,
  mailsPath,
  messagesPath,
  registrationsPath,
  sessionsPath,
} from '../paths';
import { useSettingsSections } from '../settings-sections';
import { PERMISSIONS } from '../permissions';
import { useMayDo } from '../use-may';
import { ProtectedBulkPage } from './bulk/BulkPage';
import { ProtectedBulksPage } from './bulk/ListPage';
import { ProtectedChecksPage } from './checks/Page';
import { ProtectedConsentsPage } from './consents/Page';
import { ProtectedHistoryPage } from './history/Page';
import { ProtectedImportPage } from './imports/ImportPage';
import { ProtectedImportsPage } from './imports/ListPage';
import { ProtectedIntegrationsPage } from './integrations/Page';
import { ProtectedMailPage } from './mails/MailPage';
import { ProtectedMailsPage } from './mails/ListPage';
import { ProtectedBrandPage, ProtectedRemindersPage } from './mail-settings/Page';
import { ProtectedMessagesPage } from './messages/ListPage';
import { ProtectedMessagePage } from './messages/MessagePage';
import { ProtectedNewMessagePage } from './messages/NewPage';
import { ProtectedOdooSettingsPage } from './odoo-settings/Page';
import OverviewPage from './overview/Page';
import { ProtectedProgrammePage } from './programme-settings/Page';
import { ProtectedQueuePage } from './queue/Page';
import { ProtectedSessionPage } from './session/Page';
import { ProtectedRegistrationPage } from './registrations/DetailPage';
import { ProtectedRegistrationsPage } from './registrations/ListPage';
import { ProtectedSessionsPage } from './sessions/Page';
import { ProtectedEditorPage } from './templates/EditorPage';
import { ProtectedTemplatesPage } from './templates/ListPage';

/** The first page: the programme's numbers, or for those who may not see them the first that they may. */
const First = () => {
  const seesOverview = useMayDo(PERMISSIONS.readOverview);
  const seesRegistrations = useMayDo(PERMISSIONS.readRegistrations);
  const seesSessions = useMayDo(PERMISSIONS.readSessions);
  const seesMails = useMayDo(PERMISSIONS.readMails);
  const maySend = useMayDo(PERMISSIONS.sendMails);
  const seesPartners = useMayDo(PERMISSIONS.readPartners);
  const mayImport = useMayDo(PERMISSIONS.importRegistrations);
  const seesHistory = useMayDo(PERMISSIONS.readHistory);
  if (seesOverview) return <OverviewPage />;
  if (seesSessions) return <Navigate replace to={sessionsPath()} />;
  if (seesRegistrations) return <Navigate replace to={registrationsPath()} />;
  if (mayImport) return <Navigate replace to={importsPath()} />;
  if (seesMails) return <Navigate replace to={mailsPath()} />;
  if (maySend) return <Navigate replace to={messagesPath} />;
  if (seesPartners) return <Navigate replace to={integrationsPath} />;
  return seesHistory ? <Navigate replace to={historyPath()} /> : <FirstOfSettings />;
};

/** The settings begin with the first of their sections that the reader may open. */
const FirstOfSettings = () => {
  const [first] = useSettingsSections();
  return first ? <Navigate replace to={first.to} /> : <Page.NoPermissions />;
};

/** Everything behind the plugin's entry in the menu. */
const Pages = () => (
  <Flex direction="column" alignItems="stretch" width="100%">
    <SectionNav />
    <SettingsNav />
    <Routes>
      <Route index element={<First />} />
      <Route path="sessions" element={<ProtectedSessionsPage />} />
      <Route path="sessions/:documentId" element={<ProtectedSessionPage />} />
      <Route path="registrations" element={<ProtectedRegistrationsPage />} />
      <Route path="registrations/:documentId" element={<ProtectedRegistrationPage />} />
      <Route path="imports" element={<ProtectedImportsPage />} />
      <Route path="imports/:id" element={<ProtectedImportPage />} />
      <Route path="bulk" element={<ProtectedBulksPage />} />
      <Route path="bulk/:id" element={<ProtectedBulkPage />} />
      <Route path="mails" element={<ProtectedMailsPage />} />
      <Route path="mails/:id" element={<ProtectedMailPage />} />
      <Route path="messages" element={<ProtectedMessagesPage />} />
      <Route path="messages/new" element={<ProtectedNewMessagePage />} />
      <Route path="messages/:id" element={<ProtectedMessagePage />} />
      <Route path="templates" element={<ProtectedTemplatesPage />} />
      <Route path="templates/:kind/:locale" element={<ProtectedEditorPage />} />
      <Route path="mail-settings" element={<ProtectedBrandPage />} />
      <Route path="mail-settings/reminders" element={<ProtectedRemindersPage />} />
      <Route path="settings" element={<FirstOfSettings />} />
      <Route path="settings/programme" element={<ProtectedProgrammePage />} />
      <Route path="settings/consents" element={<ProtectedConsentsPage />} />
      <Route path="settings/queue" element={<ProtectedQueuePage />} />
      <Route path="settings/checks" element={<ProtectedChecksPage />} />
      <Route path="integrations" element={<ProtectedIntegrationsPage />} />
      <Route path="integrations/odoo" element={<ProtectedOdooSettingsPage />} />
      <Route path="history" element={<ProtectedHistoryPage />} />
      <Route path="*" element={<Page.NoData />} />
    </Routes>
  </Flex>
);

export default Pages;
