import type { Core } from '@strapi/strapi';
import { UID } from '../kernel/uids';
import { asksOf, type Asks } from './populate';
import { within } from './within';

export const DEFAULT_LOCALE = 'en';

type Localized = typeof UID.topic | typeof UID.speaker;

export const isLocalized = (target: string | undefined): target is Localized =>
  target === UID.topic || target === UID.speaker;

/** In which language a reader wants what entries link to, and whether the reader is a visitor. */
export type Reader = { locale: string; isVisitor: boolean };

type Entry = { id?: number; documentId: string; locale?: string; state?: string } & Record<string, unknown>;
type Holder = Record<string, unknown>;
type Link = { holder: Holder; name: string; target: Localized; asks: Asks };
type Attribute = { type: string; target?: string; component?: string };
type Version = { id: number; documentId: string; locale: string; state?: string };

const listOf = <Item>(value: unknown): Item[] =>
  (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'object' && one !== null) as Item[];

const isEntry = (value: Holder): value is Entry => typeof value.documentId === 'string';

const linkedBy = ({ holder, name }: Link): Entry[] => listOf<Holder>(holder[name]).filter(isEntry);

/** Every place below these entries, through components and other types of ours, where a topic or a speaker is linked. */
const linksBelow = (strapi: Core.Strapi, uid: string, holders: Holder[], populate: unknown): Link[] => {
  const { attributes } = strapi.getModel(uid as never) as unknown as { attributes: Record<string, Attribute> };
  return Object.entries(attributes).flatMap(([name, { type, target, component }]) => {
    const filled = holders.filter((holder) => holder[name]);
    // The other languages of an entry are just that.
    if (filled.length === 0 || name === 'localizations') return [];
    const asks = asksOf(populate, name);
    if (type === 'relation' && isLocalized(target)) return filled.map((holder) => ({ holder, name, target, asks }));
    const below = type === 'component' ? component : target?.startsWith('api::') ? target : undefined;
    return below
      ? linksBelow(
          strapi,
          below,
          filled.flatMap((holder) => listOf<Holder>(holder[name])),
          asks.populate,
        )
      : [];
  });
};

/** A reader who asks for few fields does not get those by which the right version is told. */
const isTold = (entry: Entry, target: Localized, { locale }: Reader): boolean =>
  entry.locale === locale && (target !== UID.topic || entry.state !== undefined);

const versionsOf = async (strapi: Core.Strapi, target: Localized, ids: string[]): Promise<Version[]> =>
  ids.length === 0
    ? []
    : strapi.db.query(target).findMany({
        select: ['id', 'documentId', 'locale', ...(target === UID.topic ? ['state'] : [])],
        where: { documentId: { $in: ids } },
      });

/** The version a reader gets: in the language asked for, else in the default one, else the one that is linked. */
const best = (versions: Version[], entry: Entry, { locale }: Reader): Version | undefined =>
  versions.find((version) => version.locale === locale) ??
  versions.find((version) => version.locale === DEFAULT_LOCALE) ??
  versions.find((version) => version.id === entry.id);

const fetchVersions = async (
  strapi: Core.Strapi,
  target: Localized,
  wanted: Version[],
  asks: Asks,
): Promise<Map<number, Entry>> => {
  const found = new Map<number, Entry>();
  for (const locale of new Set(wanted.map((version) => version.locale))) {
    const ids = wanted.filter((version) => version.locale === locale).map(({ documentId }) => documentId);
    const params = within({ ...asks, locale, filters: { documentId: { $in: [...new Set(ids)] } } });
    const entries = (await strapi.documents(target).findMany(params as never)) as unknown as Entry[];
    for (const entry of entries) found.set(Number(entry.id), entry);
  }
  return found;
};

/**
 * The entries that a reader gets for those that are linked, in the same order; null for a topic that is still a draft. A topic that was
 * archived and a speaker who has left stay part of the sessions that link to them.
 */
const chooseVersions = async (
  strapi: Core.Strapi,
  reader: Reader,
  target: Localized,
  linked: Entry[],
  asks: Asks,
): Promise<(Entry | null)[]> => {
  const untold = linked.filter((entry) => !isTold(entry, target, reader));
  const versions = await versionsOf(strapi, target, [...new Set(untold.map(({ documentId }) => documentId))]);
  const choices = linked.map((entry) => {
    const own = versions.filter(({ documentId }) => documentId === entry.documentId);
    const chosen = isTold(entry, target, reader) ? undefined : best(own, entry, reader);
    const isHidden = reader.isVisitor && (entry.state ?? own[0]?.state) === 'draft';
    return { entry, isHidden, other: chosen && chosen.id !== entry.id ? chosen : null };
  });
  const wanted = choices.flatMap(({ isHidden, other }) => (other && !isHidden ? [other] : []));
  const fetched = await fetchVersions(strapi, target, wanted, asks);
  return choices.map(({ entry, isHidden, other }) => (isHidden ? null : ((other && fetched.get(other.id)) ?? entry)));
};

/** Shows one reader a list of linked topics or speakers. */
export const showEntries = async (
  strapi: Core.Strapi,
  reader: Reader,
  target: Localized,
  linked: unknown,
  asks: Asks = {},
): Promise<(object | null)[]> => {
  const entries = listOf<Holder>(linked).filter(isEntry);
  const shown = await chooseVersions(strapi, reader, target, entries, asks);
  await showLinked(
    strapi,
    reader,
    target,
    shown.filter((entry) => entry !== null),
    asks.populate,
  );
  return shown;
};

const groupsOf = (links: Link[]): Link[][] => {
  const groups = new Map<string, Link[]>();
  for (const link of links) {
    const key = JSON.stringify([link.target, link.asks]);
    groups.set(key, [...(groups.get(key) ?? []), link]);
  }
  return [...groups.values()];
};

/**
 * Puts what a reader may see, in the reader's language, in place of the topics and speakers that entries happen to be linked to: a link
 * leads to one language's row, whichever the editor chose.
 */
export const showLinked = async (
  strapi: Core.Strapi,
  reader: Reader,
  uid: string,
  entries: object[],
  populate: unknown,
): Promise<void> => {
  for (const links of groupsOf(linksBelow(strapi, uid, entries as Holder[], populate))) {
    const { target, asks } = links[0]!;
    const shown = await showEntries(strapi, reader, target, links.flatMap(linkedBy), asks);
    for (const link of links) {
      const own = shown.splice(0, linkedBy(link).length);
      if (Array.isArray(link.holder[link.name])) link.holder[link.name] = own.filter((entry) => entry !== null);
      else if (own.length > 0) link.holder[link.name] = own[0];
    }
  }
};
