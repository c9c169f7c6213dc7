import { type Template } from './liquid';
export const quicken = (templates: Template[]): Template[] => templates;
