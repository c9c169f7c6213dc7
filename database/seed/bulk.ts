import type { Core } from '@strapi/strapi';

/** How much to make. */
export type BulkOrder = { sessions: number; registrations: number; topics?: number; speakers?: number; waiting?: boolean };

export const seedBulk = async (_strapi: Core.Strapi, _order: BulkOrder): Promise<void> => {};
