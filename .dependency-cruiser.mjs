const SERVER = '^plugins/webinars/server/src';

/** From inside to outside: each slice may import those before it, and the kernel and the contracts always. */
const INNER = [
  'audit',
  'jobs',
  'programme',
  'consents',
  'mail',
  'partners',
  'sessions',
  'capacity',
  'registration',
  'selections',
];

/** The files whose task is to speak to Strapi; the content slice is how Strapi shows the four types. */
const STRAPI_SPEAKERS = [
  `${SERVER}/kernel/database\\.ts$`,
  `${SERVER}/[^/]+/(queries|routes|controller|graphql|documents)\\.ts$`,
  `${SERVER}/content/`,
  '\\.test\\.ts$',
];

/** @param {string} name @param {string} comment @param {object} from @param {object} to */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const inward = INNER.map((slice, index) =>
  forbid(
    `${slice}-looks-inward`,
    `${slice} may import only what stands further inside: ${['kernel', 'contracts', ...INNER.slice(0, index)].join(', ')}.`,
    { path: `${SERVER}/${slice}/` },
    { path: `${SERVER}/`, pathNot: `${SERVER}/(kernel|${INNER.slice(0, index + 1).join('|')})/` },
  ),
);

/** Each client has one importer, so that replacing it is one file's work. */
const CLIENTS = {
  'csv-parse': 'intake/csv',
  'csv-stringify': 'kernel/csv',
  'dejavu-fonts-ttf': 'exports/pdf',
  'graphile-worker': 'jobs/workers',
  'i18n-iso-countries': 'intake/countries',
  'ical-generator': 'calendar/ics',
  'node-cron': 'jobs/heartbeat',
  liquidjs: 'mail/template/liquid',
  luxon: 'kernel/time',
  'markdown-it': 'mail/template/markdown',
  pdfkit: 'exports/pdf',
  'prom-client': 'ops/metrics',
  'proxy-addr': 'kernel/visitor',
  'rate-limiter-flexible': 'kernel/visitor',
  'timezones-ical-library': 'calendar/zones',
  yazl: 'exports/xlsx',
};

/** The same for the pages. */
const SITE = '^plugins/webinars/site/src';
const SITE_CLIENTS = { 'preact-render-to-string': 'render', 'intl-messageformat': 'text/words' };

const siteClients = Object.entries(SITE_CLIENTS).map(([client, importer]) =>
  forbid(
    `one-importer-of-${client}`,
    `Only ${importer}.ts of the pages imports ${client}.`,
    { path: [SITE, SERVER], pathNot: `${SITE}/${importer}\\.ts$` },
    { path: `node_modules/${client}/` },
  ),
);

const clients = Object.entries(CLIENTS).map(([client, importer]) =>
  forbid(
    `one-importer-of-${client}`,
    `Only ${importer}.ts imports ${client}; a test may read with it what another wrote.`,
    { path: SERVER, pathNot: [`${SERVER}/${importer}\\.ts$`, '\\.test\\.ts$'] },
    { path: `node_modules/${client}/` },
  ),
);

export default {
  forbidden: [
    forbid('no-cycles', 'There are no cycles, not even of types.', {}, { circular: true }),
    forbid('nothing-missing', 'What is imported exists.', {}, { couldNotResolve: true }),
    forbid(
      'nothing-undeclared',
      'What is imported is declared in the package.json beside it.',
      { path: '^(plugins|config|src|database)/', pathNot: '\\.test\\.tsx?$' },
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    ),
    forbid(
      'contracts-import-only-zod',
      'The contracts are shared by both sides and carry nothing of either.',
      { path: '^plugins/webinars/contracts/' },
      { pathNot: ['^plugins/webinars/contracts/', 'node_modules/zod/'] },
    ),
    forbid(
      'kernel-imports-no-slice',
      'The kernel holds words every slice uses, and knows none of them.',
      { path: `${SERVER}/kernel/` },
      { path: `${SERVER}/`, pathNot: `${SERVER}/kernel/` },
    ),
    ...inward,
    forbid(
      'outer-slices-do-not-meet',
      'Outer slices never import one another: they meet in subscriptions.ts, app.ts and what it is composed of.',
      { path: `${SERVER}/([^/]+)/`, pathNot: `${SERVER}/(kernel|${INNER.join('|')})/` },
      { path: `${SERVER}/`, pathNot: [`${SERVER}/$1/`, `${SERVER}/(kernel|${INNER.join('|')})/`] },
    ),
    forbid(
      'slices-have-one-door',
      'A slice is entered by its index.ts; nothing reaches past it.',
      { path: `${SERVER}/([^/]+)(/|\\.ts$)` },
      { path: `${SERVER}/[^/]+/`, pathNot: [`${SERVER}/$1/`, `${SERVER}/kernel/`, `${SERVER}/[^/]+/index\\.ts$`] },
    ),
    ...clients,
    ...siteClients,
    forbid(
      'pages-know-only-contracts',
      'The pages import the contracts and themselves: they are functions of what they show.',
      { path: '^plugins/webinars/site/' },
      { path: '^(plugins/webinars/(server|admin)|src|config|database|scripts|tests)/|node_modules/@strapi/' },
    ),
    forbid(
      'pages-have-one-door',
      'Only the web slice shows pages, by their index.ts.',
      { path: SERVER },
      { path: '^plugins/webinars/site/', pathNot: `${SITE}/index\\.ts$` },
    ),
    forbid(
      'only-web-shows-pages',
      'Only the web slice shows pages.',
      { path: SERVER, pathNot: `${SERVER}/web/` },
      { path: '^plugins/webinars/site/' },
    ),
    forbid(
      'rules-do-not-know-strapi',
      'Only where Strapi is spoken to may it be named.',
      { path: `${SERVER}/[^/]+/`, pathNot: STRAPI_SPEAKERS },
      { path: 'node_modules/@strapi/' },
    ),
    forbid(
      'admin-knows-only-contracts',
      'The admin imports the contracts and itself.',
      { path: '^plugins/webinars/admin/' },
      { path: '^(plugins/webinars/server|src|config|database|scripts|tests)/' },
    ),
    forbid(
      'server-does-not-know-the-admin',
      'The server imports nothing of the admin, the application or the tests.',
      { path: SERVER },
      {
        path: '^(plugins/webinars/admin|src|config|database|scripts|tests|bench)/',
        // The English names of fields are stored by the one and translated by the other.
        pathNot: '^plugins/webinars/admin/src/translations/content\\.en\\.json$',
      },
    ),
    forbid(
      'the-application-holds-no-rules',
      'The application knows the plugin through Strapi only.',
      { path: '^(src|config)/' },
      { path: '^plugins/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(plugins/webinars/)?(dist|\\.strapi|\\.data)/' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'types', 'default'],
    },
  },
};
