// Compiles the mails' layout from MJML, which the server need not carry. With --check it only says whether what is committed is current.
import { createRequire } from 'node:module';
import fs from 'node:fs';
import path from 'node:path';
import * as prettier from 'prettier';
import { root } from './launch/places.mjs';

const folder = path.join(root, 'plugins/webinars/server/src/mail/template');
const source = path.join(folder, 'layout.mjml');
const target = path.join(folder, 'layout.generated.ts');
const isCheck = process.argv.includes('--check');

const mjml = createRequire(path.join(root, 'plugins/webinars/package.json'))('mjml');
const { html, errors } = await mjml(fs.readFileSync(source, 'utf8'), {
  validationLevel: 'strict',
  keepComments: false,
  // No font is fetched from anywhere.
  fonts: {},
});
if (errors.length > 0) throw new Error(errors.map((/** @type {any} */ error) => error.formattedMessage).join('\n'));

// Every mail carries the layout: indentation and empty lines are left at home.
const small = html
  .replace(/[ \t]*\n\s*/g, '\n')
  .replace(/>\n</g, '><')
  .replace(/<(\w+)\n/g, '<$1 ')
  .replace(/ {2,}/g, ' ')
  .replace(/ style=""/g, '')
  .replace(/"\n>/g, '">')
  .trim();
const text = await prettier.format(
  `// Written by \`npm run layouts\` from layout.mjml.
/** The frame of every mail, with Liquid in it and %%…%% where its parts go. */
export const LAYOUT = ${JSON.stringify(small)};
`,
  { ...(await prettier.resolveConfig(target)), filepath: target },
);

if (isCheck) {
  if (!fs.existsSync(target) || fs.readFileSync(target, 'utf8') !== text) {
    console.error('layout.generated.ts is not what layout.mjml says: run `npm run layouts` and commit what it writes.');
    process.exitCode = 1;
  }
} else {
  fs.writeFileSync(target, text);
  console.log(`  ${path.relative(root, target)} is written (${small.length} characters).`);
}
