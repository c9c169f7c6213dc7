export { createLetters } from './compose';
