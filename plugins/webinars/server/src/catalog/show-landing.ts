import type { Landing } from '../../../contracts/catalog';
import { notFound } from '../kernel/errors';
import type { Locale } from '../kernel/text';
import type { CatalogDeps } from './browse';
import { cardOf, stillOf, type Drawing } from './card';
import { findShown, readDetail, readProfiles, readRelatedIds, readSpeakerSessionIds } from './landing-rows';
import { landingOf, stillLandingOf, type StillLanding } from './landing-view';
import { createMemory } from '../kernel/memory';
import type { ReadNumbers } from './numbers';
import { readPulse } from './queries';
import { readSessionRows } from './session-rows';
import { DEFAULT_LOCALE } from './texts';

const PAGES = 300;
const MINUTE = 60_000;

const idsOf = (page: StillLanding): number[] =>
  [page.still, ...page.related, ...page.upcoming, ...page.past].map(({ session }) => session.id);

/** Answers with all that the landing page of a session shows. Drafts do not exist; a cancelled session says so and names others. */
export const createShowLanding = ({ database, clock, bases, consentTexts }: CatalogDeps, readNumbers: ReadNumbers) => {
  const pages = createMemory<StillLanding>(PAGES);

  const makePage = async (slug: string, locale: Locale, version: string, now: Date): Promise<StillLanding> => {
    const sql = database.read;
    const id = await findShown(sql, slug);
    if (id === null) throw notFound('The session');
    const [numbers, detail, relatedIds, upcomingIds, pastIds] = await Promise.all([
      readNumbers(version, now),
      readDetail(sql, id, locale, DEFAULT_LOCALE, now),
      readRelatedIds(sql, id, now),
      readSpeakerSessionIds(sql, id, false, now),
      readSpeakerSessionIds(sql, id, true, now),
    ]);
    const all = [...new Set([id, ...relatedIds, ...upcomingIds, ...pastIds])];
    const drawing: Drawing = { locale, fallback: DEFAULT_LOCALE, bases, numbers };
    const rows = new Map((await readSessionRows(sql, all, locale, DEFAULT_LOCALE)).map((row) => [row.id, row]));
    const session = rows.get(id);
    if (!session || !detail) throw notFound('The session');
    const profiles = await readProfiles(
      sql,
      (session.people ?? []).map(({ documentId }) => documentId),
      locale,
      DEFAULT_LOCALE,
    );
    const stills = (ids: readonly number[]) =>
      ids.flatMap((other) => {
        const row = rows.get(other);
        return row ? [stillOf(row, drawing)] : [];
      });
    return stillLandingOf(
      {
        session,
        still: stillOf(session, drawing),
        detail,
        profiles,
        related: stills(relatedIds),
        upcoming: stills(upcomingIds),
        past: stills(pastIds),
      },
      drawing,
    );
  };

  return async (slug: string, locale: Locale): Promise<Landing> => {
    const now = clock.now();
    const key = JSON.stringify([Math.floor(now.getTime() / MINUTE), locale, slug]);
    const known = await pages.glance(key)?.catch(() => undefined);
    let pulse = await readPulse(database.read, known ? idsOf(known) : []);
    const page = await pages.recall(pulse.version, key, () => makePage(slug, locale, pulse.version, now));
    if (page !== known) pulse = await readPulse(database.read, idsOf(page));
    const live = new Map(pulse.live.map((seats) => [seats.id, seats]));
    const { registrationCount = 0 } = live.get(page.still.session.id) ?? {};
    const texts = await consentTexts(locale);
    return landingOf(page, registrationCount, texts, (still) => cardOf(still, live.get(still.session.id), now));
  };
};
