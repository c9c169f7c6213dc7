import type { StrapiApp } from '@strapi/strapi/admin';
import { german } from './german';
import logo from './logo.svg';
import { keepQuiet } from './quiet';

keepQuiet();

// Our content has no drafts of Strapi's kind, so these would stay empty for ever, and the profile is one click away as it is.
const POINTLESS = ['last-published-entries', 'chart-entries', 'profile-info'];

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
        'app.components.ToggleCheckbox.off-label': 'No',
        'app.components.ToggleCheckbox.on-label': 'Yes',
      },
      de: german,
    },
  },
  register(app: StrapiApp) {
    app.widgets.register((widgets) => widgets.filter(({ id }) => !POINTLESS.includes(id)));
  },
  bootstrap() {},
};
