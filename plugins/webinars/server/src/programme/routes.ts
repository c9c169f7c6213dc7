import { choiceQuery } from '../../../contracts/mail-admin';
import { programmeSettingsChange } from '../../../contracts/programme';
import { staffOf } from '../audit';
import { answering } from '../kernel/problems';
import { may, type StaffCtx } from '../kernel/staff';
import type { Programme } from './programme';

/** Reading the settings takes no more than being allowed to change them: nobody else needs a form of them. */
export const programmeAdminRoutes = (programme: () => Pick<Programme, 'view' | 'save' | 'choices'>) => {
  const on = (method: string, path: string, handle: (ctx: StaffCtx) => Promise<unknown>) => ({
    method,
    path,
    handler: answering<StaffCtx>(async (ctx) => {
      ctx.body = { data: await handle(ctx), meta: {} };
    }),
    config: may('programme.settings'),
  });
  return [
    on('GET', '/programme-settings', () => programme().view()),
    on('PUT', '/programme-settings', (ctx) =>
      programme().save(programmeSettingsChange.parse(ctx.request.body), staffOf(ctx)),
    ),
    on('GET', '/programme-settings/speakers', (ctx) => programme().choices(choiceQuery.parse(ctx.query).search)),
  ];
};
