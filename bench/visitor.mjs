import { createHash } from 'node:crypto';

/**
 * The visitor number `n` of a run: an e-mail address, a network address and an idempotency key that nobody else has.
 * @param {string} run
 * @param {number} n
 */
export const visitor = (run, n) => ({
  email: `${run}-${n}@visitors.example`,
  address: `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`,
  key: `${run}-${n}`,
});

/** What everybody writes into the form: the required fields and the optional ones that many people fill in. */
const COMMON = {
  firstName: 'Katharina',
  lastName: 'Lindenberg',
  phone: '+49 30 1234567',
  company: 'Lindenberg Maschinenbau GmbH',
  position: 'Head of Operations',
  industryVertical: 'Manufacturing',
  currentChallenges: ['Planning', 'Supplier quality'],
  expertiseInterest: ['Lean', 'Process mining'],
  consultationInterest: true,
  specificQuestions: 'How do you measure the effect of a change when three other changes happen at the same time?',
  followUpPreferences: 'resources',
  termsAccepted: true,
  privacyConsent: true,
  marketingConsent: false,
  dataProcessingConsent: true,
  registrationSource: 'website',
  utmSource: 'newsletter',
  utmCampaign: 'autumn',
};

const OPEN = JSON.stringify(COMMON).slice(0, -1);

/**
 * The body of a request. Strapi's own create gets the same fields under the content type's names.
 * @param {ReturnType<typeof visitor>} one
 * @param {'register' | 'create'} kind
 * @param {string} [sessionDocumentId]
 */
export const bodyOf = (one, kind, sessionDocumentId) =>
  kind === 'register'
    ? `{"data":${OPEN},"email":"${one.email}","language":"en"}}`
    : `{"data":${OPEN},"email":"${one.email}","locale":"en","session":"${sessionDocumentId}"}}`;

/** The form of one visitor as an object. @param {ReturnType<typeof visitor>} one */
export const formOf = (one) => ({ ...COMMON, email: one.email, language: 'en' });

/** What our idempotency table keeps of a key. @param {string} key */
export const keptKey = (key) => createHash('sha256').update(key).digest('base64url');
