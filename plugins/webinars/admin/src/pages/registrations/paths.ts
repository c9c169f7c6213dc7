/** Where the server has registrations. */
export const ROSTER_PATH = '/webinars-admin/registrations';
