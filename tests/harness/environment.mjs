import { TestEnvironment as NodeEnvironment } from 'jest-environment-node';

/** Hands the instance that the global set-up booted to the test files, which run in a realm of their own. */
export default class WebinarsEnvironment extends NodeEnvironment {
  async setup() {
    await super.setup();
    /** @type {any} */ (this.global).__webinars = /** @type {any} */ (globalThis).__webinars;
  }
}
