const action = (uid: string, displayName: string, subCategory: string) => ({
  section: 'plugins',
  pluginName: 'webinars',
  subCategory,
  uid,
  displayName,
});

/** What an administrator may be allowed to do, in Strapi's RBAC: exactly what an endpoint of ours asks for. */
export const permissions = [
  action('overview.read', "See the programme's numbers", 'programme'),
  action('verify', 'Check the invariants', 'programme'),
  action('history.read', 'See who changed what, and when', 'programme'),
  action('sessions.read', 'See the list, board and calendar of sessions', 'sessions'),
  action('sessions.manage', 'Duplicate, publish, move and cancel sessions, and change their capacity', 'sessions'),
  action('registrations.decide', 'Approve and reject registrations', 'registrations'),
  action('mail.read', 'Read mails and see whether they arrived', 'mail'),
  action('mail.send', 'Write to registrants and send mails again', 'mail'),
  action('mail.settings', 'Change templates, brand and the reminder plan', 'mail'),
  action('partners.read', 'See what is in step with partners such as Odoo', 'partners'),
  action('partners.manage', 'Test, repair and replay what partners did not take', 'partners'),
  action('partners.settings', 'Change what is sent to partners', 'partners'),
];
