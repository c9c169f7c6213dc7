/** Where the server has them. */
export const CONSENTS_API = '/webinars-admin/consents';
