export { registerCustomFields } from './custom-fields';
export { prepareFirstStart } from './first-start';
export { readInLocale, readInLocaleOverGraphql } from './locale-reading';
export { restrictPublicReads } from './public-reads';
