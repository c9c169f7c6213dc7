import { TestEnvironment as NodeEnvironment } from 'jest-environment-node';
import { startOdoo } from '../index.mjs';

const { ODOO_TEST_URL, ODOO_TEST_KEY, ODOO_TEST_STAFF_KEY, ODOO_TEST_DATABASE, ODOO_TEST_LOGIN } = process.env;

/** Hands each file a fake of its own, and the Odoo to ask: that fake, or the real one that the process's environment names. */
export default class OdooEnvironment extends NodeEnvironment {
  async setup() {
    await super.setup();
    if (ODOO_TEST_URL && (!ODOO_TEST_KEY || !ODOO_TEST_STAFF_KEY)) {
      throw new Error(
        'ODOO_TEST_URL needs ODOO_TEST_KEY (the sync user) and ODOO_TEST_STAFF_KEY (an administrator) beside it.',
      );
    }
    this.fake = await startOdoo();
    /** @type {any} */ (this.global).__odoo = {
      fake: this.fake,
      target: ODOO_TEST_URL
        ? {
            url: ODOO_TEST_URL,
            key: ODOO_TEST_KEY,
            staffKey: ODOO_TEST_STAFF_KEY,
            database: ODOO_TEST_DATABASE ?? 'odoo',
            login: ODOO_TEST_LOGIN ?? 'webinar-sync',
          }
        : this.fake,
    };
  }

  async teardown() {
    await this.fake?.stop();
    await super.teardown();
  }
}
