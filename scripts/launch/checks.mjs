/** @typedef {{ title: string, program: string, args: string[] }} Check */

/** The parts of the house, each with a configuration of its own. */
const PROJECTS = [
  '.',
  'src/admin',
  'plugins/webinars/server',
  'plugins/webinars/admin',
  'plugins/webinars/site',
  'tests',
  'scripts',
];

/** What must hold of the text itself, whatever it does. @type {Check[]} */
export const checks = [
  { title: 'lint', program: 'eslint', args: ['.', '--max-warnings=0'] },
  ...PROJECTS.map((project) => ({
    title: `types of ${project === '.' ? 'the application' : project}`,
    program: 'tsc',
    args: ['--noEmit', '-p', project],
  })),
  {
    title: 'import directions',
    program: 'depcruise',
    args: [
      '--config',
      '.dependency-cruiser.mjs',
      'plugins/webinars/contracts',
      'plugins/webinars/server/src',
      'plugins/webinars/admin/src',
      'plugins/webinars/site/src',
      'src',
      'config',
      'database',
    ],
  },
  { title: 'nothing unused', program: 'knip', args: [] },
  { title: 'formatting', program: 'prettier', args: ['--check', '.'] },
];
