export { registerCustomFields } from './custom-fields';
