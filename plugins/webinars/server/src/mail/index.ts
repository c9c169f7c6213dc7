export { isWanted, readPreferences, type Preferences } from './addresses';
export { createMailAdminController } from './admin-controller';
export { mailAdminRoutes } from './admin-routes';
export { bounceRoutes, createBounceController } from './bounce-door';
export { requestConsents, type ConsentAsk } from './consent';
export { brandOf } from './brand';
export { findSessions } from './choices';
export { mailConstraints } from './constraints';
export { createPreferencesController } from './controller';
export { createMail, type MailService } from './create-mail';
export type { Mail, SkipReason } from './mail';
export type { Composed, Letters } from './ports';
export { createPreferences, type PreferencesUseCases } from './preferences';
export { categoryOf } from './prepare';
export { preferencesRoutes } from './routes';
export { beginPlan, readSettings, type CurrentSettings } from './settings';
export {
  createMailForesight,
  createMailWriter,
  writeOptIns,
  writeToManager,
  writeWished,
  type Foreseen,
  type MailSubscription,
} from './write';
