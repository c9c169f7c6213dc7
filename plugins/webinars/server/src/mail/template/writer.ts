import type { Locale } from '../../kernel/text';
import { forHtml, forLine, forText } from './clean';
import { filtersFor, type Filter } from './filters';
import { CaseTag, ForTag, IfTag, Output, TypeGuards, UnlessTag, type Value, type Template, type Token } from './liquid';

/** Where a template's words end up, which says how a value is written. */
export type Medium = 'html' | 'text' | 'line';

const SPELL: Record<Medium, (value: unknown) => string> = { html: forHtml, text: forText, line: forLine };

/** A loop that would not end, or a letter that nobody could read. */
export class TooMuch extends Error {}

const MOST_STEPS = 200_000;
const MOST_CHARACTERS = 2_000_000;

type Run = { variables: Record<string, unknown>; loops: unknown[]; out: string; steps: number };
type Read = (run: Run) => unknown;
type Write = (run: Run) => void;
/** Which loop a name belongs to, by its place in `Run.loops`. */
type Names = ReadonlyMap<string, number>;

const EMPTY = Symbol('empty');
const BLANK = Symbol('blank');

const isEmpty = (value: unknown): boolean => value === '' || (Array.isArray(value) && value.length === 0);
const isBlank = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === false ||
  isEmpty(value) ||
  (typeof value === 'string' && !value.trim());

const equals = (left: unknown, right: unknown): boolean => {
  if (left === EMPTY || left === BLANK) return left === right || equals(right, left);
  if (right === EMPTY) return isEmpty(left);
  if (right === BLANK) return isBlank(left);
  return (left ?? null) === (right ?? null);
};

const ordered = (left: unknown, right: unknown, is: (order: number) => boolean): boolean => {
  if (typeof left === 'number' && typeof right === 'number') return is(left - right);
  if (typeof left === 'string' && typeof right === 'string') return is(left < right ? -1 : left > right ? 1 : 0);
  return false;
};

/** As Liquid has them, but that nothing is neither more nor less than a number. */
const BINARY: Record<string, (left: unknown, right: unknown) => boolean> = {
  '==': equals,
  '!=': (left, right) => !equals(left, right),
  '<': (left, right) => ordered(left, right, (order) => order < 0),
  '>': (left, right) => ordered(left, right, (order) => order > 0),
  '<=': (left, right) => ordered(left, right, (order) => order <= 0),
  '>=': (left, right) => ordered(left, right, (order) => order >= 0),
  contains: (left, right) =>
    Array.isArray(left) ? left.includes(right) : typeof left === 'string' && left.includes(String(right ?? '')),
  and: (left, right) => Boolean(left) && Boolean(right),
  or: (left, right) => Boolean(left) || Boolean(right),
};

const LITERALS: Record<string, unknown> = {
  true: true,
  false: false,
  nil: null,
  null: null,
  empty: EMPTY,
  blank: BLANK,
};

/** Only what a thing has of itself, and how long a list is. */
const property = (of: unknown, key: string | number): unknown => {
  if (of === null || of === undefined) return null;
  if (key === 'size' && (Array.isArray(of) || typeof of === 'string')) return of.length;
  return typeof of === 'object' && Object.hasOwn(of, key) ? (of as Record<string | number, unknown>)[key] : null;
};

const readerOf = (token: Token, names: Names): Read => {
  if (TypeGuards.isQuotedToken(token) || TypeGuards.isNumberToken(token)) {
    const { content } = token;
    return () => content;
  }
  if (TypeGuards.isLiteralToken(token)) {
    const value = LITERALS[token.literal];
    return () => value;
  }
  if (!TypeGuards.isPropertyAccessToken(token)) return () => null;
  const [root, ...rest] = token.props.map((prop) =>
    TypeGuards.isNumberToken(prop) || TypeGuards.isWordToken(prop) || TypeGuards.isQuotedToken(prop)
      ? prop.content
      : '',
  );
  const loop = names.get(String(root));
  const start: Read = loop === undefined ? (run) => property(run.variables, root ?? '') : (run) => run.loops[loop];
  const [first, second] = rest;
  if (first === undefined) return start;
  if (second === undefined) return (run) => property(start(run), first);
  return (run) => {
    let value = start(run);
    for (const key of rest) value = property(value, key);
    return value;
  };
};

/** Operators come after what they work on. */
const expressionOf = (postfix: readonly Token[], names: Names): Read => {
  const stack: Read[] = [];
  for (const token of postfix) {
    if (!TypeGuards.isOperatorToken(token)) {
      stack.push(readerOf(token, names));
      continue;
    }
    const right = stack.pop() ?? (() => null);
    if (token.operator === 'not') {
      stack.push((run) => !right(run));
      continue;
    }
    const left = stack.pop() ?? (() => null);
    const decide = BINARY[token.operator]!;
    stack.push((run) => decide(left(run), right(run)));
  }
  return stack[0] ?? (() => null);
};

