import { Liquid } from 'liquidjs';

export {
  CaseTag,
  ForTag,
  IfTag,
  Liquid,
  LiquidError,
  Output,
  TokenizationError,
  Tokenizer,
  TypeGuards,
  UnlessTag,
  Value,
  type TagToken,
  type Template,
  type Token,
} from 'liquidjs';

/** The tags that open a block, with those that may stand inside it. */
export const BLOCKS: Record<string, readonly string[]> = {
  if: ['elsif', 'else'],
  unless: ['elsif', 'else'],
  case: ['when', 'else'],
  for: ['else'],
  comment: [],
};

/**
 * Reads Liquid as a template may use it: no files, no code, five kinds of block. It renders nothing: what was read is checked against the
 * variables and filters there are, and written by writer.ts.
 */
export const grammar = new Liquid({ templates: {}, parseLimit: 200_000, strictFilters: false });
for (const name of Object.keys(grammar.tags)) if (!Object.hasOwn(BLOCKS, name)) delete grammar.tags[name];
