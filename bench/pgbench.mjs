import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Stands for whatever a registration has for itself alone; pgbench draws a new one for each transaction. */
const OWN = ':own';

/** @param {unknown} value */
const textOf = (value) => {
  if (value instanceof Date) return value.toISOString();
  // pgbench would take `:true` for a variable.
  return String(value).replaceAll('":', '": ');
};

/** @param {unknown} value @param {string[]} own @returns {string} */
const literal = (value, own) => {
  if (value === null) return 'null';
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return `array[${value.map((item) => literal(item, own)).join(', ')}]`;
  let text = `'${textOf(value).replaceAll("'", "''")}'`;
  for (const token of own) text = text.replaceAll(token, `' || ${OWN} || '`);
  return text.includes(OWN) ? `(${text})` : text;
};

/**
 * A pgbench script that executes the statements of one registration, with new values for what is that registration's own.
 * @param {{ sql: string, bindings: unknown[] }[]} statements as the instance sent them
 * @param {string[]} own the values that have to differ from transaction to transaction
 */
export const scriptOf = (statements, own) => {
  const lines = statements.map(({ sql, bindings }) =>
    `${sql
      .replaceAll(/\$(\d+)/g, (_, n) => literal(bindings[Number(n) - 1], own))
      .trim()
      .replace(/;$/, '')};`.replaceAll(/\n\s*/g, ' '),
  );
  return ['\\set own random(100000000000000, 999999999999999)', ...lines, ''].join('\n');
};

/**
 * @param {string} program
 * @param {{ url: string, script: string, clients: number, seconds: number, protocol: 'extended' | 'prepared' }} options
 */
export const pgbench = async (program, { url, script, clients, seconds, protocol }) => {
  const file = path.join(fs.mkdtempSync('/tmp/webinars-bench-'), 'registration.sql');
  fs.writeFileSync(file, script);
  const address = new URL(url);
  const { stdout } = await run(
    program,
    [
      '-n',
      '-c',
      String(clients),
      '-j',
      '2',
      '-T',
      String(seconds),
      '-M',
      protocol,
      '-f',
      file,
      address.pathname.slice(1),
    ],
    {
      env: {
        ...process.env,
        PGHOST: address.hostname,
        PGPORT: address.port,
        PGUSER: decodeURIComponent(address.username),
        PGPASSWORD: decodeURIComponent(address.password),
        PGOPTIONS: '-c lock_timeout=3s -c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c jit=off',
      },
    },
  );
  fs.rmSync(path.dirname(file), { recursive: true });
  const failed = Number(/number of failed transactions: (\d+)/.exec(stdout)?.[1] ?? 0);
  if (failed > 0) throw new Error(`pgbench: ${failed} transactions failed`);
  return {
    perSecond: Number(/tps = ([\d.]+)/.exec(stdout)?.[1]),
    p50: Number(/latency average = ([\d.]+)/.exec(stdout)?.[1]),
  };
};
