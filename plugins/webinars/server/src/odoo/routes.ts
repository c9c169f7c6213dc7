import { odooSettingsChange, type CurrentOdooSettings, type OdooSettings } from '../../../contracts/odoo';
import { answering } from '../kernel/problems';
import { staffOf, type Actor } from '../audit';
import { may, type StaffCtx } from '../kernel/staff';

/** What the routes need of the application, asked for when a request comes. */
export type OdooDoors = {
  readSettings(): Promise<CurrentOdooSettings>;
  saveSettings(settings: OdooSettings & { revision: number }, by?: Actor): Promise<CurrentOdooSettings>;
};

const SET = may('partners.settings');

export const odooAdminRoutes = (doors: () => OdooDoors) => [
  {
    method: 'GET',
    path: '/partners/odoo/settings',
    handler: answering<StaffCtx>(async (ctx) => {
      ctx.body = { data: await doors().readSettings(), meta: {} };
    }),
    config: SET,
  },
  {
    method: 'PUT',
    path: '/partners/odoo/settings',
    handler: answering<StaffCtx>(async (ctx) => {
      ctx.body = {
        data: await doors().saveSettings(odooSettingsChange.parse(ctx.request.body), staffOf(ctx)),
        meta: {},
      };
    }),
    config: SET,
  },
];
