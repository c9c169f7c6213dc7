import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from '../scripts/launch/places.mjs';

const file = path.join(root, 'bench/RESULTS.md');

/** @param {string[]} heads @param {(string | number)[][]} rows */
export const table = (heads, rows) =>
  [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** @param {number} value */
export const ratioText = (value) => (value >= 10 ? value.toFixed(0) : value.toFixed(2));

/**
 * One line about a ratio: what it is, what it should be, what it was over the rounds.
 * @param {string} what
 * @param {{ atLeast?: number, atMost?: number }} target
 * @param {number[]} of
 * @param {number[]} to
 */
export const verdict = (what, { atLeast, atMost }, of, to) => {
  const all = of.map((value, round) => value / Number(to[round])).sort((a, b) => a - b);
  const middle = (Number(all[(all.length - 1) >> 1]) + Number(all[all.length >> 1])) / 2;
  const isReached = (atLeast === undefined || middle >= atLeast) && (atMost === undefined || middle <= atMost);
  const target = atLeast === undefined ? (atMost === undefined ? 'none' : `at most ${atMost}`) : `at least ${atLeast}`;
  const reached = atLeast === undefined && atMost === undefined ? '' : isReached ? 'yes' : 'no';
  return [what, target, ratioText(middle), `${ratioText(Number(all[0]))} to ${ratioText(Number(all.at(-1)))}`, reached];
};

export const VERDICT_HEADS = ['Ratio', 'Target', 'Median of the rounds', 'Lowest to highest', 'Reached'];

/** @param {Record<string, string>} postgres */
export const describeMachine = (postgres) => {
  const [cpu] = os.cpus();
  return table(
    ['Machine', ''],
    [
      [
        'Processor',
        `${os.cpus().length} × ${cpu?.model ?? 'unknown'}, shared by the load generator, Node and PostgreSQL`,
      ],
      ['Memory', `${Math.round(os.totalmem() / 2 ** 30)} GiB`],
      ['System', `${os.type()} ${os.release()}`],
      [
        'Load before the run',
        os
          .loadavg()
          .map((load) => load.toFixed(2))
          .join(', '),
      ],
      ['Node', process.version],
      [
        'PostgreSQL',
        Object.entries(postgres)
          .map(([name, setting]) => (name === 'server_version' ? setting : `${name} ${setting}`))
          .join(', '),
      ],
    ],
  );
};

/**
 * Writes one section of RESULTS.md anew. What people have written outside of the sections stays.
 * @param {string} name
 * @param {string} text
 */
export const writeSection = (name, text) => {
  const [open, close] = [`<!-- measured: ${name} -->`, `<!-- end of ${name} -->`];
  const before = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '# What was measured\n';
  const section = `${open}\n\n${text.trim()}\n\n${close}`;
  const start = before.indexOf(open);
  const end = before.indexOf(close);
  const after =
    start >= 0 && end > start
      ? before.slice(0, start) + section + before.slice(end + close.length)
      : `${before.trimEnd()}\n\n${section}\n`;
  fs.writeFileSync(file, after);
};
