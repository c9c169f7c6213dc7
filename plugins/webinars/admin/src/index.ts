import { PresentationChart } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { translateContent } from './content/translate-content';
import { registerFields } from './fields/register';
import { addPanels } from './panels/add-panels';
import { PERMISSIONS } from './permissions';
import { PLUGIN_ID } from './plugin-id';
import { label } from './translate';
import { loadTexts } from './translations/load';

export default {
  register(app: StrapiApp) {
    registerFields(app);
    app.addMenuLink({
      to: `plugins/${PLUGIN_ID}`,
      icon: PresentationChart,
      intlLabel: label('menu'),
      // Whoever may open one of its pages sees it.
      permissions: [
        ...PERMISSIONS.readOverview,
        ...PERMISSIONS.readRegistrations,
        ...PERMISSIONS.readSessions,
        ...PERMISSIONS.readMails,
        ...PERMISSIONS.sendMails,
        ...PERMISSIONS.setMails,
        ...PERMISSIONS.readPartners,
        ...PERMISSIONS.setPartners,
        ...PERMISSIONS.readHistory,
        ...PERMISSIONS.setProgramme,
        ...PERMISSIONS.manageJobs,
        ...PERMISSIONS.verify,
      ],
      // After the Content Manager, before the Media Library.
      position: 2,
      Component: () => import('./pages/Pages'),
    });
    app.widgets.register((others) => [
      {
        id: 'programme',
        pluginId: PLUGIN_ID,
        icon: PresentationChart,
        title: label('widget.title'),
        link: { label: label('widget.link'), href: `/plugins/${PLUGIN_ID}` },
        permissions: PERMISSIONS.readOverview,
        component: async () => (await import('./widget/Widget')).ProgrammeWidget,
      },
      ...others,
    ]);
    app.registerPlugin({ id: PLUGIN_ID, name: PLUGIN_ID });
  },

  bootstrap(app: StrapiApp) {
    addPanels(app);
    translateContent(app);
  },

  registerTrads: ({ locales }: { locales: string[] }) =>
    Promise.all(locales.map(async (locale) => ({ locale, data: await loadTexts(locale) }))),
};
