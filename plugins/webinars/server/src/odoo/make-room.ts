import { searchRead, write } from './calls';
import type { Person } from './attendees';
import type { Tools } from './tools';

/** The same values for many are one call. */
export const together = <Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] => {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()];
};

/**
 * Odoo counts seats by itself, people whom its own staff entered among them. Who has a seat here has one: the event's limit is raised by as
 * many as it takes. Says whether that was the trouble.
 */
export const makeRoom = async ({ odoo }: Tools, people: readonly Person[]): Promise<boolean> => {
  let isMade = false;
  for (const group of together(people, ({ event }) => String(event))) {
    const [event] = await searchRead<{ id: number; seats_limited: boolean; seats_max: number; seats_taken: number }>(
      odoo,
      'event.event',
      [['id', '=', group[0]!.event]],
      ['seats_limited', 'seats_max', 'seats_taken'],
    );
    const needed =
      (event?.seats_taken ?? 0) + group.filter(({ wish }) => wish.state === 'open' || wish.state === 'done').length;
    if (event?.seats_limited && event.seats_max < needed) {
      await write(odoo, 'event.event', [event.id], { seats_max: needed });
      isMade = true;
    }
  }
  return isMade;
};
