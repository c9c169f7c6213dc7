import logo from './logo.svg';

// Everything the admin shows is served by this instance: nothing here asks another server for news, pictures or lessons.
export default {
  config: {
    locales: ['de'],
    auth: { logo },
    menu: { logo },
    notifications: { releases: false },
    tutorials: false,
    translations: {
      en: {
        'Auth.form.welcome.title': 'Webinars',
        'Auth.form.welcome.subtitle': 'Log in to the webinar programme',
      },
      de: {
        'Auth.form.welcome.title': 'Webinare',
        'Auth.form.welcome.subtitle': 'Anmelden zum Webinarprogramm',
      },
    },
  },
  bootstrap() {},
};
