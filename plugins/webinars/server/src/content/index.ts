export { auditWrites } from './audit-writes';
export { configureContentManager, noteAdministratorsChanges } from './content-manager';
export { registerCustomFields } from './custom-fields';
export { prepareFirstStart } from './first-start';
export { readInLocaleOverGraphql } from './graphql';
export { readInLocale } from './locale-reading';
export { restrictPublicReads } from './public-reads';
export { checkWrites } from './write-rules';
export { forgetLanguageOfPages, keepLanguageOfPeople } from './single-language';
