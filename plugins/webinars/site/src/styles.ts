import { GROUND, paletteOf } from './palette';

const tokens = (colour: string): string => {
  const { light, dark, onLight, onDark } = paletteOf(colour);
  const [page, sunken, line] = GROUND.light;
  const [darkPage, darkRaised, darkLine] = GROUND.dark;
  return `
:root {
  color-scheme: light dark;
  --accent: ${light}; --on-accent: ${onLight};
  --page: ${sunken}; --card: ${page}; --line: #d9d9e3; --soft: ${line};
  --ink: #1b1b26; --ink-soft: #545466;
  --good: #1d6b3a; --good-ground: #e6f4ea; --warn: #7a4a00; --warn-ground: #fdf1da; --bad: #a3202c; --bad-ground: #fceaea;
  --space: 1rem; --round: .625rem;
  --shadow: 0 1px 2px rgb(20 20 40 / .06), 0 8px 24px rgb(20 20 40 / .06);
}
@media (prefers-color-scheme: dark) {
  :root {
    --accent: ${dark}; --on-accent: ${onDark};
    --page: ${darkPage}; --card: ${darkRaised}; --line: #3a3a4a; --soft: ${darkLine};
    --ink: #f0f0f5; --ink-soft: #b4b4c4;
    --good: #8fd6a8; --good-ground: #16301f; --warn: #f0c674; --warn-ground: #35290f; --bad: #ff9c9c; --bad-ground: #3b1a1d;
    --shadow: none;
  }
}`;
};

const RULES = `
* { box-sizing: border-box; }
html { font: 100%/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; -webkit-text-size-adjust: 100%; }
body { margin: 0; min-height: 100vh; display: flex; flex-direction: column; background: var(--page); color: var(--ink); }
h1, h2, legend { line-height: 1.25; text-wrap: balance; }
h1 { font-size: clamp(1.5rem, 1.2rem + 1.6vw, 2.125rem); margin: 0 0 .5rem; letter-spacing: -.015em; }
h2, legend { font-size: 1.0625rem; font-weight: 650; margin: 0 0 .75rem; }
legend { padding: 0; }
p { margin: 0 0 var(--space); max-width: 62ch; }
p:last-child { margin-bottom: 0; }
a { color: var(--accent); text-underline-offset: .18em; text-decoration-thickness: .08em; }
a:hover { text-decoration-thickness: .14em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; border-radius: .25rem; }
main:focus { outline: none; }
.skip { position: absolute; left: var(--space); top: -4rem; padding: .5rem var(--space); background: var(--card); z-index: 1; }
.skip:focus { top: .5rem; }
.column { width: 100%; max-width: 44rem; margin-inline: auto; padding-inline: 1.25rem; }
.top { display: flex; align-items: center; justify-content: space-between; gap: var(--space); padding-block: 1.25rem; }
.brand { display: inline-flex; align-items: center; gap: .625rem; font-weight: 650; color: inherit; text-decoration: none; }
a.brand:hover { text-decoration: underline; }
.brand img { max-height: 2.25rem; max-width: 12rem; display: block; }
main { flex: 1; padding-block: 1rem 3rem; }
.foot { padding-block: 1.5rem 2rem; color: var(--ink-soft); font-size: .9375rem; }
.lead { font-size: 1.0625rem; color: var(--ink-soft); }
.card { background: var(--card); border: 1px solid var(--line); border-radius: var(--round); box-shadow: var(--shadow); padding: 1.375rem 1.5rem; margin-block: 1.25rem; }
.badge { display: inline-block; margin-bottom: .75rem; padding: .1875rem .75rem; border-radius: 99px; font-size: .875rem; font-weight: 600; background: var(--soft); color: var(--ink); }
.good { background: var(--good-ground); color: var(--good); }
.warn { background: var(--warn-ground); color: var(--warn); }
.bad { background: var(--bad-ground); color: var(--bad); }
.notice { border-radius: var(--round); padding: .875rem 1.125rem; margin-bottom: 1.25rem; border-left: .25rem solid currentColor; }
.notice h2 { margin: 0 0 .375rem; }
.notice ul { margin: 0; padding-left: 1.125rem; }
.notice a { color: inherit; }
dl { display: grid; grid-template-columns: minmax(7rem, max-content) 1fr; gap: .5rem 1.5rem; margin: 0; }
dt { color: var(--ink-soft); }
dd { margin: 0; overflow-wrap: anywhere; white-space: pre-line; }
.acts { display: flex; flex-wrap: wrap; align-items: center; gap: .75rem 1.25rem; margin-top: 1.25rem; }
.links { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; }
.button { display: inline-block; font: inherit; font-weight: 600; line-height: 1.3; padding: .6875rem 1.25rem; min-height: 2.75rem; border: 1px solid transparent; border-radius: .5rem; background: var(--accent); color: var(--on-accent); text-decoration: none; cursor: pointer; }
.button:hover { filter: brightness(.93); text-decoration: none; }
.quiet { background: transparent; color: var(--ink); border-color: var(--ink-soft); }
.danger { background: var(--bad); color: var(--card); }
fieldset { border: 0; margin: 0 0 1.75rem; padding: 0; min-width: 0; }
.field { margin-bottom: 1.125rem; }
.pair { display: grid; gap: 0 1.125rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)); }
.field > label { display: block; font-weight: 550; margin-bottom: .3125rem; }
.optional, .hint { color: var(--ink-soft); font-weight: 400; font-size: .9375rem; }
.hint { margin: .25rem 0 0; }
.fault { margin: .3125rem 0 0; color: var(--bad); font-weight: 550; }
input:not([type=radio], [type=checkbox]), textarea, select { width: 100%; font: inherit; color: var(--ink); background: var(--page); border: 1px solid var(--ink-soft); border-radius: .4375rem; padding: .5625rem .75rem; min-height: 2.75rem; }
textarea { min-height: 6.5rem; resize: vertical; }
[aria-invalid=true] { border-color: var(--bad) !important; border-width: 2px !important; }
input[type=radio], input[type=checkbox] { width: 1.25rem; height: 1.25rem; margin: .125rem 0 0; flex: none; accent-color: var(--accent); }
.choice { display: flex; gap: .75rem; padding-block: .5rem; cursor: pointer; }
.choice strong { display: block; font-weight: 550; }
.stars .choice { padding-block: .375rem; }
.countdown { font-size: clamp(1.5rem, 1.2rem + 2vw, 2.25rem); font-weight: 650; letter-spacing: -.01em; font-variant-numeric: tabular-nums; margin-bottom: .75rem; }
@media (max-width: 30rem) { dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: .625rem; } .card { padding: 1.125rem; } }
@media print { .top nav, .acts, .skip { display: none; } body { background: none; } .card { box-shadow: none; } }
`;

const compact = (css: string): string => css.replace(/\s*\n\s*/g, '').trim();

/** The one stylesheet, in the brand's colour. */
export const stylesOf = (colour: string): string => compact(tokens(colour) + RULES);
