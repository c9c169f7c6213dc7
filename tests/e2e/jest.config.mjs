import base from '../../jest.config.mjs';

const { transform, modulePathIgnorePatterns } = base.projects[0] ?? {};

export default {
  rootDir: '../..',
  displayName: 'e2e',
  transform,
  modulePathIgnorePatterns,
  maxWorkers: 1,
  testSequencer: base.testSequencer,
  // For what never comes, as everywhere.
  testTimeout: 300_000,
  testMatch: ['<rootDir>/tests/e2e/**/*.test.ts'],
  globalSetup: '<rootDir>/tests/e2e/global-setup.mjs',
  globalTeardown: '<rootDir>/tests/harness/global-teardown.mjs',
  testEnvironment: '<rootDir>/tests/e2e/environment.mjs',
};
