import { english, labelId } from '../content/texts';
import type { TextKey } from '../translate';
import texts from '../translations/en.json';

/** A text that may not be there, as another release, or somebody's own code, brings things of its own. */
export const textKey = (key: string): TextKey | null => (key in texts ? (key as TextKey) : null);

/** A word of a content type, such as a state: the texts of the Content Manager have it by itself. */
export const wordKey = (value: string): string | null =>
  /^[a-z][\w-]*$/.test(value) && value in english ? value : null;

const COMPONENTS: Record<string, string> = Object.fromEntries(
  Object.keys(english)
    .filter((id) => id.startsWith('content-manager.components.'))
    .map((id) => [id.slice(id.lastIndexOf('.') + 1), id]),
);

/** One step of a field's name: what has a text, a language, or as it stands. */
export type Step = { id: string; english: string } | { key: TextKey } | { plain: string };

const LANGUAGES: Record<string, TextKey> = { en: 'language.en', de: 'language.de' };

const stepOf = (kind: string, name: string, at: number): Step => {
  const language = LANGUAGES[name];
  if (language) return { key: language };
  const own = textKey(`history.field.${name}`);
  if (own) return { key: own };
  const id = at === 0 ? labelId(`api::${kind}.${kind}`, name) : COMPONENTS[name];
  const known = id === undefined ? undefined : english[id];
  return id !== undefined && known !== undefined ? { id, english: known } : { plain: name };
};

/** The name of a field as the log has it, `texts.de.title` or `title@de`, step by step. */
export const fieldSteps = (kind: string, field: string): Step[] => {
  const [path, language] = field.split('@');
  const steps = path!.split('.').map((name, at) => stepOf(kind, name, at));
  return language === undefined ? steps : [...steps, stepOf(kind, language, 1)];
};

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

/** What stands in a field, by how it is shown. */
export type Shown =
  | { as: 'nothing' | 'hidden' | 'yes' | 'no' }
  | { as: 'instant' | 'text'; text: string }
  | { as: 'word'; id: string }
  | { as: 'number'; number: number }
  | { as: 'money'; amount: number; currency: string }
  | { as: 'list'; items: Shown[] };

export const shownAs = (value: unknown): Shown => {
  if (value === null || value === undefined || value === '') return { as: 'nothing' };
  if (typeof value === 'boolean') return { as: value ? 'yes' : 'no' };
  if (typeof value === 'number') return { as: 'number', number: value };
  if (Array.isArray(value)) return value.length === 0 ? { as: 'nothing' } : { as: 'list', items: value.map(shownAs) };
  if (typeof value === 'object') {
    const record = value as Record<string, unknown>;
    if (record.hidden === true) return { as: 'hidden' };
    const { amount, currency } = record;
    if (typeof amount === 'number' && typeof currency === 'string') return { as: 'money', amount, currency };
    return { as: 'text', text: typeof record.title === 'string' ? record.title : JSON.stringify(value) };
  }
  const text = String(value);
  if (INSTANT.test(text)) return { as: 'instant', text };
  const id = wordKey(text);
  return id ? { as: 'word', id } : { as: 'text', text };
};
