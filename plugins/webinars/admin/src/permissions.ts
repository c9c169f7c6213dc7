/** What a reader must be allowed to do, as the server registers it in `permissions.ts`. */
export const PERMISSIONS = {
  readOverview: [{ action: 'plugin::webinars.overview.read', subject: null }],
  verify: [{ action: 'plugin::webinars.verify', subject: null }],
};
