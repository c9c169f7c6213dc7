import type { Clock } from '../kernel/clock';
import { rows, type Database } from '../kernel/database';

/** Views of sessions' pages, of all sessions together; each session has its own sum in its row. */
export const viewDays = `create table if not exists webinars_view_days (day date primary key, views bigint not null)`;

/** What a request tells that asks for a session's page. */
export type Viewed = { userAgent: string; purpose: string; method: string };

// Programs that say what they are. Who does not say is counted: a number of views is worth a look, not a bill.
const BOT =
  /bot\b|bot[/;_-]|crawl|spider|slurp|preview|facebookexternalhit|whatsapp|embed|monitor|uptime|pingdom|lighthouse|headless|curl|wget|python|java\/|okhttp|go-http|libwww|scrapy|postman/i;

/** Whether a person looks, as far as one can tell: not a program, and not a browser that fetches a page nobody has opened yet. */
export const isPerson = ({ userAgent, purpose, method }: Viewed): boolean =>
  method === 'GET' && userAgent !== '' && !BOT.test(userAgent) && !/prefetch|prerender|preview/i.test(purpose);

const WRITE_EVERY_MS = 10_000;

/**
 * Counts views of sessions' pages: how many, of which session, on which day, and nothing about who. The count is in memory first and written
 * every few seconds with one statement, so that no visitor waits for it; an instance that is killed loses that much.
 */
export const createViewCounter = ({
  database,
  clock,
  report,
}: {
  database: Database;
  clock: Clock;
  report(error: unknown): void;
}) => {
  let views = new Map<string, number>();

  const writeNow = async (): Promise<void> => {
    if (views.size === 0) return;
    const taken = views;
    views = new Map();
    try {
      await rows(
        database.read,
        // Sessions are locked in the order in which everybody locks them.
        `with seen as (select * from jsonb_to_recordset(?::jsonb) as v(session text, views int)),
         held as (select s.id, v.views from sessions s join seen v on v.session = s.document_id order by s.document_id for no key update of s),
         counted as (update sessions s set view_count = coalesce(s.view_count, 0) + h.views from held h where s.id = h.id returning h.views)
         insert into webinars_view_days as d (day, views)
         select webinars_programme_day(?::timestamp), sum(views) from counted having sum(views) > 0
         on conflict (day) do update set views = d.views + excluded.views`,
        [JSON.stringify([...taken].map(([session, count]) => ({ session, views: count }))), clock.now()],
      );
    } catch (error) {
      for (const [session, count] of taken) views.set(session, (views.get(session) ?? 0) + count);
      throw error;
    }
  };

  let last = Promise.resolve();
  /** Writes what was counted, one write after the other. What could not be written is counted on. */
  const write = (): Promise<void> => (last = last.catch(() => {}).then(writeNow));

  let timer: NodeJS.Timeout | undefined;
  return {
    seen(sessionDocumentId: string, viewed: Viewed): void {
      if (isPerson(viewed)) views.set(sessionDocumentId, (views.get(sessionDocumentId) ?? 0) + 1);
    },
    write,
    start(): void {
      timer = setInterval(() => void write().catch(report), WRITE_EVERY_MS);
      timer.unref();
    },
    async stop(): Promise<void> {
      clearInterval(timer);
      await write().catch(report);
    },
  };
};
