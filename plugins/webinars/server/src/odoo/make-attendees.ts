import { PartnerError } from '../kernel/http-client';
import { normaliseEmail } from '../kernel/text';
import { answersOfNew, hasAnswers } from './answers';
import { findKnown, valuesOf, type Known, type Person } from './attendees';
import { create } from './calls';
import { findContacts } from './contacts';
import { makeRoom } from './make-room';
import type { Tools } from './tools';

/**
 * Makes attendees, all in one call. Where that is refused, once more: some may be there already, Odoo may be short of seats, or a question that
 * we remember is gone. Answers with those that were met there, too.
 */
export const makeAttendees = async (
  tools: Tools,
  people: readonly Person[],
): Promise<{ made: Map<string, number>; met: Known[] }> => {
  const contacts =
    people.length > 0 && tools.features.attendee.has('partner_id')
      ? await findContacts(
          tools.odoo,
          people.map(({ facts }) => facts.email),
        )
      : new Map<string, number>();
  const send = async (some: readonly Person[]): Promise<Map<string, number>> => {
    if (some.length === 0) return new Map();
    const answersOf = await answersOfNew(tools, some);
    const ids = await create(
      tools.odoo,
      'event.registration',
      some.map((person) => {
        const contact = contacts.get(normaliseEmail(person.facts.email));
        return {
          ...valuesOf(person, Object.keys(person.wish), tools),
          ...answersOf(person.wish),
          ...(contact ? { partner_id: contact } : {}),
        };
      }),
    );
    return new Map(some.map(({ link }, index) => [link.record, ids[index]!]));
  };
  try {
    return { made: await send(people), met: [] };
  } catch (error) {
    if (!(error instanceof PartnerError) || error.trouble !== 'refused') throw error;
    const met = await findKnown(tools, people);
    const records = new Set(met.map(({ link }) => link.record));
    if (met.length === 0 && !(await makeRoom(tools, people))) {
      // All of ours that is left to be wrong is a question that we remember and that is gone.
      if (!people.some(hasAnswers)) throw error;
      await tools.names.forget();
    }
    return { made: await send(people.filter(({ link }) => !records.has(link.record))), met };
  }
};
