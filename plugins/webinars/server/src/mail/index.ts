export { isWanted, readPreferences, type Preferences } from './addresses';
export { requestConsents, type ConsentAsk } from './consent';
export { mailConstraints } from './constraints';
export { createPreferencesController } from './controller';
export { createPreferences, type PreferencesUseCases } from './preferences';
export { preferencesRoutes } from './routes';
export { readSettings, type CurrentSettings } from './settings';
