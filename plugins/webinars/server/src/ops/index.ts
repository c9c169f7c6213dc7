export { createMetrics, type Metrics } from './metrics';
export { createMetricsDoor, metricsRoutes } from './metrics-door';
export { keepVerification, lastVerification, verificationsConstraints, type PastVerification } from './verifications';
export { createVerify, verifySession, type Difference, type Verification } from './verify';
