import type { Core } from '@strapi/strapi';
import { UID } from '../kernel/uids';
import { askedBy } from './request';

const DEFAULT_LOCALE = 'en';

/** A session's relations to types that exist in several languages. */
const RELATIONS: Record<string, typeof UID.topic | typeof UID.speaker> = {
  topic: UID.topic,
  speaker: UID.speaker,
  panelists: UID.speaker,
  moderator: UID.speaker,
  backupFacilitator: UID.speaker,
};

type Entry = { documentId: string; locale?: string } & Record<string, unknown>;

const isEntry = (value: unknown): value is Entry =>
  typeof value === 'object' && value !== null && typeof (value as Entry).documentId === 'string';

const entriesOf = (value: unknown): Entry[] => (Array.isArray(value) ? value : [value]).filter(isEntry);

/** What a populate asks of one relation, in whichever of Strapi's spellings. */
const asksFor = (populate: unknown, relation: string): object => {
  if (populate && typeof populate === 'object' && !Array.isArray(populate)) {
    const asked = (populate as Record<string, unknown>)[relation];
    return asked && typeof asked === 'object' ? asked : {};
  }
  const paths = (
    typeof populate === 'string' ? populate.split(',') : Array.isArray(populate) ? populate.map(String) : []
  ).map((path) => path.trim());
  const below = paths.filter((path) => path.startsWith(`${relation}.`)).map((path) => path.slice(relation.length + 1));
  return below.length > 0 ? { populate: below } : {};
};

/** The versions of documents in one language, else in the default one. Where neither exists the link's own version stays. */
const versionsIn = async (
  strapi: Core.Strapi,
  uid: typeof UID.topic | typeof UID.speaker,
  ids: string[],
  locale: string,
  asks: object,
) => {
  const versions = new Map<string, Entry>();
  for (const wanted of new Set([locale, DEFAULT_LOCALE])) {
    const missing = ids.filter((id) => !versions.has(id));
    if (missing.length === 0) break;
    const found = await strapi
      .documents(uid)
      .findMany({ ...asks, locale: wanted, filters: { documentId: { $in: missing } } } as never);
    for (const entry of found as unknown as Entry[]) versions.set(entry.documentId, entry);
  }
  return versions;
};

const swap = (value: unknown, versions: Map<string, Entry>): unknown => {
  if (Array.isArray(value)) return value.map((one) => swap(one, versions));
  return isEntry(value) ? (versions.get(value.documentId) ?? value) : value;
};

/** Puts the versions of one language in place of those that sessions happen to be linked to. */
const translate = async (strapi: Core.Strapi, sessions: Entry[], populate: unknown, locale: string): Promise<void> => {
  for (const [relation, uid] of Object.entries(RELATIONS)) {
    const linked = sessions.flatMap((session) => entriesOf(session[relation]));
    if (linked.every((entry) => entry.locale === locale)) continue;
    const versions = await versionsIn(
      strapi,
      uid,
      [...new Set(linked.map((entry) => entry.documentId))],
      locale,
      asksFor(populate, relation),
    );
    for (const session of sessions) if (session[relation]) session[relation] = swap(session[relation], versions);
  }
};

/**
 * Reads topic and speakers of a session in the language asked for. A link leads to one language's row, whichever the editor chose; visitors
 * and API tokens get theirs, or the default language. The Content Manager shows the link as it is.
 */
export const readInLocale = (strapi: Core.Strapi): void => {
  strapi.documents.use(async (context, next) => {
    const result = await next();
    if (context.uid !== UID.session || !['findOne', 'findFirst', 'findMany'].includes(context.action)) return result;
    const params = context.params as { locale?: string; populate?: unknown };
    const asked = askedBy(strapi);
    const locale = params.locale ?? asked.locale;
    if ((!locale && asked.type === 'other') || !params.populate) return result;
    await translate(strapi, entriesOf(result), params.populate, locale ?? DEFAULT_LOCALE);
    return result;
  });
};

type Info = { path: { key: string | number; prev?: Info['path'] } };
type Resolve = (
  parent: unknown,
  args: unknown,
  context: GraphqlContext,
  info: Info,
) => Promise<{ value?: unknown; nodes?: unknown[] }>;
type GraphqlContext = { rootQueryArgsByPath?: Map<string | number, { locale?: string }> };
type Field = { parentType: string; name: string; args?: Record<string, unknown> };

const localeAsked = (context: GraphqlContext, { path }: Info): string => {
  let root = path;
  while (root.prev) root = root.prev;
  return context.rootQueryArgsByPath?.get(root.key)?.locale ?? DEFAULT_LOCALE;
};

const SESSION_QUERIES = ['session', 'sessions', 'sessions_connection'];

/** The same over GraphQL: `sessions(locale: "de")` gives the topics and speakers below it in German. */
export const readInLocaleOverGraphql = (strapi: Core.Strapi): void => {
  const graphql = strapi.plugin('graphql');
  if (!graphql) return;
  graphql.service('extension').use(({ nexus }: { nexus: { plugin(definition: unknown): unknown } }) => {
    const { buildAssociationResolver } = graphql.service('builders').get('content-api') as {
      buildAssociationResolver(of: { contentTypeUID: string; attributeName: string }): Resolve;
    };
    const resolver = (relation: string): { resolve: Resolve } => {
      const asLinked = buildAssociationResolver({ contentTypeUID: UID.session, attributeName: relation });
      return {
        async resolve(parent, args, context, info) {
          const answer = await asLinked(parent, args, context, info);
          const linked = answer.nodes ?? [answer.value];
          const ids = entriesOf(linked).map((entry) => entry.documentId);
          const versions = await versionsIn(strapi, RELATIONS[relation]!, ids, localeAsked(context, info), {});
          return answer.nodes
            ? { ...answer, nodes: linked.map((one) => swap(one, versions)) }
            : { ...answer, value: swap(answer.value, versions) };
        },
      };
    };
    const readable = Object.keys(RELATIONS).filter((relation) => relation !== 'backupFacilitator');
    return {
      plugins: [
        nexus.plugin({
          name: 'LocaleOfSessions',
          onAddOutputField(field: Field) {
            if (field.parentType === 'Query' && SESSION_QUERIES.includes(field.name))
              field.args = { ...field.args, locale: 'I18NLocaleCode' };
          },
        }),
      ],
      resolvers: { Session: Object.fromEntries(readable.map((relation) => [relation, resolver(relation)])) },
    };
  });
};
