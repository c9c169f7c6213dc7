import { freshDatabase } from './database.mjs';
import { median, sideBySide } from './measure.mjs';
import { runLoad, startInstance } from './processes.mjs';
import { table, verdict, VERDICT_HEADS } from './report.mjs';
import { seed } from './seed.mjs';

const SMALL = 100;
const LARGE = 10_000;

/** @param {string} url */
const read = async (url) => {
  const answer = await fetch(url);
  if (answer.status !== 200) throw new Error(`${url} was answered with ${answer.status}: ${await answer.text()}`);
  return /** @type {Promise<any>} */ (answer.json());
};

const FIRST = '/api/webinars/catalog?pageSize=25';

/** The same sessions by Strapi's own REST: what the first page of the catalog shows, with everything that belongs to them. */
const strapiPath = () =>
  `/api/sessions?populate=*&pagination[pageSize]=25&sort[0]=datetime:asc&sort[1]=id:asc&filters[datetime][$gte]=${new Date().toISOString()}`;

/**
 * Pages that nobody has asked for before: a filter that many sessions pass, spelt differently in each request, so that nothing remembered
 * answers it.
 * @param {string} expertise
 * @param {number} run
 */
const unseen = (expertise, run) =>
  Array.from(
    { length: 5000 },
    (_, n) => `${FIRST}&expertise=${encodeURIComponent(expertise)}&expertise=run-${run}-${n}`,
  );

/** @param {{ serverUrl: string, rounds: number, seconds: number }} options */
export const benchCatalog = async ({ serverUrl, rounds, seconds }) => {
  /** @type {Awaited<ReturnType<typeof startInstance>>[]} */
  const instances = [];
  /** @type {Record<string, () => Promise<import('./processes.mjs').Loaded>>} */
  const things = {};
  const shown = [];
  let run = 0;
  for (const size of [SMALL, LARGE]) {
    const url = await freshDatabase(serverUrl, `webinars_bench_${size}`);
    await seed(url, { sessions: size, registrations: size * 5 });
    const instance = await startInstance(url);
    instances.push(instance);
    const catalog = await read(instance.url + FIRST);
    const { total } = catalog.meta.pagination;
    const expertise = catalog.meta.facets.expertise[0].value;
    const same = new Set(
      (await read(instance.url + strapiPath())).data.map((/** @type {any} */ session) => session.documentId),
    );
    const cards = catalog.data.filter((/** @type {any} */ card) => same.has(card.documentId));
    shown.push([size, total, catalog.data.length, cards.length]);
    const load = async (/** @type {string[]} */ paths, connections = 10) => {
      const loaded = await runLoad({ url: instance.url, kind: 'get', paths, connections, seconds, run: '' });
      if (Object.keys(loaded.statuses).some((code) => code !== '200') || loaded.failed > 0)
        throw new Error(JSON.stringify(loaded));
      return loaded;
    };
    things[`catalog ${size}`] = () => load([FIRST]);
    things[`strapi ${size}`] = () => load([strapiPath()]);
    things[`unseen ${size}`] = () => load(unseen(expertise, (run += 1)));
    things[`alone ${size}`] = () => load([FIRST], 1);
    for (const warm of Object.values(things)) await warm();
  }
  const measured = await sideBySide(rounds, things, (round, name, { perSecond, p50, p99 }) =>
    console.log(
      `  round ${round}  ${name.padEnd(16)} ${perSecond.toFixed(0).padStart(6)}/s  p50 ${p50} ms  p99 ${p99} ms`,
    ),
  );
  for (const instance of instances) await instance.stop();

  const rate = (/** @type {string} */ name) => (measured[name] ?? []).map((one) => one.perSecond);
  const time = (/** @type {string} */ name) => rate(name).map((perSecond) => 1 / perSecond);
  const label = (/** @type {string} */ name) =>
    name
      .replace('catalog', 'first page of the catalog, sessions:')
      .replace('strapi', 'the same sessions by GET /api/sessions?populate=*, of')
      .replace('unseen', 'catalog pages nobody has asked for yet, sessions:')
      .replace('alone', 'first page, one visitor after another, sessions:');
  return [
    'Ten connections, pages of 25. The catalog remembers what it has shown until something changes; the pages "nobody has asked for yet" differ in a filter from request to request, so that each is made anew.',
    table(['Sessions', 'shown by the catalog', 'on the first page', 'of them in Strapi’s answer'], shown),
    table(
      ['What', 'per second', 'p50 ms', 'p99 ms'],
      Object.entries(measured).map(([name, all]) => [
        label(name),
        median(all.map((one) => one.perSecond)).toFixed(0),
        median(all.map((one) => one.p50)).toFixed(1),
        median(all.map((one) => one.p99)).toFixed(0),
      ]),
    ),
    table(VERDICT_HEADS, [
      ...[SMALL, LARGE].flatMap((size) => [
        verdict(`catalog / Strapi at ${size}`, { atLeast: 10 }, rate(`catalog ${size}`), rate(`strapi ${size}`)),
        verdict(`unseen pages / Strapi at ${size}`, {}, rate(`unseen ${size}`), rate(`strapi ${size}`)),
      ]),
      verdict(
        `time of the first page at ${LARGE} / at ${SMALL}`,
        { atMost: 1.5 },
        time(`catalog ${LARGE}`),
        time(`catalog ${SMALL}`),
      ),
      verdict(`the same, one visitor after another`, { atMost: 1.5 }, time(`alone ${LARGE}`), time(`alone ${SMALL}`)),
      verdict(`time of an unseen page at ${LARGE} / at ${SMALL}`, {}, time(`unseen ${LARGE}`), time(`unseen ${SMALL}`)),
    ]),
  ].join('\n\n');
};
