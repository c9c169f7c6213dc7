import type { Core } from '@strapi/strapi';
import { sanitize } from '@strapi/utils';
import { z } from 'zod';
import type { EventPayload, Job } from './jobs';
import { rows } from './kernel/database';
import { UID } from './kernel/uids';

/** Tells Strapi's webhooks of a registration that was written past its document service. */
export const announceJob: Job<EventPayload> = {
  name: 'strapi.announce-registration',
  payload: z.strictObject({ eventId: z.string() }),
};

const CREATED = [
  'registration.confirmed',
  'registration.waitlisted',
  'registration.approval_requested',
  'registration.payment_requested',
];

type Runner = { webhooksMap: Map<string, unknown[]> };

const isHeard = (strapi: Core.Strapi, name: string): boolean =>
  ((strapi.get('webhookRunner') as unknown as Runner).webhooksMap.get(name)?.length ?? 0) > 0;

/** Whether any of Strapi's webhooks would hear of a registration. */
export const someoneListens = (strapi: Core.Strapi): boolean =>
  isHeard(strapi, 'entry.create') || isHeard(strapi, 'entry.update');

/**
 * Registrations are decided in batches and written with SQL, which Strapi's webhooks do not see. This says it for them, after the commit.
 * What the document service wrote (`door: documents`) Strapi has announced itself.
 */
export const announceRegistration = async (strapi: Core.Strapi, { eventId }: EventPayload): Promise<void> => {
  if (!someoneListens(strapi)) return;
  const [event] = await rows<{ type: string; id: string; door: string | null }>(
    strapi.db.connection,
    `select type, registration_document_id as id, data->>'door' as door from webinars_events where id = ?`,
    [eventId],
  );
  if (!event || event.door === 'documents') return;
  const name = CREATED.includes(event.type) ? 'entry.create' : 'entry.update';
  if (!isHeard(strapi, name)) return;
  const entry = await strapi.db
    .query(UID.registration)
    .findOne({ where: { documentId: event.id }, populate: ['session', 'interestedServices'] });
  if (!entry) return;
  const schema = strapi.getModel(UID.registration);
  const getModel = (uid: string) => strapi.getModel(uid as typeof UID.registration);
  const sanitized = await sanitize.sanitizers.defaultSanitizeOutput({ schema, getModel }, entry);
  await strapi.eventHub.emit(name, { model: schema.modelName, uid: UID.registration, entry: sanitized });
};
