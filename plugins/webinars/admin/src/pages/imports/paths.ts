/** Where the server answers about imports. */
export const IMPORTS_PATH = '/webinars-admin/imports';
