export { mailConstraints } from './constraints';
export { readSettings, type CurrentSettings } from './settings';
