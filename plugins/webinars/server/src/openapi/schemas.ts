import { z } from 'zod';

/** A JSON Schema of the dialect that OpenAPI 3.1 speaks. */
export type JsonSchema = Record<string, unknown>;

type Override = NonNullable<NonNullable<Parameters<typeof z.toJSONSchema>[1]>['override']>;

type Said = Parameters<Override>[0];

const PLAIN = new Set([
  'type',
  'format',
  'pattern',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'items',
  'maxItems',
]);

/** `T or null` in the short way, where T says nothing that null would have to fit into. */
const sayNullable = (json: JsonSchema): void => {
  const [first, second, ...others] = (json.anyOf ?? []) as JsonSchema[];
  if (!first || second?.type !== 'null' || others.length > 0) return;
  if (typeof first.type !== 'string' || !Object.keys(first).every((key) => PLAIN.has(key))) return;
  delete json.anyOf;
  Object.assign(json, first, { type: [first.type, 'null'] });
};

/** zod spells out the bounds of what JavaScript can count, and formats as long patterns. */
const leaveOutTheObvious = (json: JsonSchema): void => {
  if (json.format) delete json.pattern;
  if (json.minimum === Number.MIN_SAFE_INTEGER) delete json.minimum;
  if (json.maximum === Number.MAX_SAFE_INTEGER) delete json.maximum;
};

/** What a text becomes once it is read: an address of a kind, or, in a query, a number. */
const sayWhatTextIs = ({ zodSchema, jsonSchema }: Said): void => {
  const { def } = zodSchema._zod;
  if (def.type !== 'pipe' || jsonSchema.type !== 'string') return;
  const { out } = def;
  const { type, format } = out._zod.def as { type: string; format?: string };
  if (format === 'email') jsonSchema.format = 'email';
  if (format === 'url') jsonSchema.format = 'uri';
  if (type !== 'number') return;
  const isWhole = jsonSchema.pattern === '^\\d+$';
  const { minimum, maximum } = z.toJSONSchema(out) as JsonSchema;
  for (const key of ['pattern', 'maxLength']) delete jsonSchema[key];
  Object.assign(jsonSchema, { type: isWhole ? 'integer' : 'number', minimum: minimum ?? 0, maximum });
};

/** What an answer carries today it may carry more of tomorrow, so only what is sent to us is closed. */
const loosen = (json: JsonSchema): void => {
  if (json.additionalProperties === false) delete json.additionalProperties;
};

/** Turns contracts into schemas, and gathers those that have a name of their own as components. */
export const createSchemas = () => {
  const components: Record<string, JsonSchema> = {};

  const keep = (name: string, schema: JsonSchema): void => {
    const known = components[name];
    if (known && JSON.stringify(known) !== JSON.stringify(schema)) {
      throw new Error(`Two contracts are named ${name}, or one is both sent and received.`);
    }
    components[name] = schema;
  };

  const of = (contract: z.ZodType, io: 'input' | 'output'): JsonSchema => {
    // Named contracts become references wherever they stand, except at the top: so none stands there.
    const wrapped = z.toJSONSchema(z.object({ it: contract }), {
      target: 'draft-2020-12',
      io,
      override(context) {
        sayWhatTextIs(context);
        leaveOutTheObvious(context.jsonSchema);
        sayNullable(context.jsonSchema);
        if (io === 'output') loosen(context.jsonSchema);
      },
    });
    const { $defs = {}, properties } = JSON.parse(
      JSON.stringify(wrapped).replaceAll('"#/$defs/', '"#/components/schemas/'),
    ) as { $defs?: Record<string, JsonSchema>; properties: { it: JsonSchema } };
    for (const [name, schema] of Object.entries($defs)) keep(name, schema);
    return properties.it;
  };

  return { of, components };
};
