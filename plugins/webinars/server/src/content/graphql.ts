import type { Core } from '@strapi/strapi';
import { askedBy, toLocale } from './request';
import { DEFAULT_LOCALE, isLocalized, showEntries, type Reader } from './show-linked';

type Info = { path: { key: string | number; prev?: Info['path'] } };
type Context = { rootQueryArgsByPath?: Map<string | number, { locale?: unknown }> };
type Resolve = (parent: unknown, args: unknown, context: Context, info: Info) => Promise<unknown>;
type Field = { parentType: string; name: string; args?: Record<string, unknown> };
type FieldOf = { parentTypeConfig: { name: string }; fieldConfig: { name: string } };
type Model = { attributes: Record<string, { type: string; target?: string }> };
type Naming = { getTypeName(model: unknown): string; getComponentName(model: unknown): string };

type Nexus = { plugin(definition: unknown): unknown };
type Extension = { use(factory: (tools: { nexus: Nexus }) => unknown): void };

/** Queries whose entries are in no language themselves, but link to some that are. */
const QUERIES = [
  'session',
  'sessions',
  'sessions_connection',
  'registration',
  'registrations',
  'registrations_connection',
];

const readerOf = (strapi: Core.Strapi, context: Context, { path }: Info): Reader => {
  let root = path;
  while (root.prev) root = root.prev;
  const locale = toLocale(context.rootQueryArgsByPath?.get(root.key)?.locale) ?? DEFAULT_LOCALE;
  return { locale, isVisitor: askedBy(strapi).by === 'visitor' };
};

const modelsIn = (schemas: object): Model[] => Object.values(schemas) as Model[];

/** `Session.topic`, `Session.panelists_connection` …: the fields that lead to a topic or a speaker, and to which. */
const linkFields = (strapi: Core.Strapi, naming: Naming) => {
  const contentTypes = modelsIn(strapi.contentTypes);
  const components = modelsIn(strapi.components);
  const models = [
    ...contentTypes.map((model) => ({ model, type: naming.getTypeName(model) })),
    ...components.map((model) => ({ model, type: naming.getComponentName(model) })),
  ];
  return new Map(
    models.flatMap(({ model, type }) =>
      Object.entries(model.attributes).flatMap(([name, { target }]) =>
        isLocalized(target) && name !== 'localizations'
          ? [[`${type}.${name}`, target] as const, [`${type}.${name}_connection`, target] as const]
          : [],
      ),
    ),
  );
};

const hasNodes = (answer: unknown): answer is { nodes: unknown } =>
  typeof answer === 'object' && answer !== null && 'nodes' in answer;

/** The same as over REST: `sessions(locale: "de")` gives the topics and speakers below it in German, and no drafts to visitors. */
export const readInLocaleOverGraphql = (strapi: Core.Strapi): void => {
  const graphql = strapi.plugin('graphql');
  if (!graphql) return;
  const extension: Extension = graphql.service('extension');
  extension.use(({ nexus }) => {
    const utils: { naming: Naming } = graphql.service('utils');
    const links = linkFields(strapi, utils.naming);
    return {
      plugins: [
        nexus.plugin({
          name: 'LinkedContent',
          onAddOutputField(field: Field) {
            if (field.parentType === 'Query' && QUERIES.includes(field.name))
              field.args = { ...field.args, locale: 'I18NLocaleCode' };
          },
          onCreateFieldResolver({ parentTypeConfig, fieldConfig }: FieldOf) {
            const target = links.get(`${parentTypeConfig.name}.${fieldConfig.name}`);
            if (!target) return undefined;
            return async (parent: unknown, args: unknown, context: Context, info: Info, next: Resolve) => {
              const answer = await next(parent, args, context, info);
              const show = (linked: unknown) => showEntries(strapi, readerOf(strapi, context, info), target, linked);
              if (hasNodes(answer)) return { ...answer, nodes: (await show(answer.nodes)).filter(Boolean) };
              const shown = await show(answer);
              return Array.isArray(answer) ? shown.filter(Boolean) : (shown[0] ?? null);
            };
          },
        }),
      ],
    };
  });
};
