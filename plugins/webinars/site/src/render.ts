import { h, type ComponentType } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { Layout, type Frame } from './parts/Layout';
import type { Locale } from './text/words';

/** A page's content, as a function of its model. */
export type Page<Model> = ComponentType<{ locale: Locale; model: Model }>;

/** A page as a whole document. What people wrote is escaped by Preact. */
export const renderPage = <Model>(page: Page<Model>, model: Model, frame: Frame): string =>
  `<!doctype html>${renderToString(h(Layout, { frame, children: h(page, { locale: frame.locale, model }) }))}`;
