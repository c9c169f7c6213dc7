import texts from '../../../admin/src/translations/content.en.json';
import { SYSTEM_KEPT } from './system-kept';
import type { View } from './views';

type Field = { name: string; size: number };
type Meta = { edit: Record<string, unknown>; list: Record<string, unknown> };

/** What the Content Manager stores for a content type or component. */
export type Configuration = {
  settings: Record<string, unknown>;
  metadatas: Record<string, Meta>;
  layouts: { list: string[]; edit: Field[][] };
};

const say = (key: string): string | undefined => (texts as Record<string, string>)[key];

const kindOf = (uid: string) => (uid.includes('::') ? 'content-types' : 'components');

/** An attribute's name in English. In German the admin has it from the same place in its own texts. */
export const labelOf = (uid: string, name: string): string | undefined =>
  say(`content-manager.${kindOf(uid)}.${uid}.${name}`);

const described = (uid: string, view: View, name: string, { edit, list }: Meta): Meta => {
  const label = labelOf(uid, name);
  if (label === undefined) return { edit, list };
  const isKept = [...(SYSTEM_KEPT[uid] ?? []), ...(view.readOnly ?? [])].includes(name);
  const mainField = view.relations?.[name];
  return {
    edit: {
      ...edit,
      label,
      description: say(`webinars.hint.${uid}.${name}`) ?? '',
      editable: !isKept,
      ...(mainField ? { mainField } : {}),
    },
    list: { ...list, label },
  };
};

/**
 * A stored configuration as our view wants it. What the view does not know, because somebody added the attribute in the Content-Type
 * Builder, stays where the Content Manager put it: at the end of the form.
 */
export const arrange = (uid: string, view: View, stored: Configuration): Configuration => {
  const isOthers = ({ name }: Field) => labelOf(uid, name) === undefined;
  const ours = view.rows.map((row) => Object.entries(row).map(([name, size]) => ({ name, size })));
  const others = stored.layouts.edit.map((row) => row.filter(isOthers)).filter((row) => row.length > 0);
  return {
    settings: {
      ...stored.settings,
      pageSize: 25,
      ...(view.mainField ? { mainField: view.mainField } : {}),
      ...(view.sort ? { defaultSortBy: view.sort.by, defaultSortOrder: view.sort.order } : {}),
    },
    metadatas: Object.fromEntries(
      Object.entries(stored.metadatas).map(([name, meta]) => [name, described(uid, view, name, meta)]),
    ),
    layouts: { list: [...(view.columns ?? stored.layouts.list)], edit: [...ours, ...others] },
  };
};
