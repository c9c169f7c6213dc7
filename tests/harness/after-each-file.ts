import { stopAllServers } from './servers';

afterAll(stopAllServers);
