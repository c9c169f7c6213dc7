import type { TopicWords } from '../words/topics';
import type { Palette } from './svg';

const WORDS = {
  en: {
    take: 'What you take home',
    plan: 'How we spend the time',
    before: 'Before we start',
    who: 'For whom',
    notes: 'Your notes',
    minutes: 'min',
    brand: 'Magnetiq webinars',
  },
  de: {
    take: 'Was Sie mitnehmen',
    plan: 'Wie wir die Zeit nutzen',
    before: 'Bevor es losgeht',
    who: 'Für wen',
    notes: 'Ihre Notizen',
    minutes: 'Min.',
    brand: 'Magnetiq Webinare',
  },
} as const;

const escape = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

const STYLE = (palette: Palette) => `
body{margin:0 auto;max-width:44rem;padding:2rem 1.25rem;font:1rem/1.55 system-ui,sans-serif;color:#111827;background:#fff}
header{border-top:.6rem solid ${palette.mid};padding-top:1.25rem}
p.brand{margin:0;color:#4b5563;font-size:.85rem;letter-spacing:.04em}
h1{margin:.25rem 0 1rem;font-size:1.9rem;line-height:1.2;color:${palette.deep}}
h2{margin:1.75rem 0 .5rem;font-size:1.05rem;color:${palette.deep}}
dl{display:grid;grid-template-columns:4.5rem 1fr;gap:.3rem 1rem;margin:0}dt{font-variant-numeric:tabular-nums;color:#4b5563}dd{margin:0}
div.notes{height:14rem;background:repeating-linear-gradient(#fff 0 1.9rem,#d1d5db 1.9rem calc(1.9rem + 1px))}
@media print{body{padding:0}}`;

/** One printable page about a topic, in one language. */
export const handout = (topic: TopicWords, locale: 'en' | 'de', palette: Palette): string => {
  const words = WORDS[locale];
  const title = topic.title[locale] ?? topic.title.en;
  const paragraphs = topic.description[locale] ?? topic.description.en;
  const objectives = topic.objectives[locale] ?? topic.objectives.en;
  const agenda = topic.agenda.map(
    ([offset, text]) => `<dt>${offset} ${words.minutes}</dt><dd>${escape(text[locale] ?? text.en)}</dd>`,
  );
  return `<!doctype html>
<html lang="${locale}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escape(title)}</title>
<style>${STYLE(palette)}
</style>
<body>
<header><p class="brand">${words.brand}</p><h1>${escape(title)}</h1></header>
<main>
${paragraphs.map((text) => `<p>${escape(text)}</p>`).join('\n')}
<h2>${words.take}</h2>
<ul>${objectives.map((text) => `<li>${escape(text)}</li>`).join('')}</ul>
<h2>${words.plan}</h2>
<dl>${agenda.join('')}</dl>
<h2>${words.before}</h2>
<p>${escape(topic.prerequisites[locale] ?? topic.prerequisites.en)}</p>
<h2>${words.who}</h2>
<p>${escape(topic.audience[locale] ?? topic.audience.en)}</p>
<h2>${words.notes}</h2>
<div class="notes"></div>
</main>
</body>
</html>
`;
};
