import type { z } from 'zod';
import { problem } from '../../../contracts/problem';
import type { ErrorKind } from '../kernel/errors';
import { ANSWER } from '../kernel/problems';
import type { Operation } from './operation';
import { operations } from './operations';
import { createSchemas, type JsonSchema } from './schemas';

const VERSION = '0.1.0';

const json = (schema: JsonSchema) => ({ 'application/json': { schema } });

const PATH_PARAMETERS: Record<string, string> = {
  slug: "A session's slug or documentId",
  token: 'As it was told when the registration or cart was made, or as it stands in a link that was mailed',
  category: 'A category as topics have it',
  speaker: "A speaker's slug or documentId",
  reference: 'The reference of a registration, such as W7K3M9QXA2F',
};

const spelled = (path: string): string => `/webinars${path.replace(/:(\w+)/g, '{$1}')}`;

type Schemas = ReturnType<typeof createSchemas>;

const queryParameters = (query: z.ZodObject, schemas: Schemas) => {
  const { properties, required = [] } = schemas.of(query, 'input') as {
    properties: Record<string, JsonSchema>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    ...(description ? { description } : {}),
    schema,
  }));
};

const parametersOf = ({ path, query, headers = [] }: Operation, schemas: Schemas) => [
  ...[...path.matchAll(/:(\w+)/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    description: PATH_PARAMETERS[name],
    schema: { type: 'string' },
  })),
  ...(query ? queryParameters(query, schemas) : []),
  ...headers.map(({ name, description }) => ({
    name,
    in: 'header',
    required: false,
    description,
    schema: { type: 'string', minLength: 1, maxLength: 255 },
  })),
];

const RETRY_AFTER = {
  'Retry-After': { description: 'Seconds to wait before the next try', schema: { type: 'integer', minimum: 1 } },
};

const ETAG = { ETag: { description: 'For If-None-Match', schema: { type: 'string' } } };

// Strapi itself answers a body that is no JSON, and a log-in that is missing or worthless.
const STRAPIS_OWN = { noJson: 'SyntaxError', unauthorized: 'UnauthorizedError' };

/** The envelope of refusals, narrowed to what one status of one operation says. */
const refusalSchema = (status: number, names: string[], codes: readonly string[]): JsonSchema => ({
  allOf: [
    { $ref: '#/components/schemas/Problem' },
    {
      type: 'object',
      properties: {
        error: {
          type: 'object',
          properties: {
            status: { const: status },
            name: names.length === 1 ? { const: names[0] } : { enum: names },
            ...(codes.length === 0
              ? {}
              : { details: { type: 'object', properties: { code: { enum: codes } }, required: ['code'] } }),
          },
          ...(codes.length === 0 ? {} : { required: ['details'] }),
        },
      },
    },
  ],
});

const refusalResponse = (kind: ErrorKind, said: string | readonly string[], hasBody: boolean) => {
  const { status, name } = ANSWER[kind];
  const codes = typeof said === 'string' ? [] : said;
  const names = kind === 'invalid' && hasBody ? [name, STRAPIS_OWN.noJson] : [name];
  return [
    String(status),
    {
      description: typeof said === 'string' ? said : said.join(', '),
      ...(kind === 'limited' || kind === 'unavailable' ? { headers: RETRY_AFTER } : {}),
      content: json(refusalSchema(status, names, codes)),
    },
  ] as const;
};

const answered = ({ answer }: Operation, schemas: Schemas) => {
  const { status, description } = answer;
  if (answer.body !== 'text/calendar') {
    return { [status]: { description, content: json(schemas.of(answer.body, 'output')) } };
  }
  const file = { description, content: { 'text/calendar': { schema: { type: 'string' } } } };
  return answer.isTagged
    ? { [status]: { ...file, headers: ETAG }, 304: { description: 'As If-None-Match knows it', headers: ETAG } }
    : { [status]: file };
};

const responsesOf = (operation: Operation, schemas: Schemas) => {
  const { refusals, account, body } = operation;
  const refused = (Object.keys(refusals) as ErrorKind[]).map((kind) =>
    refusalResponse(kind, refusals[kind]!, Boolean(body)),
  );
  const unauthorized = {
    description: 'Nobody is signed in',
    content: json(refusalSchema(401, [STRAPIS_OWN.unauthorized], [])),
  };
  return {
    ...answered(operation, schemas),
    ...(account === 'required' ? { 401: unauthorized } : {}),
    ...Object.fromEntries(refused),
  };
};

const bodyOf = ({ body }: Operation, schemas: Schemas) =>
  body && {
    required: true,
    content: json({ type: 'object', properties: { data: schemas.of(body, 'input') }, required: ['data'] }),
  };

const SECURITY = { required: [{ account: [] }], optional: [{}, { account: [] }] };

const operationOf = (operation: Operation, schemas: Schemas) => {
  const requestBody = bodyOf(operation, schemas);
  const parameters = parametersOf(operation, schemas);
  return {
    operationId: operation.id,
    tags: [operation.tag],
    summary: operation.summary,
    ...(operation.description ? { description: operation.description } : {}),
    ...(operation.account ? { security: SECURITY[operation.account] } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(requestBody ? { requestBody } : {}),
    responses: responsesOf(operation, schemas),
  };
};

const TAGS: Record<Operation['tag'], string> = {
  Programme: 'What visitors can come to',
  Registrations: 'One person’s place in one session',
  Mails: 'Which mails an address gets. The tokens are in the mails.',
  Carts: 'Several sessions in one submission',
  Account: 'For visitors who are signed in. Guests need no account.',
  About: 'About this interface',
};

/** Describes our endpoints as they are, from the contracts that they themselves check requests with. */
export const createDocument = () => {
  const schemas = createSchemas();
  schemas.of(problem, 'output');
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of operations) {
    const path = spelled(operation.path);
    paths[path] = { ...paths[path], [operation.method]: operationOf(operation, schemas) };
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Webinars',
      version: VERSION,
      description:
        'Find sessions, register, wait, cancel: any front end can do it over these endpoints. Money is an integer in minor units of an ' +
        'ISO 4217 currency; instants are UTC. Beside them stand Strapi’s own endpoints for topics, sessions and speakers, and GraphQL.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/api' }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    security: [],
    paths,
    components: {
      schemas: Object.fromEntries(Object.entries(schemas.components).sort(([a], [b]) => (a < b ? -1 : 1))),
      securitySchemes: {
        account: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'As POST /api/auth/local answers it. The address of the account must be confirmed.',
        },
      },
    },
  };
};

export type OpenApiDocument = ReturnType<typeof createDocument>;
