import type { ConsentTexts } from '../../plugins/webinars/contracts/consents';
import { aSession, app, clock, request, resetData, sql, strapi } from '../harness';
import { anAdministrator, removeAdministrators, type Wire } from './administrator';
import { staffWho } from './staff';
import { aForm, aStaffForm, register } from './visitors';

const PATH = '/webinars-admin/consents';
const NOW = new Date('2026-03-02T10:00:00Z');

let staff: Awaited<ReturnType<typeof anAdministrator>>;
beforeAll(async () => {
  staff = await anAdministrator();
});
afterAll(removeAdministrators);
beforeEach(async () => {
  await resetData();
  clock.set(NOW);
});

let people = 0;
/** A form of somebody new: the limit of one address is not this file's matter. */
const form = (fields: Record<string, unknown> = {}) => {
  people += 1;
  return aForm({ email: `consent-${people}@example.com`, ...fields });
};

const list = async (): Promise<ConsentTexts[]> => (await staff.get(PATH)).body.data;
const textsOf = async (consent: string) => (await list()).find((one) => one.consent === consent)!;
const publish = (publication: object) =>
  staff.post(PATH).send({
    consent: 'terms',
    en: 'I accept the **new** terms',
    de: 'Ich akzeptiere **neu**',
    after: 1,
    ...publication,
  });

type Recorded = { what: string; given: boolean; textVersion: string; language: string };
const recordedOf = async (email: unknown): Promise<Recorded[]> =>
  (await sql<{ consents: string }>(`select consents::text from registrations where email = $1`, [email])).flatMap(
    ({ consents }) => JSON.parse(consents) as Recorded[],
  );
const termsOf = async (email: unknown) => (await recordedOf(email)).find(({ what }) => what === 'terms');
const landing = async (slug: string, locale = 'en') =>
  (await request.get(`/api/webinars/sessions/${slug}?locale=${locale}`)).body.data.registration.consents.texts as Wire;

