import type { FoundDifference } from '../partners';
import { compareAttendees, findExtras } from './compare-attendees';
import { compareEvents } from './compare-events';
import { compareLeads } from './compare-leads';
import type { Compared } from './differences';
import { forgetLost, readUnmarked } from './queries';
import type { Tools } from './tools';

/** Compares everything that is kept in step with what we have, and changes nothing. */
export const compareAll = async (tools: Tools): Promise<Compared> => {
  const { odooEventCreation, autoSyncRegistrations } = tools.settings;
  const unmarked = odooEventCreation ? await readUnmarked(tools.sql, tools.clock.now(), autoSyncRegistrations) : [];
  await forgetLost(tools.sql);
  const events = await compareEvents(tools);
  const attendees = await compareAttendees(tools, events.events);
  const leads = await compareLeads(tools);
  return {
    compared: events.compared + attendees.compared + leads.compared + unmarked.length,
    found: [
      ...unmarked.map((one): FoundDifference => ({ ...one, remoteId: null, difference: 'missing', fields: [] })),
      ...events.found,
      ...attendees.found,
      ...(await findExtras(tools, events.events)),
      ...leads.found,
    ],
  };
};
