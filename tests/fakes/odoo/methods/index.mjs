import { common } from './common.mjs';
import { own } from './own.mjs';

/** Public in Python, but not to be called from outside. */
const PRIVATE = new Set(['exists', 'search_fetch', 'browse', 'sudo', 'with_context', 'mapped', 'filtered']);

/** @param {string} model @param {string} name */
export const isPrivate = (model, name) => name.startsWith('_') || (PRIVATE.has(name) && !own[model]?.[name]);

/** @param {string} model @param {string} name @returns {import('./method.mjs').Method | undefined} */
export const methodOf = (model, name) => own[model]?.[name] ?? (Object.hasOwn(common, name) ? common[name] : undefined);
