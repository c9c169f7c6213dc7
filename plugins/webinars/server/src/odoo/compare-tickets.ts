import { searchRead } from './calls';
import type { TicketThere } from './mapping/same';
import { findNames } from './names';
import type { SessionFacts } from './queries';
import type { Tools } from './tools';

type Read = { id: number; name: string; price: number; product_id?: number | false };

/** The tickets of sessions as they are there: null for one that was deleted, undefined for a session that has never had one. */
export const readTickets = async (
  { odoo, tickets, features }: Tools,
  sessions: readonly SessionFacts[],
): Promise<(session: SessionFacts) => TicketThere | null | undefined> => {
  const isPriced = features.ticket.has('price');
  const ids = isPriced ? await tickets.of(sessions.map(({ documentId }) => documentId)) : new Map<string, number>();
  if (ids.size === 0) return () => undefined;
  const hasProducts = features.ticket.has('product_id');
  const read = await searchRead<Read>(
    odoo,
    'event.event.ticket',
    [['id', 'in', [...ids.values()]]],
    ['name', 'price', ...(hasProducts ? ['product_id'] : [])],
    { load: null },
  );
  const there = new Map(read.map((one) => [one.id, one]));
  const wanted = sessions.flatMap(({ documentId, odooProductId }) => (ids.has(documentId) && odooProductId) || []);
  const products = await findNames(odoo, 'product', hasProducts ? [...new Set(wanted.map(String))] : []);
  return ({ documentId, odooProductId }) => {
    const id = ids.get(documentId);
    if (id === undefined) return undefined;
    const ticket = there.get(id);
    if (!ticket) return null;
    const { name, price, product_id: product } = ticket;
    // A product that is not there was not sent.
    return { name, price, product: products.has(String(odooProductId)) ? product || null : odooProductId };
  };
};
