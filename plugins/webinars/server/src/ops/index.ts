export { keepVerification, lastVerification, verificationsConstraints, type PastVerification } from './verifications';
export { createVerify, type Difference, type Verification } from './verify';
