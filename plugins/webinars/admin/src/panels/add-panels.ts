import type { StrapiApp } from '@strapi/strapi/admin';
import { guardSave, type Described } from './GuardedSave';
import { PartnerRecordsPanel } from './PartnerRecords';
import { RegistrationMailsPanel } from './RegistrationMails';
import { SESSION_ACTIONS } from './SessionActions';
import { SessionMailsPanel } from './SessionMails';
import { SessionPlanPanel } from './SessionPlan';
import { SessionsOfPanel } from './SessionsOf';

type Places = {
  addEditViewSidePanel(panels: readonly unknown[]): void;
  addDocumentAction(actions: (before: readonly Described[]) => unknown[]): void;
};

/** Puts our panels beside the Content Manager's forms, and our actions into its menus. */
export const addPanels = (app: StrapiApp): void => {
  const { addEditViewSidePanel, addDocumentAction } = app.getPlugin('content-manager').apis as unknown as Places;
  addEditViewSidePanel([
    RegistrationMailsPanel,
    SessionPlanPanel,
    SessionMailsPanel,
    SessionsOfPanel,
    PartnerRecordsPanel,
  ]);
  addDocumentAction((actions) => [
    ...actions.map((action) => (action.type === 'update' ? guardSave(action) : action)),
    ...SESSION_ACTIONS,
  ]);
};
