import { PartnerError } from '../kernel/http-client';
import type { Known } from './attendees';
import { idsThere, isMissing, write } from './calls';
import { makeRoom, together } from './make-room';
import { withTheirProperties } from './properties';
import type { Tools } from './tools';

const present = ({ odoo }: Tools, people: readonly Known[]): Promise<Set<number>> =>
  idsThere(
    odoo,
    'event.registration',
    people.map(({ id }) => id),
  );

const rank = ({ wish }: Known): number => (wish.state === 'cancel' ? 0 : 1);

/** Writes what changed of attendees that are there, but for their answers. Answers who is not there any more. */
export const updateAttendees = async (tools: Tools, people: readonly Known[]): Promise<Set<string>> => {
  const gone = new Set<string>();
  const leave = (some: readonly Known[], there: ReadonlySet<number>): Known[] => {
    for (const { id, link } of some) if (!there.has(id)) gone.add(link.record);
    return some.filter(({ id }) => there.has(id));
  };
  const send = (some: readonly Known[]): Promise<void> =>
    write(
      tools.odoo,
      'event.registration',
      some.map(({ id }) => id),
      some[0]?.values ?? {},
    );
  const isWritten = ({ values }: Known): boolean => Object.keys(values).length > 0;
  // Who cancels gives a seat back there, too, before others need it.
  const written = [...(await withTheirProperties(tools, people.filter(isWritten)))].sort((a, b) => rank(a) - rank(b));
  for (const group of together(written, ({ values }) => JSON.stringify(values))) {
    try {
      await send(group);
    } catch (error) {
      if (!(error instanceof PartnerError) || error.trouble !== 'refused') throw error;
      if (!isMissing(error)) {
        if (!(await makeRoom(tools, group))) throw error;
        await send(group);
        continue;
      }
      const left = leave(group, await present(tools, group));
      // Nobody missing: what is missing is something they point to.
      if (left.length === group.length) throw error;
      await send(left);
    }
  }
  // An answer to somebody who is gone is refused in words that nobody could act upon.
  const answering = people.filter((person) => !isWritten(person) && person.changed.length > 0);
  leave(answering, await present(tools, answering));
  return gone;
};
