export {
  compileTemplate,
  type CompiledTemplate,
  type CompileOptions,
  type RenderedLetter,
  type TemplateSource,
} from './compile';
export { DEFAULT_TEMPLATES } from './defaults';
export { type TemplateFault } from './faults';
export { defaultHash } from './hash';
export { sampleVariables, sparseVariables } from './sample';
export { FILTERS, PARTIAL_LIST, VARIABLES } from './variables';
