export { createVerify, type Difference, type Verification } from './verify';
