import { stopAllServers } from './servers';

// For what never comes. Whoever is only slow, on a machine that others use as well, gets there.
jest.setTimeout(300_000);

afterAll(stopAllServers);
