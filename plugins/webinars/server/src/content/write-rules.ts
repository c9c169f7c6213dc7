import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { invalid } from '../kernel/errors';
import { faultsInData } from './faults-in-data';
import { isForm } from './request';
import { SYSTEM_KEPT } from './system-kept';

const WRITES: ReadonlySet<string> = new Set(['create', 'update', 'clone']);

type Data = Record<string, unknown>;
type Model = { attributes: Parameters<typeof faultsInData>[0] };

const without = (data: Data, names: readonly string[]): Data =>
  Object.fromEntries(Object.entries(data).filter(([name]) => !names.includes(name)));

// The doors of sessions and registrations ask which revision a form was opened on, and drop it then.
const isDropped = (name: string) => name !== 'revision';

/**
 * For whoever writes content: lists are lists, addresses are addresses, and a form does not write what the system keeps. Registered before
 * the doors, which fill in what the system keeps.
 */
export const checkWrites = (strapi: Core.Strapi): void => {
  const attributesOf = (component: string) => (strapi.getModel(component as never) as unknown as Model).attributes;
  strapi.documents.use((context, next) => {
    const kept = SYSTEM_KEPT[context.uid];
    const params = context.params as { data?: Data };
    if (!kept || !WRITES.has(context.action) || !params.data) return next();
    if (isForm(strapi)) params.data = without(params.data, kept.filter(isDropped));
    const faults = faultsInData((context.contentType as unknown as Model).attributes, params.data, attributesOf);
    if (faults.length > 0) throw new errors.ValidationError(invalid(faults).message, { errors: faults });
    return next();
  });
};
