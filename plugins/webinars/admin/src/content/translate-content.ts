import type { StrapiApp } from '@strapi/strapi/admin';
import { createElement, type ReactNode } from 'react';
import { hintId, labelId, uidOf } from './texts';
import { Translated, Word } from './Translated';

// Strapi does not export what its hooks hand over; these are the parts used here.
type Field = { name: string; hint?: ReactNode };
type EditLayout = {
  layout: Field[][][];
  components: Record<string, { layout: Field[][] }>;
  settings: { displayName?: string };
};
type Column = {
  name: string;
  attribute: { type: string };
  cellFormatter?: (row: Record<string, unknown>) => ReactNode;
};
type Filter = { name: string; label: unknown };
type ListLayout = { settings: { displayName?: string } };

// There the same layout fills a form that is saved: a translation would be stored in place of the text.
const isBeingArranged = () => window.location.pathname.includes('/configurations/');

const withHint = (uid: string, field: Field): Field => {
  const { hint } = field;
  const id = typeof hint === 'string' ? hintId(uid, field.name, hint) : undefined;
  return id && typeof hint === 'string' ? { ...field, hint: createElement(Translated, { id, stored: hint }) } : field;
};

const translateHints = ({ layout, ...rest }: { layout: EditLayout }) => {
  const uid = uidOf(layout.settings.displayName);
  if (!uid || isBeingArranged()) return { layout, ...rest };
  const components = Object.entries(layout.components).map(([name, component]) => [
    name,
    { ...component, layout: component.layout.map((row) => row.map((field) => withHint(name, field))) },
  ]);
  return {
    ...rest,
    layout: {
      ...layout,
      components: Object.fromEntries(components) as EditLayout['components'],
      layout: layout.layout.map((panel) => panel.map((row) => row.map((field) => withHint(uid, field)))),
    },
  };
};

const translateCells = ({ displayedHeaders, layout }: { displayedHeaders: Column[]; layout: ListLayout }) => ({
  layout,
  displayedHeaders: uidOf(layout.settings.displayName)
    ? displayedHeaders.map((column) =>
        column.attribute.type === 'enumeration'
          ? {
              ...column,
              cellFormatter: (row: Record<string, unknown>) => createElement(Word, { value: row[column.name] }),
            }
          : column,
      )
    : displayedHeaders,
});

const translateFilters = ({ displayedFilters, layout }: { displayedFilters: Filter[]; layout: ListLayout }) => {
  const uid = uidOf(layout.settings.displayName);
  return {
    layout,
    displayedFilters: uid
      ? displayedFilters.map((filter) =>
          typeof filter.label === 'string'
            ? { ...filter, label: { id: labelId(uid, filter.name), defaultMessage: filter.label } }
            : filter,
        )
      : displayedFilters,
  };
};

/** Shows in the reader's language what the Content Manager itself shows as stored: hints, states in lists, names in filters. */
export const translateContent = (app: StrapiApp): void => {
  const pages = 'Admin/CM/pages';
  app.registerHook(`${pages}/EditView/mutate-edit-view-layout`, translateHints);
  app.registerHook(`${pages}/ListView/inject-column-in-table`, translateCells);
  app.registerHook(`${pages}/ListView/inject-in-filters`, translateFilters);
};
