import type { Core } from '@strapi/strapi';
import type { Pool } from 'pg';
import type { WebinarsApp } from '../../plugins/webinars/server/src/app';
import type { createMovableClock } from './clock.mjs';
import type { Odoo } from './odoo.mjs';
import type { Smtp } from './smtp.mjs';

/** What the global set-up hands over: one instance for the whole run. */
export type World = {
  strapi: Core.Strapi;
  clock: ReturnType<typeof createMovableClock>;
  /** The mail server that this instance and those in processes of their own send to. */
  smtp: Smtp;
  /** The Odoo it is connected to; instances in processes of their own are connected to it where a test says so. */
  odoo: Odoo;
  /** Connections past Strapi, to look at rows and to do what outsiders do. */
  pool: Pool;
  root: string;
  databaseUrl: string;
  baseUrl: string;
  childEnvironment: NodeJS.ProcessEnv;
  freshDatabase(): Promise<string>;
  emptyDatabase(): Promise<string>;
  /** The address of a database with 10,000 sessions and 1,000,000 registrations, which all who ask share. The first waits a minute. */
  aMillion(): Promise<string>;
  /** A fake Odoo of a test's own, in this process. Whoever asks for one stops it. */
  newOdoo(): Promise<Odoo>;
  runDueJobs(): Promise<void>;
  /** From which number on a test file counts what it makes: each from its own where all files share what is in the database. */
  numbersFrom(): number;
};

// The global set-up runs outside Jest's realm, where no type reaches.
const handedOver = (globalThis as unknown as { __webinars?: World }).__webinars;
if (!handedOver) throw new Error('Only tests under tests/integration have an instance.');

export const world: World = handedOver;
export const { strapi, clock, smtp, odoo } = world;

/** The composed application. */
export const app: WebinarsApp = strapi.plugin('webinars').service('app');
