import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { requestsTo } from './request';
import { world } from './world';

export type Server = {
  url: string;
  pid: number;
  request: ReturnType<typeof requestsTo>;
  /** What it has printed so far. */
  output(): string;
  /** Ends it by a signal and waits until it is gone. Answers its exit code, or null where the signal ended it. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
};

const running = new Set<ChildProcess>();

const PATIENCE = 180_000;

/** Starts an instance in a process of its own, on a free port, with workers and heartbeat, and waits until it listens. */
export const startServer = async ({
  databaseUrl,
  env = {},
}: {
  databaseUrl: string;
  env?: NodeJS.ProcessEnv;
}): Promise<Server> => {
  const child = spawn(process.execPath, [path.join(world.root, 'scripts/serve.mjs')], {
    cwd: world.root,
    env: { ...world.childEnvironment, DATABASE_URL: databaseUrl, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let said = '';
  const gone = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  void gone.then(() => running.delete(child));

  const port = await new Promise<number>((resolve, reject) => {
    const patience = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`The server is not ready after ${PATIENCE} ms:\n${said}`));
    }, PATIENCE);
    const listen = (text: Buffer) => {
      said += text.toString();
      const ready = /^READY (.*)$/m.exec(said);
      if (!ready) return;
      clearTimeout(patience);
      resolve((JSON.parse(ready[1] ?? '{}') as { port: number }).port);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    void gone.then((code) => {
      clearTimeout(patience);
      reject(new Error(`The server ended with ${code} before it was ready:\n${said}`));
    });
  });

  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    pid: Number(child.pid),
    request: requestsTo(url),
    output: () => said,
    stop(signal = 'SIGTERM') {
      child.kill(signal);
      return gone;
    },
  };
};

/** Stops a server as an operator does. */
export const stopServer = (server: Server): Promise<number | null> => server.stop();

/** Ends every server that a test left behind. */
export const stopAllServers = async (): Promise<void> => {
  const left = [...running];
  for (const child of left) child.kill('SIGKILL');
  await Promise.all(left.map((child) => new Promise((resolve) => child.once('close', resolve))));
};
