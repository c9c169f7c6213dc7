import { piece } from '../kernel/text';
import type { FoundDifference } from '../partners';
import { TICKET_NAME } from './mapping/event';
import { isSame, wordsOf, type TicketThere } from './mapping/same';
import { digestOf, type Wish } from './mapping/wish';
import { readLinks, type LinkRow } from './queries';
import type { Tools } from './tools';

/** What a comparison of one kind found. */
export type Compared = { compared: number; found: FoundDifference[] };

const PAGE = 500;

export type Read = Record<string, unknown> & { id: number; active?: boolean };

/** A value in words; null is none. */
const shown = (name: string, value: unknown): string | null => {
  if (value === null || value === undefined) return null;
  if (name === 'ticket') {
    const { name: called, price, product } = { name: TICKET_NAME, ...(value as Partial<TicketThere>) };
    return [called, price, ...(product ? [`#${product}`] : [])].join(' · ');
  }
  if (name === 'description') return piece(wordsOf(value), 0, 200);
  if (name === 'date_begin' || name === 'date_end') return `${String(value)} UTC`;
  return piece(Array.isArray(value) ? value.join(', ') : String(value), 0, 200);
};

/** Who speaks is not shown: values of people are in both records. */
const UNTOLD = ['speaker'];

/** Every link of a kind, a page at a time. */
export async function* pages(tools: Tools, kind: string): AsyncGenerator<LinkRow[]> {
  let after = '';
  for (;;) {
    const page = await readLinks(tools.sql, kind, tools.clock.now(), after, PAGE);
    if (page.length === 0) return;
    yield page;
    after = page.at(-1)!.record;
  }
}

export const basis = (kind: string, { record, session, remoteId }: LinkRow) => ({
  kind,
  record,
  session,
  remoteId: remoteId === null ? null : String(remoteId),
});

/**
 * How one record differs. A field that changed here and was not sent is `stale`; one that was sent and is not as it was sent, `changed`. What
 * still waits to be sent is no difference.
 */
export const differencesOf = (
  kind: string,
  link: LinkRow,
  there: Read | undefined,
  wish: Wish,
  read: (name: string) => unknown,
  tellValues: boolean,
): FoundDifference[] => {
  if (link.state === 'gone' || (link.remoteId !== null && !there)) {
    return [{ ...basis(kind, link), difference: 'deleted', fields: [] }];
  }
  if (link.state === 'waiting' || link.state === 'failed') return [];
  const found: FoundDifference[] = [];
  if (there?.active === false) found.push({ ...basis(kind, link), difference: 'archived', fields: [] });
  const names = Object.keys(wish).filter((name) => link.sent[name] !== undefined);
  const stale = names.filter((name) => link.sent[name] !== digestOf(wish[name]));
  if (stale.length > 0)
    found.push({ ...basis(kind, link), difference: 'stale', fields: stale.map((name) => ({ name })) });
  const changed = names.filter((name) => {
    const theirs = read(name);
    return theirs !== undefined && !stale.includes(name) && !isSame(name, wish[name], theirs);
  });
  if (changed.length > 0) {
    const fields = changed.map((name) =>
      tellValues && !UNTOLD.includes(name)
        ? { name, ours: shown(name, wish[name]), theirs: shown(name, read(name)) }
        : { name },
    );
    found.push({ ...basis(kind, link), difference: 'changed', fields });
  }
  return found;
};
