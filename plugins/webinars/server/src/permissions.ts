/** What an administrator may be allowed to do, in Strapi's RBAC. */
export const permissions = [
  {
    section: 'plugins',
    displayName: 'Approve and reject registrations',
    uid: 'registrations.decide',
    pluginName: 'webinars',
  },
];
