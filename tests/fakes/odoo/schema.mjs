import { readFileSync } from 'node:fs';

/**
 * @typedef {{
 *   name: string, type: string, label: string, isRequired: boolean, isGiven: boolean, isReadonly: boolean, isComputed: boolean, isHidden: boolean,
 *   onDelete: string, link?: { table: string, own: string, other: string },
 *   relation?: string, inverse?: string, selection?: [string, string][], takesAnyZone: boolean,
 * }} Field
 * @typedef {'read' | 'create' | 'write' | 'unlink'} Operation
 * @typedef {{
 *   name: string, label: string, order: string, fields: Map<string, Field>, refused: Map<string, string[]>,
 * }} Model
 */

const blocks = readFileSync(new URL('recorded/models.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n\n');
const zones = (blocks.pop() ?? '').split('\n').slice(1);

const RELATIONAL = new Set(['many2one', 'one2many', 'many2many']);

/** @param {string} line @returns {Field} */
const parseField = (line) => {
  const [name = '', type = '', flagged = '', label = '', detail = ''] = line.split(/ \| ?/);
  const flags = flagged.split(', ');
  const startingWith = (/** @type {string} */ word) => flags.find((flag) => flag.startsWith(word))?.slice(word.length);
  const [table = '', own = '', other = ''] = startingWith('in ')?.split(' ') ?? [];
  const [relation, inverse] = RELATIONAL.has(type) ? detail.split(' ') : [];
  const takesAnyZone = detail === 'zones';
  return {
    name,
    type,
    label,
    isRequired: flags.includes('required'),
    // Odoo fills it in where nothing is sent.
    isGiven: flags.includes('given'),
    isReadonly: flags.includes('readonly'),
    isComputed: flags.includes('computed'),
    isHidden: flags.includes('hidden'),
    onDelete: startingWith('on delete ') ?? 'set null',
    link: table ? { table, own, other } : undefined,
    relation: relation || undefined,
    inverse,
    selection:
      type !== 'selection' ? undefined : takesAnyZone ? zones.map((zone) => [zone, zone]) : JSON.parse(detail || '[]'),
    takesAnyZone,
  };
};

/** @param {string} block @returns {Model} */
const parseModel = (block) => {
  const [head = '', ...lines] = block.split('\n');
  const [name = '', label = '', order = 'id'] = head.slice('model '.length).split(' | ');
  const isRefusal = (/** @type {string} */ line) => line.startsWith('refused ');
  const refusals = lines.filter(isRefusal).map((line) => line.slice('refused '.length).split(' |'));
  return {
    name,
    label,
    order,
    refused: new Map(
      refusals.map(([operation = '', groups = '']) => [operation, groups.trim().split(', ').filter(Boolean)]),
    ),
    fields: new Map(
      lines.filter((line) => !isRefusal(line)).map((line) => [line.split(' | ')[0] ?? '', parseField(line)]),
    ),
  };
};

/** Every model with every field, as a real Odoo described them. @type {Map<string, Model>} */
export const schema = new Map(blocks.map(parseModel).map((model) => [model.name, model]));
