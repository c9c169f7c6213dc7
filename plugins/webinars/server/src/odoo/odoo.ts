import type { PartnerTrouble } from '../../../contracts/partners';
import type { Clock } from '../kernel/clock';
import type { Database } from '../kernel/database';
import { createHttpClient, PartnerError } from '../kernel/http-client';
import { createPace } from '../kernel/pace';
import { digest } from '../kernel/token';
import { writeNewMarks, type KnownPartner, type Link, type Outcomes, type Partner } from '../partners';
import { checkOdoo } from './check';
import { isUnknownName } from './calls';
import { createOdooClient, type Odoo, type OdooAccess } from './client';
import { compareAll } from './compare';
import { readFeatures } from './features';
import { createNames } from './names';
import { pushActivities } from './push-activities';
import { pushAttendees } from './push-attendees';
import { pushEvents } from './push-events';
import { pushLeads } from './push-leads';
import { readProducts, readUnmarked, remoteIds, showRemoteIds } from './queries';
import { createRehearsal } from './rehearse';
import { readSettings } from './settings';
import { rows } from '../kernel/database';
import type { Features, Tools } from './tools';

export type OdooDeps = {
  database: Database;
  clock: Clock;
  /** Null where it has not been set up. */
  access: OdooAccess | null;
  /** Whose leads they are where the settings name nobody: the programme manager's address. */
  manager(): Promise<string | null>;
  /** The public page of a session. */
  pageOf(session: string): string;
  called(outcome: 'ok' | PartnerTrouble, seconds: number): void;
};

const MISSING = ['ODOO_URL', 'ODOO_API_KEY'];

/** So many may follow one another at once: a session's first call brings its tags and questions along. */
const BURST = 20;
/** What Odoo is like is asked again after this time: modules come and go. */
const FEATURES_MS = 60 * 60 * 1000;

const PUSH: Record<string, (tools: Tools, links: readonly Link[], outcomes: Outcomes) => Promise<void>> = {
  event: pushEvents,
  attendee: pushAttendees,
  lead: pushLeads,
  activity: pushActivities,
};

/** Those that have a page of their own there; an activity stands on its lead's. */
const MODELS: Record<string, string> = { event: 'event.event', attendee: 'event.registration', lead: 'crm.lead' };

const counted = (odoo: Odoo, called: OdooDeps['called']): Odoo => ({
  async call<Answer>(call: Parameters<Odoo['call']>[0]) {
    const since = performance.now();
    const seconds = () => (performance.now() - since) / 1000;
    try {
      const answer = await odoo.call<Answer>(call);
      called('ok', seconds());
      return answer;
    } catch (error) {
      // That a name is not known there is an answer, though Odoo gives it as a fault.
      if (isUnknownName(call, error)) called('ok', seconds());
      else called(error instanceof PartnerError ? error.trouble : 'failed', seconds());
      throw error;
    }
  },
});

const createPartner = (deps: OdooDeps, access: OdooAccess): Partner => {
  const { database, clock, pageOf } = deps;
  const sql = database.read;
  const http = createHttpClient({
    timeoutMs: access.timeoutSeconds * 1000,
    pace: createPace(access.perSecond, BURST),
    now: () => clock.now(),
  });
  const speak = (signal: AbortSignal): Odoo => counted(createOdooClient(access, http, signal), deps.called);

  let features: { until: number; asked: Promise<Features> } | null = null;
  const featuresOf = (odoo: Odoo): Promise<Features> => {
    if (features && features.until > Date.now()) return features.asked;
    const asked = readFeatures(odoo);
    features = { until: Date.now() + FEATURES_MS, asked };
    asked.catch(() => {
      features = null;
    });
    return asked;
  };

  const settingsOf = async (): Promise<Tools['settings']> => {
    const settings = await readSettings(sql);
    return { ...settings, salesperson: settings.salesperson ?? (await deps.manager()) };
  };

  const toolsFor = async (odoo: Odoo): Promise<Tools> => ({
    odoo,
    sql,
    clock,
    pageOf,
    names: createNames(sql, odoo, true),
    settings: await settingsOf(),
    features: await featuresOf(odoo),
    remoteIds: (kind, records) => remoteIds(sql, kind, records),
    tickets: {
      async of(sessions) {
        const found = await rows<{ name: string; id: number }>(
          sql,
          `select name, remote_id::int as id from webinars_odoo_names where kind = 'ticket' and name = any(?::text[])`,
          [[...new Set(sessions)]],
        );
        return new Map(found.map(({ name, id }) => [name, id]));
      },
      async keep(session, id) {
        await rows(
          sql,
          `insert into webinars_odoo_names (kind, name, remote_id) values ('ticket', ?, ?)
           on conflict (kind, name) do update set remote_id = excluded.remote_id`,
          [session, id],
        );
      },
    },
    mark: (marks) =>
      writeNewMarks(
        sql,
        marks.map((mark) => ({ ...mark, partner: 'odoo' as const })),
        clock.now(),
      ),
    show: (table, ids) => showRemoteIds(sql, table, ids),
  });

  return {
    name: 'odoo',
    address: access.url,
    place: [access.url, access.database ?? ''].join(' '),
    fingerprint: digest([access.url, access.key, access.database, access.login].join('\n')).slice(0, 16),
    kinds: [
      { kind: 'event', batch: 20 },
      // Half a second there, and two milliseconds for each lead, which is scored.
      { kind: 'attendee', batch: 1000 },
      { kind: 'lead', batch: 250 },
      { kind: 'activity', batch: 100 },
    ],
    keeps: { session: 'event', registration: 'attendee' },
    push: async (kind, links, outcomes, signal) => PUSH[kind]!(await toolsFor(speak(signal)), links, outcomes),
    async rehearse(work, signal) {
      const { tools, planned, made, following } = createRehearsal(await toolsFor(speak(signal)));
      const calls: Awaited<ReturnType<Partner['rehearse']>> = [];
      for (const { kind, links: waiting } of work) {
        const links = [...waiting, ...(await following(kind))];
        if (links.length === 0) continue;
        const outcomes: Outcomes = new Map();
        await PUSH[kind]!(tools, links, outcomes);
        made(kind, outcomes);
        calls.push(...planned.splice(0).map((one) => ({ ...one, kind })));
      }
      return calls;
    },
    async check(signal) {
      features = null;
      const now = clock.now();
      const settings = await readSettings(sql);
      return checkOdoo(speak(signal), http, access, settings, await readProducts(sql, now), now, signal);
    },
    compare: async (signal) => compareAll(await toolsFor(speak(signal))),
    async unmarked() {
      const { odooEventCreation, autoSyncRegistrations } = await readSettings(sql);
      return odooEventCreation ? readUnmarked(sql, clock.now(), autoSyncRegistrations) : [];
    },
    async forget(trx) {
      await rows(trx, `delete from webinars_odoo_names`);
    },
    url: (kind, remoteId) =>
      MODELS[kind] ? `${access.url}/web#id=${remoteId}&model=${MODELS[kind]}&view_type=form` : null,
  };
};

/** Odoo as the frame knows it. */
export const createOdoo = (deps: OdooDeps): KnownPartner => ({
  name: 'odoo',
  missing: deps.access ? [] : MISSING,
  partner: deps.access ? createPartner(deps, deps.access) : null,
});