describe('the text of a consent', () => {
  it('begins with the words the form has always had, and stands in the landing answer in both languages', async () => {
    const { slug } = await aSession();
    expect((await textsOf('terms')).versions).toMatchObject([
      {
        number: 1,
        version: app.settings.consentTextVersion,
        en: 'I accept the terms of participation',
        publishedBy: null,
      },
    ]);
    expect((await list()).map(({ consent, current }) => [consent, current])).toEqual(
      ['terms', 'privacy', 'marketing', 'consultantFollowUp', 'dataProcessing'].map((consent) => [consent, 1]),
    );
    expect((await landing(slug)).termsAccepted).toEqual({
      version: '1',
      language: 'en',
      text: 'I accept the terms of participation',
    });
    expect((await landing(slug, 'de')).termsAccepted.text).toBe('Ich akzeptiere die Teilnahmebedingungen');
  });

  it('has another version from an instant on, and the one before stays readable', async () => {
    const { slug } = await aSession();
    const validFrom = '2026-03-03T10:00:00.000Z';
    expect((await publish({ validFrom })).status).toBe(201);
    expect(await textsOf('terms')).toMatchObject({ current: 1, next: 2 });
    expect((await landing(slug)).termsAccepted.version).toBe('1');
    clock.set(validFrom);
    expect(await textsOf('terms')).toMatchObject({ current: 2, next: null });
    expect((await landing(slug)).termsAccepted).toEqual({
      version: '2',
      language: 'en',
      text: 'I accept the **new** terms',
    });
    expect((await textsOf('terms')).versions.map(({ en }) => en)).toEqual([
      'I accept the **new** terms',
      'I accept the terms of participation',
    ]);
  });

  it('of two versions published at once is one’s, and the other is told', async () => {
    const answers = await Promise.all(['one', 'two', 'three'].map((en) => publish({ en })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const refused = answers.find(({ status }) => status === 409)!;
    expect(refused.body.error.details.code).toBe('CONSENT_PUBLISHED');
    expect((await textsOf('terms')).versions).toHaveLength(2);
    expect(await sql(`select action, data->>'consent' as consent from webinars_audit`)).toEqual([
      { action: 'consent.published', consent: 'terms' },
    ]);
  });

  it('is fixed by PostgreSQL: no version is changed or deleted, whoever writes', async () => {
    const changes = [
      `update webinars_consent_versions set en = 'I owe you'`,
      `update webinars_consent_versions set valid_from = now()`,
      `delete from webinars_consent_versions`,
    ];
    for (const change of changes) {
      await expect(sql(change)).rejects.toMatchObject({ code: '23514', constraint: 'webinars_consent_text_fixed' });
    }
  });

  it('is refused where a language is missing, a link opens nothing, or its time has passed', async () => {
    const faults = async (publication: object) =>
      (await publish(publication)).body.error.details.errors.map(({ path }: Wire) => path.join('.'));
    expect(await faults({ de: ' ' })).toEqual(['de']);
    expect(await faults({ en: 'the [terms](javascript:alert)' })).toEqual(['en']);
    expect(await faults({ validFrom: '2026-03-02T09:59:00.000Z' })).toEqual(['validFrom']);
    expect((await textsOf('terms')).versions).toHaveLength(1);
  });

  it('is published by whoever may change the programme’s settings, and by nobody else', async () => {
    const other = await staffWho('mail.settings', 'registrations.manage');
    expect((await other.get(PATH)).status).toBe(403);
    expect((await other.post(PATH).send({})).status).toBe(403);
    expect((await request.post(PATH).send({})).status).toBe(401);
  });
});

describe('what somebody agreed to', () => {
  const shown = (version: string, language = 'de') => ({ language, versions: { termsAccepted: version } });

  it('is recorded with the version and the language of the words', async () => {
    const { slug } = await aSession();
    const ada = form({ language: 'de' });
    await register(slug, ada);
    expect(await recordedOf(ada.email)).toContainEqual(
      expect.objectContaining({ what: 'privacy', given: true, textVersion: '1', language: 'de' }),
    );
    await publish({});
    const bob = form({ language: 'en', consentsShown: shown('2') });
    await register(slug, bob);
    expect(await termsOf(bob.email)).toMatchObject({ textVersion: '2', language: 'de' });
  });

  it('counts with the words of a form that was open while others were published, for a day', async () => {
    const { slug } = await aSession();
    await publish({});
    const late = form({ consentsShown: shown('1', 'en') });
    expect((await register(slug, late)).status).toBe(201);
    expect(await termsOf(late.email)).toMatchObject({ textVersion: '1', language: 'en' });
    clock.advance({ hours: 24 });
    const tooLate = form({ consentsShown: shown('1', 'en') });
    const refused = await register(slug, tooLate);
    expect(refused).toMatchObject({ status: 409, body: { error: { details: { code: 'CONSENT_TEXT_CHANGED' } } } });
    expect(await recordedOf(tooLate.email)).toEqual([]);
    expect((await register(slug, form({ consentsShown: shown('of nobody') }))).status).toBe(409);
  });

  it('is no reason to refuse a repeat: under its key the first answer comes back, also when its words are out of date', async () => {
    const { slug } = await aSession();
    await publish({});
    clock.advance({ hours: 23 });
    const late = form({ consentsShown: shown('1', 'en') });
    const first = await register(slug, late, { 'Idempotency-Key': 'a-form-left-open' });
    expect(first.status).toBe(201);
    clock.advance({ hours: 2 });
    const again = await register(slug, late, { 'Idempotency-Key': 'a-form-left-open' });
    expect([again.status, again.body]).toEqual([201, first.body]);
    const other = await register(slug, { ...late, lastName: 'Else' }, { 'Idempotency-Key': 'a-form-left-open' });
    expect([other.status, other.body.error.details.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
    const fresh = await register(slug, late, { 'Idempotency-Key': 'another' });
    expect([fresh.status, fresh.body.error.details.code]).toEqual([409, 'CONSENT_TEXT_CHANGED']);
  });

  it('of people who register at once, each in another wording, is each one’s own', async () => {
    const { slug } = await aSession({ capacity: 100 });
    await publish({});
    const crowd = Array.from({ length: 30 }, (_, n) =>
      form({ consentsShown: shown(n % 2 ? '1' : '2', n % 3 ? 'en' : 'de') }),
    );
    const answers = await Promise.all(crowd.map((one) => register(slug, one)));
    expect(answers.map(({ status }) => status)).toEqual(crowd.map(() => 201));
    for (const [n, { email }] of crowd.entries()) {
      expect(await termsOf(email)).toMatchObject({ textVersion: n % 2 ? '1' : '2', language: n % 3 ? 'en' : 'de' });
    }
  });

  it('is shown with its words on the registration’s page, in the language they were read in', async () => {
    const { slug } = await aSession();
    const ada = form({ language: 'de', marketingConsent: true });
    await register(slug, ada);
    await publish({});
    await publish({ consent: 'marketing' });
    const [{ id } = { id: '' }] = await sql<{ id: string }>(
      `select document_id as id from registrations where email = $1`,
      [ada.email],
    );
    const { consents, news } = (await staff.get(`/webinars-admin/registrations/${id}`)).body.data as Wire;
    expect(consents).toContainEqual(
      expect.objectContaining({ what: 'terms', language: 'de', wording: 'Ich akzeptiere die Teilnahmebedingungen' }),
    );
    expect(news).toMatchObject({
      textVersion: '1',
      language: 'de',
      wording: 'Schicken Sie mir Neuigkeiten zu Webinaren und Angeboten',
    });
  });

  it('in a cart is what counted when the cart was begun', async () => {
    const { documentId } = await aSession();
    const ada = form();
    const { language: _, ...registrationData } = ada;
    const begun = await request
      .post('/api/webinars/carts')
      .send({ data: { sessionWebinars: [documentId], registrationData } });
    expect(begun.status).toBe(201);
    clock.advance({ hours: 1 });
    await publish({});
    const done = await request.post(`/api/webinars/carts/${begun.body.data.token}/submit`);
    expect(done.status).toBeLessThan(300);
    expect(await termsOf(ada.email)).toMatchObject({ textVersion: '1' });
  });

  it('through staff and through GraphQL is recorded by the same rule', async () => {
    const { documentId, slug } = await aSession();
    await publish({});
    const ada = aStaffForm({ email: `consent-${(people += 1)}@example.com`, language: 'de' });
    await strapi.documents('api::registration.registration').create({ data: { ...ada, session: documentId } as never });
    expect(await termsOf(ada.email)).toMatchObject({ textVersion: '2', language: 'de' });
    const bob = form({ consentsShown: shown('1', 'en') });
    const { body } = await request.post('/graphql').send({
      query: `mutation ($data: RegistrationFormInput!) { registerForSession(session: "${slug}", data: $data) { state } }`,
      variables: { data: bob },
    });
    expect(body.errors).toBeUndefined();
    expect(await termsOf(bob.email)).toMatchObject({ textVersion: '1', language: 'en' });
  });
});

describe('the form on the session’s page', () => {
  const page = (slug: string) => `/webinars/${slug}?lang=en`;
  const send = (slug: string, fields: Record<string, string>) => request.post(page(slug)).type('form').send(fields);
  const typed = (version: string) => ({
    firstName: 'Grace',
    lastName: 'Guest',
    email: `consent-${(people += 1)}@example.com`,
    company: 'Example Ltd',
    language: 'de',
    termsAccepted: 'on',
    privacyConsent: 'on',
    termsAcceptedVersion: version,
  });

  it('shows the words that count, with what is marked in them, and says which they were', async () => {
    const { slug } = await aSession();
    await publish({ en: 'I accept the [terms](https://a.example/terms) & **all** <b>of it</b>' });
    const { text } = await request.get(page(slug));
    expect(text).toContain('<a href="https://a.example/terms"');
    expect(text).toContain('<strong>all</strong>');
    expect(text).not.toContain('<b>of it');
    expect(text).toMatch(/name="termsAcceptedVersion"[^>]*value="2"/);
    for (const version of ['2', '1']) {
      const fields = typed(version);
      expect((await send(slug, fields)).status).toBe(303);
      expect(await termsOf(fields.email)).toMatchObject({ textVersion: version, language: 'en' });
    }
  });

  it('with words that are out of date asks anew, with nothing ticked and all else kept', async () => {
    const { slug } = await aSession();
    await publish({});
    clock.advance({ hours: 25 });
    const { status, text } = await send(slug, typed('1'));
    expect(status).toBe(409);
    expect(text).toContain('The wording of a consent has changed');
    expect(text).toMatch(/name="termsAcceptedVersion"[^>]*value="2"/);
    expect(text).not.toMatch(/id="termsAccepted"[^>]*checked/);
    expect(text).toMatch(/value="Grace"/);
  });
});
