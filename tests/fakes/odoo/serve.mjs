import { startOdoo } from './index.mjs';

// The fake in a process of its own: node tests/fakes/odoo/serve.mjs [PORT]. The first line says where it is and what opens it.
const odoo = await startOdoo({ port: Number(process.argv[2] ?? 0) });
const { url, database, login, key, staffKey } = odoo;
console.log(JSON.stringify({ url, database, login, key, staffKey }));

const stop = () => void odoo.stop().then(() => process.exit(0));
process.once('SIGTERM', stop);
process.once('SIGINT', stop);
