/** @typedef {Awaited<ReturnType<typeof openOdoo>>} Odoo */

/**
 * The Odoo that the instance under test is connected to: the fake, or a real one where the environment names it. `key` is the account's that
 * keeps in step, `staffKey` an administrator's who works there. ODOO_TEST_PROTOCOL=jsonrpc speaks as to Odoo 17 and 18.
 * @param {NodeJS.ProcessEnv} given
 */
export const openOdoo = async (given) => {
  const { ODOO_TEST_URL: realUrl, ODOO_TEST_KEY: realKey, ODOO_TEST_STAFF_KEY: realStaffKey } = given;
  const isReal = Boolean(realUrl && realKey && realStaffKey);
  const fake = isReal ? null : await (await import('../fakes/odoo/index.mjs')).startOdoo();
  const url = fake?.url ?? String(realUrl);
  const key = fake?.key ?? String(realKey);
  const staffKey = fake?.staffKey ?? String(realStaffKey);
  const speaksRpc = given.ODOO_TEST_PROTOCOL === 'jsonrpc';
  /** @type {NodeJS.ProcessEnv} */
  const rpc = {
    ODOO_DATABASE: given.ODOO_TEST_DATABASE ?? 'odoo',
    ODOO_LOGIN: given.ODOO_TEST_LOGIN ?? 'webinar-sync',
  };
  /** @type {NodeJS.ProcessEnv} */
  const environment = {
    ODOO_URL: url,
    ODOO_API_KEY: key,
    // Tests wait for an answer that does not come.
    ...(fake ? { ODOO_TIMEOUT_SECONDS: '5' } : {}),
    ...(speaksRpc ? rpc : {}),
  };
  return {
    url,
    key,
    staffKey,
    isReal,
    account: given.ODOO_TEST_LOGIN ?? 'webinar-sync',
    fake,
    environment,
    /** The same, spoken to as Odoo 17 and 18 are. */
    rpcEnvironment: { ...environment, ...rpc },
    /**
     * What somebody does who works there, or looks.
     * @template Answer
     * @param {string} model
     * @param {string} method
     * @param {Record<string, unknown>} [body]
     * @returns {Promise<Answer>}
     */
    async staff(model, method, body = {}) {
      const response = await fetch(`${url}/json/2/${model}/${method}`, {
        method: 'POST',
        headers: { Authorization: `bearer ${staffKey}`, 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      });
      if (!response.ok)
        throw new Error(`${model}/${method}: ${response.status} ${(await response.text()).slice(0, 500)}`);
      return /** @type {Promise<Answer>} */ (response.json());
    },
    stop: async () => void (await fake?.stop()),
  };
};
