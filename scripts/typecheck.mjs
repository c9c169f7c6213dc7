// The type checks of `npm test` alone.
import path from 'node:path';
import { checks } from './launch/checks.mjs';
import { root } from './launch/places.mjs';
import { quietly } from './launch/progress.mjs';

for (const { title, program, args } of checks.filter((check) => check.program === 'tsc')) {
  try {
    await quietly(path.join(root, 'node_modules/.bin', program), args, { cwd: root });
    console.log(`  ✓ ${title}`);
  } catch (error) {
    console.log(`  ✗ ${title}\n${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
  }
}
