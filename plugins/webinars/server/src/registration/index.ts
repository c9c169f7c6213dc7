export { registrationConstraints, countRegistrations } from './constraints';
export { createRegistrationController, idempotencyOf, receiptOf, refusal, type Ctx, type DoorDeps } from './controller';
export type { Deps as RegistrationDeps } from './deps';
export { asStrapiError, useDocumentDoors } from './documents';
export { extendGraphql } from './graphql';
export { releaseSeatsJob, sessionsWithForgottenSeats, sessionsWithLapsedHolds } from './jobs';
export { dataOf, parseForm, parseIn } from './parse-form';
export type { RegistrationPorts, StartCheckout } from './ports';
export type { Prefill } from './prefill';
export type { Outcome } from './register';
export {
  CANCEL_REASONS,
  HOLDING,
  holdsSeat,
  mayBecome,
  REGISTRATION_STATES,
  type RegistrationState,
} from './registration';
export { createRegistrations, type Registrations } from './registrations';
export { registrationAdminRoutes, registrationRoutes } from './routes';
