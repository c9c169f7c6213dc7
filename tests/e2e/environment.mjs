import WebinarsEnvironment from '../harness/environment.mjs';

/** Tells what the open pages show when a journey fails: nobody can look at the screen of a machine that is gone. */
export default class JourneyEnvironment extends WebinarsEnvironment {
  handleTestEvent = async (/** @type {{ name: string }} */ { name }) => {
    if (name !== 'test_fn_failure') return;
    const seen = await /** @type {any} */ (this.global).whatPagesShow?.();
    process.stderr.write(`${seen}\n`);
  };
}
