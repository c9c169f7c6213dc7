import type { Locale } from '../../kernel/text';
import { isFilter } from './filters';
import { templateFault, type Field, type TemplateFault } from './faults';
import {
  BLOCKS,
  ForTag,
  grammar,
  LiquidError,
  TokenizationError,
  Tokenizer,
  TypeGuards,
  Value,
  type TagToken,
  type Template,
  type Token,
} from './liquid';
import { kindOfPath } from './variables';

/** In characters, Liquid included. */
const LONGEST: Record<Field, number> = { subject: 1_000, preheader: 1_000, body: 100_000 };

type Report = (name: TemplateFault['name'], what: string, token: Token) => void;

/** Every tag is one we know, and stands where it may. */
const checkTags = (tags: readonly TagToken[], report: Report) => {
  const open: TagToken[] = [];
  for (const tag of tags) {
    const inner = open[open.length - 1];
    if (inner?.name === 'comment' && tag.name !== 'endcomment') continue;
    if (tag.name in BLOCKS) open.push(tag);
    else if (inner && tag.name === `end${inner.name}`) open.pop();
    else if (
      Object.entries(BLOCKS).some(([block, inside]) => tag.name === `end${block}` || inside.includes(tag.name))
    ) {
      if (!inner || !BLOCKS[inner.name]!.includes(tag.name)) report('not_opened', tag.getText(), tag);
    } else report('unknown_tag', tag.name, tag);
  }
  for (const tag of open) report('not_closed', tag.getText(), tag);
};

/** The values that stand in an argument: of a filter chain, its filters' too. */
function* valuesIn(argument: unknown): Generator<Token> {
  if (argument instanceof Value) {
    for (const token of argument.initial.postfix) yield* valuesIn(token);
    for (const filter of argument.filters)
      for (const arg of filter.args) yield* valuesIn(Array.isArray(arg) ? arg[1] : arg);
  } else if (TypeGuards.isRangeToken(argument)) {
    yield* valuesIn(argument.lhs);
    yield* valuesIn(argument.rhs);
  } else if (argument) yield argument as Token;
}

/** What loops have named: the name, and the path it stands for. Null where the loop goes through numbers. */
type Scope = ReadonlyMap<string, string | null>;

/** The path of a variable with the loops' names resolved, list items spelt `[]`; undefined where it is computed. */
const pathOf = (token: Token, scope: Scope): string | null | undefined => {
  if (!TypeGuards.isPropertyAccessToken(token)) return null;
  if (token.variable) return undefined;
  let path: string | undefined;
  for (const prop of token.props) {
    if (TypeGuards.isNumberToken(prop)) path = `${path}[]`;
    else if (!TypeGuards.isWordToken(prop) && !TypeGuards.isQuotedToken(prop)) return undefined;
    else if (path !== undefined) path = `${path}.${prop.content}`;
    else {
      const named = scope.get(prop.content);
      if (named === null) return null;
      path = named ?? prop.content;
    }
  }
  return path;
};

const checkVariables = (templates: readonly Template[], scope: Scope, report: Report) => {
  for (const template of templates) {
    const isOutput = TypeGuards.isOutputToken(template.token);
    for (const argument of template.arguments?.() ?? []) {
      for (const token of valuesIn(argument)) {
        const path = pathOf(token, scope);
        if (path === null) continue;
        const kind = path && kindOfPath(path);
        if (!kind) report('unknown_variable', token.getText(), token);
        else if (kind === 'group' && isOutput) report('not_one_value', token.getText(), token);
        else if (kind === 'list' && isOutput && (argument as Value).filters.length === 0)
          report('not_one_value', token.getText(), token);
      }
      if (argument instanceof Value)
        for (const filter of argument.filters)
          if (!isFilter(filter.name)) report('unknown_filter', filter.name, template.token);
    }
    const inner = new Map(scope);
    if (template instanceof ForTag) {
      const collection = TypeGuards.isRangeToken(template.collection)
        ? null
        : pathOf(template.collection as Token, scope);
      if (typeof collection === 'string' && kindOfPath(collection) && kindOfPath(collection) !== 'list')
        report('not_a_list', (template.collection as Token).getText(), template.token);
      inner.set(template.variable, typeof collection === 'string' ? `${collection}[]` : null);
      inner.set('forloop', null);
    }
    // The generators of Liquid's own blocks answer at once.
    const children = template.children?.(false, true).next().value as Template[] | undefined;
    if (children) checkVariables(children, inner, report);
  }
};

/** What is wrong with one field of a template; nothing, if it is well formed and names only what there is. */
export const check = (field: Field, source: string, words: Locale): TemplateFault[] => {
  if (source.length > LONGEST[field]) return [templateFault(field, 'too_long', '', words)];
  const faults: TemplateFault[] = [];
  const report: Report = (name, what, token) => {
    const [line, column] = token.getPosition();
    faults.push(templateFault(field, name, what, words, [line!, column!]));
  };
  try {
    const tokens = new Tokenizer(source).readTopLevelTokens();
    checkTags(
      tokens.filter((token) => TypeGuards.isTagToken(token)),
      report,
    );
    if (faults.length === 0) checkVariables(grammar.parse(source), new Map(), report);
  } catch (error) {
    if (!LiquidError.is(error)) throw error;
    const token = error.token as Token;
    const snippet = token.getText().split('\n')[0]!;
    report(error instanceof TokenizationError ? 'not_closed' : 'not_understood', snippet, token);
  }
  return faults;
};