const valueOf = (value: Value, names: Names, filters: Record<string, Filter>): Read =>
  value.filters.reduce<Read>(
    (before, { name, args }) => {
      const filter = filters[name] ?? ((given: unknown) => given);
      const given = args.filter((arg) => !Array.isArray(arg)).map((arg) => readerOf(arg as Token, names));
      if (given.length === 0) return (run) => filter(before(run));
      return (run) => filter(before(run), ...given.map((read) => read(run)));
    },
    expressionOf(value.initial.postfix, names),
  );

const step = (run: Run) => {
  run.steps += 1;
  if (run.steps > MOST_STEPS || run.out.length > MOST_CHARACTERS) throw new TooMuch();
};

/** What Liquid has read, as a function that writes it: ten times as fast as walking the tree for each mail. */
const compileWriter = (medium: Medium, locale: Locale) => {
  const filters = filtersFor(locale);
  const spell = SPELL[medium];

  const writeAll = (templates: readonly Template[], names: Names): Write => {
    const writes = templates.map((template) => writerOf(template, names)).filter((write) => write !== null);
    return (run) => {
      step(run);
      for (const write of writes) write(run);
    };
  };

  const writeFor = (tag: ForTag, names: Names): Write => {
    const span = TypeGuards.isRangeToken(tag.collection) ? tag.collection : null;
    const low = span && readerOf(span.lhs, names);
    const high = span && readerOf(span.rhs, names);
    const list = readerOf(tag.collection as Token, names);
    const numberOf = (name: string) => {
      const token = tag.hash.hash[name];
      return token ? readerOf(token, names) : null;
    };
    const [offset, limit] = [numberOf('offset'), numberOf('limit')];
    const isReversed = 'reversed' in tag.hash.hash;
    const place = names.size;
    const inner = new Map(names).set(tag.variable, place).set('forloop', place + 1);
    const body = writeAll(tag.templates, inner);
    const otherwise = writeAll(tag.elseTemplates, names);
    const itemsOf = (run: Run): unknown[] => {
      if (!low || !high) {
        const value = list(run);
        return Array.isArray(value) ? value : [];
      }
      const numbers: number[] = [];
      const last = Number(high(run));
      for (let number = Number(low(run)); number <= last; number += 1) {
        step(run);
        numbers.push(number);
      }
      return numbers;
    };
    return (run) => {
      let items = itemsOf(run);
      if (offset) items = items.slice(Number(offset(run)) || 0);
      if (limit) items = items.slice(0, Number(limit(run)) || 0);
      if (isReversed) items = [...items].reverse();
      if (items.length === 0) return otherwise(run);
      const { length } = items;
      const kept = [run.loops[place], run.loops[place + 1]];
      items.forEach((item, index) => {
        run.loops[place] = item;
        run.loops[place + 1] = {
          index: index + 1,
          index0: index,
          rindex: length - index,
          rindex0: length - index - 1,
          first: index === 0,
          last: index === length - 1,
          length,
        };
        body(run);
      });
      [run.loops[place], run.loops[place + 1]] = kept;
    };
  };

  const writeBranches =
    (branches: { is: Read; write: Write }[], otherwise: Write): Write =>
    (run) => {
      for (const { is, write } of branches) if (is(run)) return write(run);
      otherwise(run);
    };

  const writerOf = (template: Template, names: Names): Write | null => {
    if (TypeGuards.isHTMLToken(template.token)) {
      const words = template.token.getContent();
      return (run) => {
        run.out += words;
      };
    }
    if (template instanceof Output) {
      const read = valueOf(template.value, names, filters);
      return (run) => {
        run.out += spell(read(run));
      };
    }
    if (template instanceof ForTag) return writeFor(template, names);
    if (template instanceof IfTag || template instanceof UnlessTag) {
      const branches = template.branches.map(({ value, templates }, index) => {
        const read = valueOf(value, names, filters);
        // Of `unless` only the first condition is turned round.
        const isTurned = template instanceof UnlessTag && index === 0;
        return { is: isTurned ? (run: Run) => !read(run) : read, write: writeAll(templates, names) };
      });
      return writeBranches(branches, writeAll(template.elseTemplates ?? [], names));
    }
    if (template instanceof CaseTag) {
      const subject = valueOf(template.value, names, filters);
      const branches = template.branches.map(({ values, templates }) => {
        const choices = values.map((value) => readerOf(value as Token, names));
        return {
          is: (run: Run) => choices.some((choice) => equals(subject(run), choice(run))),
          write: writeAll(templates, names),
        };
      });
      return writeBranches(branches, writeAll(template.elseTemplates, names));
    }
    // A comment.
    return null;
  };

  return writeAll;
};

/** Writes what was read, with the values of a letter spelt for where they go. Throws `TooMuch` where it would never end. */
export const createWriter = (templates: readonly Template[], medium: Medium, locale: Locale) => {
  const write = compileWriter(medium, locale)(templates, new Map());
  return (variables: object): string => {
    const run: Run = { variables: variables as Record<string, unknown>, loops: [], out: '', steps: 0 };
    write(run);
    return run.out;
  };
};
