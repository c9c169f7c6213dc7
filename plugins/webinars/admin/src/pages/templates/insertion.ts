import type { TemplateFilter, TemplatePartial, TemplateVariable } from '../../../../contracts/mail-admin';

/**
 * What is put into a template for a variable. A name with `[]` stands for each entry of a list, which only a loop can say:
 * `speakers[].name` is `{% for speaker in speakers %}{{ speaker.name }}{% endfor %}`.
 */
export const ofVariable = ({ name }: Pick<TemplateVariable, 'name'>): string => {
  const [list, rest] = name.split('[]');
  if (rest === undefined) return `{{ ${name} }}`;
  const last = list!.slice(list!.lastIndexOf('.') + 1);
  const item = last.endsWith('s') ? last.slice(0, -1) : 'item';
  return `{% for ${item} in ${list} %}{{ ${item}${rest} }} {% endfor %}`;
};

/** A filter as it is written behind a value: ` | truncate: 40`. */
export const ofFilter = ({ example }: Pick<TemplateFilter, 'example'>): string =>
  ` ${example.slice(example.indexOf('|')).replace(/\s*\}\}$/, '')}`;

export const ofPartial = ({ name }: Pick<TemplatePartial, 'name'>): string => `{% include '${name}' %}`;

/** A text with something put in the place of a selection, and where the cursor stands behind it. */
export const insertAt = (
  text: string,
  { start, end }: { start: number; end: number },
  piece: string,
): { text: string; cursor: number } => ({
  text: `${text.slice(0, start)}${piece}${text.slice(end)}`,
  cursor: start + piece.length,
});

/** The index at which a line and column begin, both counted from 1; the end where there is no such place. */
export const indexOf = (text: string, line: number, column: number): number => {
  const lines = text.split('\n');
  const before = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  return Math.min(text.length, before + column - 1);
};
