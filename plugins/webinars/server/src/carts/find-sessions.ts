import type { CartChange } from '../../../contracts/carts';
import type { Sql } from '../kernel/database';
import { invalid } from '../kernel/errors';
import type { Locale } from '../kernel/text';
import { sessionsNamed, type NamedSession } from './queries';
import { SAY } from './texts';

export type SessionLists = Pick<CartChange, 'sessionWebinars' | 'addSessionWebinars' | 'removeSessionWebinars'>;

const WANTED = ['sessionWebinars', 'addSessionWebinars'] as const;

/** Sessions under every name a request may use. A slug wins where one session's slug is another's id. */
const byName = (sessions: readonly NamedSession[]): Map<string, NamedSession> =>
  new Map([
    ...sessions.map((session) => [session.documentId, session] as const),
    ...sessions.flatMap((session) => (session.slug ? [[session.slug, session] as const] : [])),
  ]);

/**
 * The document ids of the sessions a request names by slug or document id: a slug can change while a visitor is away. Each wanted one
 * that the public does not see is a fault of its own; what is to be removed need not be there any more.
 */
export const findSessions = async (sql: Sql, lists: SessionLists, locale: Locale): Promise<SessionLists> => {
  const names = [...WANTED.flatMap((list) => lists[list] ?? []), ...(lists.removeSessionWebinars ?? [])];
  const known = byName(names.length > 0 ? await sessionsNamed(sql, names) : []);
  const faults = WANTED.flatMap((list) =>
    (lists[list] ?? []).flatMap((name, index) =>
      known.get(name)?.isPublic
        ? []
        : [{ path: [list, String(index)], message: SAY.unknownSession[locale], name: 'ValidationError' }],
    ),
  );
  if (faults.length > 0) throw invalid(faults);
  const idsIn = (list: keyof SessionLists) => lists[list]?.map((name) => known.get(name)?.documentId ?? name);
  return {
    sessionWebinars: idsIn('sessionWebinars'),
    addSessionWebinars: idsIn('addSessionWebinars'),
    removeSessionWebinars: idsIn('removeSessionWebinars'),
  };
};
