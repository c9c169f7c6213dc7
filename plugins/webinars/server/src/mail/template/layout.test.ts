import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { LAYOUT } from './layout.generated';

const root = path.resolve(__dirname, '../../../../../..');

describe('the layout', () => {
  it('is what its MJML says', async () => {
    await promisify(execFile)(process.execPath, [path.join(root, 'scripts/layouts.mjs'), '--check'], { cwd: root });
  }, 60_000);

  it('is small, and fetches nothing', () => {
    expect(Buffer.byteLength(LAYOUT)).toBeLessThan(10_000);
    expect(LAYOUT).not.toMatch(/<img|<link|<script|@import|url\(|fonts\.g/);
  });

  it('knows dark and light, and has a place for every part', () => {
    expect(LAYOUT).toContain('<meta name="color-scheme" content="light dark"');
    expect(LAYOUT).toContain('prefers-color-scheme: dark');
    expect(LAYOUT).toContain('[data-ogsc]');
    for (const part of ['LOCALE', 'BRAND', 'BODY', 'FOOTER']) expect(LAYOUT).toContain(`%%${part}%%`);
  });
});
