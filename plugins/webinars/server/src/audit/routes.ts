import {
  historyQuery,
  type HistoryChoices,
  type HistoryEntry,
  type HistoryPage,
  type HistoryQuery,
} from '../../../contracts/history';
import { answering } from '../kernel/problems';
import { may, mayAlso, type StaffCtx } from '../kernel/staff';

/** What the routes need of the application, asked for when a request comes. */
export type HistoryDoors = { read(query: HistoryQuery): Promise<HistoryPage>; choices(): Promise<HistoryChoices> };

const READ = may('history.read');

/** Of a registration only that something was done: who may not read registrations learns no personal data from their history. */
const withoutPeople = (entry: HistoryEntry): HistoryEntry =>
  entry.subject.kind === 'registration'
    ? { ...entry, subject: { ...entry.subject, title: null }, changes: [], data: {} }
    : entry;

export const historyAdminRoutes = (doors: () => HistoryDoors) => [
  {
    method: 'GET',
    path: '/history',
    handler: answering<StaffCtx>(async (ctx) => {
      const { entries, next } = await doors().read(historyQuery.parse(ctx.query));
      const seesPeople = mayAlso(ctx, 'registrations.read');
      ctx.body = { data: seesPeople ? entries : entries.map(withoutPeople), meta: { next } };
    }),
    config: READ,
  },
  {
    method: 'GET',
    path: '/history/choices',
    handler: answering<StaffCtx>(async (ctx) => {
      ctx.body = { data: await doors().choices(), meta: {} };
    }),
    config: READ,
  },
];
