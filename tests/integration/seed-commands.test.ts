import { spawn } from 'node:child_process';
import path from 'node:path';
import pg from 'pg';
import { freshDatabase, world } from '../harness';

type Run = { code: number | null; out: string; err: string };

const run = (script: string, args: string[], databaseUrl: string): Promise<Run> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(world.root, 'scripts', script), ...args], {
      cwd: world.root,
      env: { ...world.childEnvironment, DATABASE_URL: databaseUrl },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (text) => (out += text));
    child.stderr.on('data', (text) => (err += text));
    child.once('close', (code) => resolve({ code, out, err }));
  });

const tell = async (databaseUrl: string, ...statements: string[]): Promise<void> => {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
};

describe('npm run seed and npm run webinars', () => {
  let databaseUrl: string;
  beforeAll(async () => {
    databaseUrl = await freshDatabase();
  });

  it('fills an empty database', async () => {
    const first = await run('seed.mjs', [], databaseUrl);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toMatch(/17 topics, 13 speakers, 79 sessions, [\d]+ registrations/);
  });

  it('finds nothing to mend, in one line', async () => {
    const { code, out, err } = await run('webinars.mjs', ['verify'], databaseUrl);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.trim().split('\n')).toHaveLength(1);
    expect(out).toContain('everything is as it should be');
  });

  it('shows what differs, and mends it on request', async () => {
    await tell(
      databaseUrl,
      'alter table sessions disable trigger webinars_guard_session',
      `update sessions set registration_count = registration_count + 3 where id = (select min(id) from sessions where state = 'completed')`,
      'alter table sessions enable trigger webinars_guard_session',
    );
    const seen = await run('webinars.mjs', ['verify'], databaseUrl);
    expect(seen.code).toBe(1);
    expect(seen.out).toMatch(/counters .*can be mended/);
    const mended = await run('webinars.mjs', ['verify', '--repair'], databaseUrl);
    expect(mended.code).toBe(0);
    expect(mended.out).toMatch(/^1 difference mended\.\n.*everything is as it should be\.$/m);
  });

  it('adds a large data set beside what is there', async () => {
    const { code, out, err } = await run(
      'seed.mjs',
      ['--sessions', '10', '--registrations', '1_000', '--waiting'],
      databaseUrl,
    );
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('10 sessions and 1,000 registrations');
  });

  it.each([
    ['webinars.mjs', []],
    ['webinars.mjs', ['verfy']],
    ['webinars.mjs', ['verify', '--mend']],
    ['seed.mjs', ['--registrations', '5']],
    ['seed.mjs', ['--sessions', 'many', '--registrations', '5']],
    ['seed.mjs', ['--session', '5']],
  ])('%s %j is answered with the usage', async (script, args) => {
    const { code, out, err } = await run(script, args, databaseUrl);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('Usage: npm run');
  });

  it.each(['webinars.mjs', 'seed.mjs'])('%s explains itself', async (script) => {
    const { code, out } = await run(script, ['--help'], databaseUrl);
    expect(code).toBe(0);
    expect(out).toContain('Usage: npm run');
  });
});
