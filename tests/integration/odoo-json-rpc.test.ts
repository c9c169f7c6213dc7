import { createOdoo } from '../../plugins/webinars/server/src/odoo';
import { createPartners } from '../../plugins/webinars/server/src/partners';
import { aForm, app, aSession, clock, odoo, request, resetData, sql, strapi } from '../harness';

/** The harness's Odoo, spoken to as Odoo 17 and 18 are. What follows from events here waits for whoever sends it. */
const partnersWith = (key: string) =>
  createPartners(
    {
      database: app.database,
      clock,
      watch: { called: () => {}, recorded: () => {} },
      log: strapi.log,
      random: Math.random,
    },
    [
      createOdoo({
        database: app.database,
        clock,
        access: {
          url: odoo.url,
          key,
          database: String(odoo.rpcEnvironment.ODOO_DATABASE),
          login: String(odoo.rpcEnvironment.ODOO_LOGIN),
          perSecond: null,
          timeoutSeconds: 90,
        },
        manager: () => Promise.resolve(null),
        pageOf: (session) => `https://example.com/webinars/${session}`,
        called: () => {},
      }),
    ],
  );
const partners = partnersWith(odoo.key);

const register = async (slug: string, data: Record<string, unknown> = {}) => {
  const { body } = await request.post(`/api/webinars/sessions/${slug}/registrations`).send({ data: aForm(data) });
  return body.data as { reference: string; manageToken: string };
};

const attendees = (references: string[]) =>
  odoo.staff<{ barcode: string; state: string; registration_answer_ids: number[] }[]>(
    'event.registration',
    'search_read',
    { domain: [['barcode', 'in', references]], fields: ['barcode', 'state', 'registration_answer_ids'], order: 'id' },
  );

beforeEach(async () => {
  await resetData();
  await partners.begin();
});
afterAll(async () => {
  partners.stop();
  await resetData();
  await app.partners.begin();
});

describe('Odoo 17 and 18, which know JSON-RPC', () => {
  it('gets a session with its people, their answers and leads, follows changes, and nothing differs', async () => {
    const asked = odoo.fake?.calls.length ?? 0;
    const session = await aSession({ capacity: 1 });
    const first = await register(session.slug, { position: 'Head of Looms', consultationInterest: true });
    const second = await register(session.slug);
    await partners.sendDue();
    expect(await attendees([first.reference, second.reference])).toMatchObject([
      { barcode: first.reference, state: 'open', registration_answer_ids: [expect.any(Number)] },
      { barcode: second.reference, state: 'draft', registration_answer_ids: [] },
    ]);
    expect(
      await sql(`select kind, state from webinars_links where kind in ('lead', 'activity') order by kind`),
    ).toEqual([
      { kind: 'activity', state: 'done' },
      { kind: 'lead', state: 'done' },
    ]);

    await request.post(`/api/webinars/registrations/${first.manageToken}/cancel`);
    await partners.sendDue();
    expect(await attendees([first.reference, second.reference])).toMatchObject([
      { state: 'cancel' },
      { state: 'open' },
    ]);

    await partners.reconcile({ partner: 'odoo' });
    const { reconciliation } = await partners.card('odoo');
    expect(reconciliation).toMatchObject({ problem: null, differences: 0, notes: 0 });
    expect(reconciliation!.compared).toBe(5);
    const transports = odoo
      .fake!.calls.slice(asked)
      .filter(({ transport }) => transport === 'json-rpc')
      .map(({ model, method }) => `${model}/${method}`);
    expect(transports).toEqual(expect.arrayContaining(['event.registration/create', 'crm.lead/load']));
  });

  it('refuses an account that it does not know in its own way, and that is told as a refused key', async () => {
    const card = await partnersWith('no-such-key').check('odoo');
    expect(card).toMatchObject({ state: 'stopped', check: { problem: { code: 'unauthorized' } } });
  });
});
