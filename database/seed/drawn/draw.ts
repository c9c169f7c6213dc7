import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRandom } from '../random';
import { SPEAKERS } from '../words/speakers';
import { TOPICS } from '../words/topics';
import { handout } from './handouts';
import * as motifs from './motifs';
import { portrait, type Likeness } from './portraits';
import { circle, el, picture, rect, type Palette } from './svg';

const palette = (deep: string, mid: string, bright: string, accent: string, ink = '#f8fafc'): Palette => ({
  deep,
  mid,
  bright,
  accent,
  ink,
});

const ART: Record<string, [motifs.Motif, Palette]> = {
  'cloud-costs': [motifs.cloudBars, palette('#0b2a6f', '#1d4ed8', '#7cc4ff', '#ffb454')],
  'odoo-manufacturing': [motifs.gears, palette('#2e1065', '#6d28d9', '#c4a7ff', '#ffd166')],
  'ai-at-work': [motifs.network, palette('#500724', '#be185d', '#f9a8d4', '#fde047')],
  'rag-workshop': [motifs.sheets, palette('#1e1b4b', '#4338ca', '#a5b4fc', '#f97316')],
  'gdpr-practice': [motifs.shield, palette('#042f2e', '#0f766e', '#5eead4', '#f43f5e')],
  'nis2-board': [motifs.radar, palette('#052e16', '#15803d', '#86efac', '#fbbf24')],
  'supply-signals': [motifs.routes, palette('#431407', '#c2410c', '#fdba74', '#fde047')],
  'remote-leadership': [motifs.arcs, palette('#78350f', '#d97706', '#fcd34d', '#7f1d1d', '#fffbeb')],
  'e-invoicing': [motifs.invoice, palette('#083344', '#0e7490', '#67e8f9', '#f59e0b')],
  'process-mining': [motifs.streams, palette('#082f49', '#0369a1', '#7dd3fc', '#fb7185')],
  'sustainability-report': [motifs.leaves, palette('#14311b', '#3f6212', '#a3e635', '#facc15', '#f7fee7')],
  'postgres-platform': [motifs.stacks, palette('#172554', '#3730a3', '#93c5fd', '#34d399')],
  'go-live-change': [motifs.steps, palette('#4a044e', '#a21caf', '#f0abfc', '#fbbf24')],
  'b2b-pricing': [motifs.facets, palette('#3b0764', '#86198f', '#e9a8ff', '#fb923c')],
  'digital-sovereignty': [motifs.ring, palette('#0f172a', '#1e40af', '#93c5fd', '#facc15')],
  'ai-act': [motifs.balance, palette('#1f2937', '#475569', '#94a3b8', '#38bdf8')],
  'first-robots': [motifs.pixels, palette('#1e293b', '#334155', '#94a3b8', '#fb7185')],
};

const LIKENESSES: Record<string, Omit<Likeness, 'initials' | 'colors'>> = {
  brandt: { skin: '#f2cdb4', hair: '#7a4a2b', cut: 'bob', clothes: '#1e293b', collar: 'blazer', glasses: true },
  lindner: { skin: '#efc6a6', hair: '#a9793f', cut: 'short', clothes: '#334155', collar: 'shirt', beard: true },
  okafor: { skin: '#7a4a2e', hair: '#1c1311', cut: 'curls', clothes: '#f59e0b', collar: 'round' },
  petersen: { skin: '#f5d5c0', hair: '#d9b877', cut: 'bun', clothes: '#0f172a', collar: 'blazer' },
  iyer: { skin: '#a9714b', hair: '#2a2422', cut: 'crop', clothes: '#1e3a5f', collar: 'shirt', glasses: true },
  marchetti: { skin: '#e7b893', hair: '#2f1d16', cut: 'long', clothes: '#9f1239', collar: 'round' },
  demir: { skin: '#d9a47c', hair: '#241a17', cut: 'short', clothes: '#0f172a', collar: 'blazer', beard: true },
  fontaine: { skin: '#f3cfb7', hair: '#9ca3af', cut: 'bob', clothes: '#166534', collar: 'blazer' },
  weidmann: { skin: '#f0c9ab', hair: '#5b3a22', cut: 'crop', clothes: '#0c4a6e', collar: 'round', glasses: true },
  kimani: { skin: '#8a5636', hair: '#1a1210', cut: 'bun', clothes: '#6d28d9', collar: 'blazer' },
  nguyen: { skin: '#f0cba6', hair: '#17120f', cut: 'long', clothes: '#0f766e', collar: 'round', glasses: true },
  kowalczyk: { skin: '#f1caae', hair: '#6b4423', cut: 'bald', clothes: '#374151', collar: 'shirt', beard: true },
  haugen: { skin: '#f4d3bd', hair: '#c9a45c', cut: 'short', clothes: '#475569', collar: 'round' },
};

/** A topic's picture in any size; the same topic always looks the same. */
const topicPicture = (key: string, width: number, height: number): string => {
  const art = ART[key];
  if (!art) throw new Error(`No picture is designed for the topic ${key}.`);
  const [motif, colors] = art;
  const drawn = motif({ width, height, random: createRandom(`picture ${key}`), palette: colors });
  return picture(
    width,
    height,
    el(
      'defs',
      {},
      el(
        'linearGradient',
        { id: 'g', x1: 0, y1: 0, x2: 1, y2: 1 },
        el('stop', { offset: 0, 'stop-color': colors.mid }),
        el('stop', { offset: 1, 'stop-color': colors.deep }),
      ),
    ),
    rect(0, 0, width, height, { fill: 'url(#g)' }),
    circle(width * 0.86, height * 0.1, height * 0.5, { fill: colors.bright, opacity: 0.1 }),
    circle(width * 0.08, height * 0.96, height * 0.4, { fill: colors.bright, opacity: 0.08 }),
    drawn,
  );
};

/** What attendees get on paper; a draft has none yet. */
const handouts = (): [string, string][] =>
  TOPICS.filter((topic) => topic.state !== 'draft').flatMap((topic) => {
    const colors = ART[topic.key]?.[1];
    if (!colors) throw new Error(`No colours are designed for the topic ${topic.key}.`);
    const locales = (['en', 'de'] as const).filter((locale) => topic.title[locale] !== undefined);
    return locales.map((locale): [string, string] => [
      `handouts/${topic.key}-${locale}.html`,
      handout(topic, locale, colors),
    ]);
  });

/** Draws every picture and handout of the demonstration into a folder. Returns their names. */
export const drawPictures = (folder: string): string[] => {
  const files: [string, string][] = [];
  for (const { key } of TOPICS) {
    files.push(
      [`topics/${key}.svg`, topicPicture(key, 800, 450)],
      [`topics/${key}-wide.svg`, topicPicture(key, 1200, 630)],
    );
  }
  for (const { key, firstName, lastName, brandColors } of SPEAKERS) {
    const likeness = LIKENESSES[key];
    if (!likeness) throw new Error(`No portrait is designed for ${firstName} ${lastName}.`);
    const initials = `${firstName[0]}${lastName[0]}`;
    files.push([`speakers/${key}.svg`, portrait({ ...likeness, initials, colors: brandColors })]);
  }
  files.push(...handouts());
  for (const part of ['topics', 'speakers', 'handouts']) mkdirSync(join(folder, part), { recursive: true });
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
  return files.map(([name]) => name);
};
