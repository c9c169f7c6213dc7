// The load generator: a process of its own, so that it shares no event loop with what it measures. Told what to do over IPC.
// @ts-expect-error The package comes without types.
import autocannon from 'autocannon';
import { bodyOf, visitor } from './visitor.mjs';

/**
 * @typedef {object} Load
 * @property {string} url
 * @property {'register' | 'create' | 'get'} kind
 * @property {string[]} paths one of them at random for each registration, one after another for each GET
 * @property {number} connections
 * @property {number} [seconds] how long, or else
 * @property {number} [amount] how many requests in all
 * @property {string} run makes the addresses of this run its own
 * @property {Record<string, string>} [headers]
 * @property {string} [sessionDocumentId] for Strapi's create, which names the session in the body
 */

/** One request after another, over all connections: each path in turn, or each visitor. @param {Load} load */
const requestsOf = ({ kind, paths, run, headers = {}, sessionDocumentId }) => {
  if (kind === 'get' && paths.length === 1) return [{ method: 'GET', path: paths[0], headers }];
  let n = 0;
  const next = (/** @type {any} */ request) => {
    n += 1;
    if (kind === 'get') return Object.assign(request, { method: 'GET', path: paths[n % paths.length], headers });
    const one = visitor(run, n);
    return Object.assign(request, {
      method: 'POST',
      path: paths.length === 1 ? paths[0] : paths[Math.floor(Math.random() * paths.length)],
      headers: {
        ...headers,
        'content-type': 'application/json',
        'x-forwarded-for': one.address,
        'idempotency-key': one.key,
      },
      body: bodyOf(one, kind, sessionDocumentId),
    });
  };
  return [{ setupRequest: next }];
};

process.on('message', async (/** @type {Load} */ load) => {
  const cpuBefore = process.cpuUsage();
  const result = await autocannon({
    url: load.url,
    connections: load.connections,
    ...(load.amount === undefined ? { duration: load.seconds } : { amount: load.amount }),
    timeout: 30,
    requests: requestsOf(load),
  });
  const cpu = process.cpuUsage(cpuBefore);
  process.send?.({
    perSecond: result['2xx'] / result.duration,
    answered: result['2xx'],
    statuses: Object.fromEntries(
      Object.entries(result.statusCodeStats ?? {}).map(([code, stats]) => [code, stats.count]),
    ),
    failed: result.errors + result.timeouts,
    p50: result.latency.p50,
    p99: result.latency.p99,
    seconds: result.duration,
    loadCpu: (cpu.user + cpu.system) / 1e6 / result.duration,
  });
});
