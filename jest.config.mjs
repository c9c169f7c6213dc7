const transform = {
  '^.+\\.tsx?$': [
    '@swc/jest',
    {
      jsc: {
        parser: { syntax: 'typescript', tsx: true },
        target: 'es2022',
        transform: { react: { runtime: 'automatic' } },
      },
    },
  ],
};

const shared = {
  transform,
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/plugins/webinars/dist/', '<rootDir>/.data/'],
};

export default {
  // One instance serves the whole run, in this very process.
  maxWorkers: 1,
  testSequencer: '<rootDir>/tests/harness/sequencer.mjs',
  projects: [
    {
      ...shared,
      displayName: 'pure',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/{plugins,scripts,database,config}/**/*.test.ts', '<rootDir>/plugins/**/*.test.tsx'],
    },
    {
      ...shared,
      displayName: 'odoo',
      testMatch: ['<rootDir>/tests/fakes/odoo/**/*.test.ts'],
      testEnvironment: '<rootDir>/tests/fakes/odoo/contract/environment.mjs',
    },
    {
      ...shared,
      displayName: 'integration',
      testMatch: ['<rootDir>/tests/integration/**/*.test.ts'],
      globalSetup: '<rootDir>/tests/harness/global-setup.mjs',
      globalTeardown: '<rootDir>/tests/harness/global-teardown.mjs',
      testEnvironment: '<rootDir>/tests/harness/environment.mjs',
      setupFilesAfterEnv: ['<rootDir>/tests/harness/each-file.ts'],
    },
  ],
};
