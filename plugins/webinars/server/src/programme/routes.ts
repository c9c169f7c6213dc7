import { choiceQuery } from '../../../contracts/mail-admin';
import { programmeSettingsChange } from '../../../contracts/programme';
import { staffOf } from '../audit';
import { answering } from '../kernel/problems';
import { may, type Staff } from '../kernel/staff';
import type { Programme } from './programme';

type Ctx = {
  query: unknown;
  request: { body?: unknown };
  state: { user?: Staff };
  status: number;
  body: unknown;
  set(name: string, value: string): void;
};

/** Reading the settings takes no more than being allowed to change them: nobody else needs a form of them. */
export const programmeAdminRoutes = (programme: () => Pick<Programme, 'view' | 'save' | 'choices'>) => {
  const on = (method: string, path: string, handle: (ctx: Ctx) => Promise<unknown>) => ({
    method,
    path,
    handler: answering<Ctx>(async (ctx) => {
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
