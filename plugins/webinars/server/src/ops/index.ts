export { inWords, type InWords } from './difference-words';
export { createMetrics, type Metrics } from './metrics';
export { createMetricsDoor, metricsRoutes } from './metrics-door';
export { checksAdminRoutes, type CheckDoors } from './routes';
export {
  keepVerification,
  lastVerification,
  readVerification,
  readVerifications,
  verificationsConstraints,
  type PastVerification,
} from './verifications';
export { createVerify, verifySession, type Difference, type Verification, type VerifyOptions } from './verify';
