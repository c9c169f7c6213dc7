import { stopAllServers } from './servers';

jest.setTimeout(30_000);

afterAll(stopAllServers);
