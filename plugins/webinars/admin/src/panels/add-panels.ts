import type { StrapiApp } from '@strapi/strapi/admin';
import { PartnerRecordsPanel } from './PartnerRecords';
import { RegistrationMailsPanel } from './RegistrationMails';
import { SessionMailsPanel } from './SessionMails';

type Panels = { addEditViewSidePanel(panels: readonly unknown[]): void };

/** Puts our panels beside the Content Manager's forms. */
export const addPanels = (app: StrapiApp): void => {
  const { addEditViewSidePanel } = app.getPlugin('content-manager').apis as unknown as Panels;
  addEditViewSidePanel([RegistrationMailsPanel, SessionMailsPanel, PartnerRecordsPanel]);
};
