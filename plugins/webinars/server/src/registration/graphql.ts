import { CONSENT_FIELDS } from '../../../contracts/consents';
import type { Core } from '@strapi/strapi';
import { asStrapiError } from './documents';
import type { Ctx } from '../kernel/request';
import type { createRegistrationController } from './controller';

type Controller = ReturnType<typeof createRegistrationController>;
type Nexus = {
  inputObjectType(definition: unknown): unknown;
  objectType(definition: unknown): unknown;
  extendType(definition: unknown): unknown;
  nonNull(type: string): unknown;
  list(type: unknown): unknown;
};
type Builder = { [kind: string]: (name: string, options?: unknown) => void };

const TEXTS = [
  'phone',
  'country',
  'companySize',
  'position',
  'website',
  'industryVertical',
  'specificQuestions',
  'learningObjectives',
  'followUpPreferences',
  'specialRequirements',
  'accessibilityNeeds',
  'registrationSource',
  'utmSource',
  'utmMedium',
  'utmCampaign',
  'utmTerm',
  'utmContent',
  'language',
  'timezone',
] as const;
const FLAGS = [
  'consultationInterest',
  'marketingConsent',
  'consultantFollowUpConsent',
  'dataProcessingConsent',
] as const;
const SERVICES = ['oneOnOneConsultation', 'workshopSeries', 'whitepaperDownloads', 'ongoingMentorship'] as const;

const types = (nexus: Nexus) => [
  nexus.inputObjectType({
    name: 'InterestedServicesInput',
    definition(t: Builder) {
      for (const name of SERVICES) t.boolean!(name);
    },
  }),
  nexus.inputObjectType({
    name: 'ConsentVersionsInput',
    definition(t: Builder) {
      for (const name of Object.values(CONSENT_FIELDS)) t.string!(name);
    },
  }),
  nexus.inputObjectType({
    name: 'ConsentsShownInput',
    description: 'Which wording of the consents the form showed',
    definition(t: Builder) {
      t.field!('language', { type: nexus.nonNull('String') });
      t.field!('versions', { type: nexus.nonNull('ConsentVersionsInput') });
    },
  }),
  nexus.inputObjectType({
    name: 'RegistrationFormInput',
    description: 'What a visitor sends to register: the same rules as POST /webinars/sessions/:slug/registrations',
    definition(t: Builder) {
      for (const name of ['firstName', 'lastName', 'email', 'company'])
        t.field!(name, { type: nexus.nonNull('String') });
      for (const name of ['termsAccepted', 'privacyConsent']) t.field!(name, { type: nexus.nonNull('Boolean') });
      for (const name of TEXTS) t.string!(name);
      for (const name of FLAGS) t.boolean!(name);
      for (const name of ['currentChallenges', 'expertiseInterest'])
        t.field!(name, { type: nexus.list(nexus.nonNull('String')) });
      t.field!('interestedServices', { type: 'InterestedServicesInput' });
      t.field!('consentsShown', { type: 'ConsentsShownInput' });
    },
  }),
  nexus.objectType({
    name: 'PaymentDue',
    definition(t: Builder) {
      for (const name of ['checkoutUrl', 'currency', 'expiresAt']) t.field!(name, { type: nexus.nonNull('String') });
      t.field!('amount', { type: nexus.nonNull('Int'), description: 'In minor units' });
    },
  }),
  nexus.objectType({
    name: 'RegistrationReceipt',
    definition(t: Builder) {
      for (const name of ['reference', 'state', 'manageToken']) t.field!(name, { type: nexus.nonNull('String') });
      t.int!('waitlistPosition');
      t.field!('payment', { type: 'PaymentDue' });
    },
  }),
  nexus.objectType({
    name: 'CancelledRegistration',
    definition(t: Builder) {
      for (const name of ['reference', 'state']) t.field!(name, { type: nexus.nonNull('String') });
      t.string!('cancelledAt');
    },
  }),
  nexus.extendType({
    type: 'Mutation',
    definition(t: Builder) {
      t.field!('registerForSession', {
        type: nexus.nonNull('RegistrationReceipt'),
        description: 'Registers a visitor for a session, named by slug or documentId',
        args: {
          session: nexus.nonNull('String'),
          data: nexus.nonNull('RegistrationFormInput'),
          idempotencyKey: 'String',
        },
      });
      t.field!('cancelRegistration', {
        type: nexus.nonNull('CancelledRegistration'),
        description: 'Gives the seat back; repeatable, with the same answer',
        args: { token: nexus.nonNull('String') },
      });
    },
  }),
];

type GraphqlContext = { koaContext: Ctx };

/** Asks the REST door's own handler, so that limits, validation and refusals are the same ones. */
const through = async <Data>(
  verb: (ctx: Ctx) => Promise<void>,
  koa: Ctx,
  asks: Partial<Ctx> & { headers?: Record<string, string> },
): Promise<Data> => {
  const ctx: Ctx = {
    params: {},
    query: {},
    req: koa.req,
    state: koa.state,
    status: 200,
    body: undefined,
    get: (header) => asks.headers?.[header] ?? (header === 'Idempotency-Key' ? '' : koa.get(header)),
    set: () => {},
    request: {},
    ...asks,
  };
  try {
    await verb(ctx);
  } catch (error) {
    throw asStrapiError(error);
  }
  return (ctx.body as { data: Data }).data;
};

// GraphQL hands over input objects without a prototype; the form is a plain record of what was given.
const plain = (data: unknown): unknown => JSON.parse(JSON.stringify(data));

/** The same two deeds over GraphQL. */
export const extendGraphql = (strapi: Core.Strapi, controller: () => Controller): void => {
  const extension = strapi.plugin('graphql')?.service('extension') as
    { use(factory: (tools: { nexus: Nexus }) => unknown): void } | undefined;
  extension?.use(({ nexus }) => ({
    types: types(nexus),
    resolvers: {
      Mutation: {
        registerForSession: {
          resolve: (
            _: unknown,
            args: { session: string; data: unknown; idempotencyKey?: string },
            { koaContext }: GraphqlContext,
          ) =>
            through(controller().register, koaContext, {
              params: { slug: args.session },
              request: { body: { data: plain(args.data) } },
              headers: args.idempotencyKey ? { 'Idempotency-Key': args.idempotencyKey } : {},
            }),
        },
        cancelRegistration: {
          resolve: (_: unknown, args: { token: string }, { koaContext }: GraphqlContext) =>
            through(controller().cancel, koaContext, { params: { token: args.token } }),
        },
      },
    },
    resolversConfig: { 'Mutation.registerForSession': { auth: false }, 'Mutation.cancelRegistration': { auth: false } },
  }));
};
