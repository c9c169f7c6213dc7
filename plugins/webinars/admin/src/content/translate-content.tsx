import { Typography } from '@strapi/design-system';
import type { StrapiApp } from '@strapi/strapi/admin';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { hintId, labelId, uidOf } from './texts';

const Translated = ({ id, fallback }: { id: string; fallback: string }) =>
  useIntl().formatMessage({ id, defaultMessage: fallback });

const Word = ({ value }: { value: unknown }) => (
  <Typography textColor="neutral800">
    {typeof value === 'string' && value !== '' ? <Translated id={value} fallback={value} /> : '-'}
  </Typography>
);

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
  const id = typeof field.hint === 'string' ? hintId(uid, field.name, field.hint) : undefined;
  return id ? { ...field, hint: <Translated id={id} fallback={field.hint as string} /> } : field;
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
          ? { ...column, cellFormatter: (row: Record<string, unknown>) => <Word value={row[column.name]} /> }
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
