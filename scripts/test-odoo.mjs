// npm run test:odoo: what `npm test` asks of the fake Odoo, asked of a real one, by JSON-2 and by JSON-RPC. It makes events, people and leads
// there and leaves them, so it wants a database that is thrown away. Ends with one line for docs/odoo.md.
import { CODE, runJest } from './launch/jest.mjs';
import { prepare, requireNode } from './launch/prepare.mjs';
import { endChildren, PlainError } from './launch/progress.mjs';

const NEEDED = {
  ODOO_TEST_URL: 'the address of an Odoo whose data nobody needs, such as http://127.0.0.1:8069',
  ODOO_TEST_KEY: 'an API key of the account that keeps in step (docs/odoo.md says what it may do)',
  ODOO_TEST_STAFF_KEY: 'an API key of an administrator, who does by hand what staff do',
};

const PROTOCOLS = {
  'JSON-2': {
    env: {},
    args: ['--selectProjects', 'odoo', 'integration', '--testPathPatterns', 'fakes/odoo|odoo-contract'],
  },
  'JSON-RPC': {
    env: { ODOO_TEST_PROTOCOL: 'jsonrpc' },
    args: ['--selectProjects', 'integration', '--testPathPatterns', 'odoo-contract'],
  },
};

const requireTarget = () => {
  const missing = Object.entries(NEEDED).filter(([name]) => !process.env[name]);
  if (missing.length === 0) return;
  const lines = missing.map(([name, what]) => `  ${name}: ${what}`).join('\n');
  throw new PlainError(
    `There is no real Odoo to ask. Set in the environment:\n${lines}\n` +
      `  ODOO_TEST_DATABASE and ODOO_TEST_LOGIN, where they are not "odoo" and "webinar-sync": JSON-RPC names them.`,
  );
};

const readVersion = async () => {
  const url = `${process.env.ODOO_TEST_URL}/web/version`;
  try {
    const { version } = /** @type {{ version: string }} */ (await (await fetch(url)).json());
    return version;
  } catch {
    throw new PlainError(`${url} does not answer as an Odoo does. Is it running, and is this its address?`);
  }
};

process.on('SIGINT', () => void endChildren().then(() => process.exit(130)));
process.on('SIGTERM', () => void endChildren().then(() => process.exit(143)));

try {
  requireNode();
  requireTarget();
  const version = await readVersion();
  await prepare({ withAdmin: false });
  const told = [];
  let failures = 0;
  for (const [protocol, { env, args }] of Object.entries(PROTOCOLS)) {
    console.log(`\n  By ${protocol}`);
    const { passed, failed } = await runJest(CODE, args, { ...process.env, ...env });
    told.push(`${protocol}: ${passed} passed, ${failed} failed`);
    failures += failed;
  }
  console.log(`\nOdoo ${version}, ${new Date().toISOString().slice(0, 10)}. ${told.join('. ')}.`);
  process.exitCode = failures === 0 ? 0 : 1;
} catch (error) {
  console.error(error instanceof PlainError ? `\n${error.message}` : error);
  process.exitCode = error instanceof PlainError ? 2 : 1;
}
