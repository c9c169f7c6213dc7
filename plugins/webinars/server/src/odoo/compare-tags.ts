import { searchRead } from './calls';
import type { Tools } from './tools';

/**
 * What the tags of events are called: in our words where a tag is the one that ours was sent as, whatever it is called there since; else in
 * theirs.
 */
export const readTags = async (
  { odoo, names }: Tools,
  ours: readonly string[],
  ids: readonly number[],
): Promise<(ids: readonly number[]) => string[]> => {
  const known = await names.remembered('event_tag', [...new Set(ours)]);
  const wanted = [...new Set(ids)];
  const read =
    wanted.length > 0
      ? await searchRead<{ id: number; name: string }>(odoo, 'event.tag', [['id', 'in', wanted]], ['name'])
      : [];
  const words = new Map(read.map(({ id, name }) => [id, [name]]));
  for (const [name, id] of known) words.set(id, [...new Set([...(words.get(id) ?? []), name])]);
  return (some) => some.flatMap((id) => words.get(id) ?? []);
};
