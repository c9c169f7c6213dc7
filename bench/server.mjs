// Boots the production build as `scripts/serve.mjs` does, with two things that are not part of the product: a route that does
// nothing, and a switch that lets one request pass by our rules in the document service. Told over IPC to note a request's SQL.
import fs from 'node:fs';
import inspector from 'node:inspector';
import pg from 'pg';
import { loadStrapi, stopStrapi } from '../scripts/launch/boot.mjs';

/**
 * Lets Strapi's own create on our content type be measured without our rules. PostgreSQL's triggers stay, and want a session id and a reference.
 * @param {any} strapi
 */
const letRequestsPassOurRules = (strapi) => {
  const { use } = strapi.documents;
  let n = 0;
  strapi.documents.use = (/** @type {Function} */ middleware) =>
    use((/** @type {any} */ context, /** @type {() => unknown} */ next) => {
      if (strapi.requestContext.get()?.get('x-bench-rules') !== 'off') return middleware(context, next);
      const { data } = context.params;
      n += 1;
      data.sessionDocumentId = data.session;
      data.reference = `B${Date.now().toString(36)}${n}`;
      return next();
    });
};

/** @param {any} strapi */
const mountNoop = (strapi) => {
  const handler = (/** @type {any} */ ctx) => {
    ctx.status = 201;
    ctx.body = { data: {}, meta: {} };
  };
  const routes = ['GET', 'POST'].map((method) => ({
    method,
    path: '/bench/noop',
    handler,
    config: { auth: false },
    info: { type: 'content-api' },
  }));
  strapi.server.routes({ type: 'content-api', prefix: '', routes });
};

/** @param {any} strapi */
const apiToken = async (strapi) => {
  const tokens = strapi.service('admin::api-token');
  const known = await strapi.db.query('admin::api-token').findOne({ where: { name: 'bench' } });
  if (known) await tokens.revoke(known.id);
  return (await tokens.create({ name: 'bench', description: '', type: 'full-access', lifespan: null })).accessKey;
};

/** Notes the statements of the next transactions, as they are handed to the driver. */
const createNotebook = () => {
  /** @type {{ sql: string, bindings: unknown[] }[] | null} */
  let noted = null;
  /** @type {Function} */
  const query = pg.Client.prototype.query;
  // A driver's method with a dozen signatures: all are handed on as they came.
  pg.Client.prototype.query = /** @type {any} */ (
    function (/** @type {[any, ...any[]]} */ ...given) {
      const [config] = given;
      const { text, values } = typeof config === 'string' ? { text: config, values: [] } : config;
      noted?.push({ sql: text, bindings: values ?? [] });
      return query.apply(this, given);
    }
  );
  return {
    open: () => void (noted = []),
    close: () => {
      const all = noted;
      noted = null;
      return all;
    },
  };
};

const strapi = await loadStrapi(letRequestsPassOurRules);
mountNoop(strapi);
const notebook = createNotebook();
await strapi.listen();
const profiler = new inspector.Session();
process.on('message', (/** @type {string} */ word) => {
  if (word === 'profile') {
    profiler.connect();
    profiler.post('Profiler.enable', () => profiler.post('Profiler.start'));
  }
  if (word === 'profiled')
    profiler.post('Profiler.stop', (_, { profile }) =>
      fs.writeFileSync(String(process.env.BENCH_PROFILE), JSON.stringify(profile)),
    );
  if (word === 'remind') {
    const { beats } = strapi.plugin('webinars').service('app');
    void beats.find((/** @type {{ name: string }} */ { name }) => name === 'reminders.plan').find(new Date());
  }
  if (word === 'take-along') void strapi.plugin('webinars').service('app').partners.takeAlong();
  if (word === 'note') notebook.open();
  if (word === 'noted') process.send?.({ noted: notebook.close() });
});
process.on('SIGTERM', async () => {
  await stopStrapi(strapi);
  process.exit(0);
});
process.send?.({
  ready: { port: /** @type {any} */ (strapi.server.httpServer.address()).port, token: await apiToken(strapi) },
});
