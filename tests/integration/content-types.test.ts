import { spawnSync } from 'node:child_process';
import { world } from '../harness';

describe('the generated types', () => {
  it('are those of the content types', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/types.mjs', '--check'], {
      cwd: world.root,
      env: world.childEnvironment,
      encoding: 'utf8',
    });
    expect([status, stdout + stderr]).toEqual([0, '']);
  });
});
