import { deadLetterQuery, discardDeadLettersRequest, replayDeadLettersRequest } from '../../../contracts/queue';
import { staffOf } from '../audit';
import { answering } from '../kernel/problems';
import { may, type StaffCtx } from '../kernel/staff';
import type { QueueDoors } from './queue-doors';

export const queueAdminRoutes = (doors: () => QueueDoors) => {
  const on = (method: string, path: string, handle: (ctx: StaffCtx) => Promise<unknown>) => ({
    method,
    path,
    handler: answering<StaffCtx>(async (ctx) => {
      ctx.body = await handle(ctx);
    }),
    config: may('jobs.manage'),
  });
  return [
    on('GET', '/queue', async () => ({ data: await doors().standing(), meta: {} })),
    on('GET', '/queue/dead-letters', (ctx) => doors().deadLetters(deadLetterQuery.parse(ctx.query))),
    on('POST', '/queue/replay', async (ctx) => {
      const { which } = replayDeadLettersRequest.parse(ctx.request.body);
      return { data: await doors().replay(which, staffOf(ctx)), meta: {} };
    }),
    on('POST', '/queue/discard', async (ctx) => {
      const { which, reason } = discardDeadLettersRequest.parse(ctx.request.body);
      return { data: await doors().discard(which, reason, staffOf(ctx)), meta: {} };
    }),
  ];
};
