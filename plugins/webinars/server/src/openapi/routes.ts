import { createDocument, type OpenApiDocument } from './document';

type Ctx = { body: unknown; set(name: string, value: string): void };

let made: OpenApiDocument | undefined;

export const openApiRoutes = [
  {
    method: 'GET',
    path: '/openapi.json',
    handler(ctx: Ctx) {
      made ??= createDocument();
      ctx.set('Cache-Control', 'public, max-age=300');
      ctx.body = made;
    },
    config: { auth: false },
  },
];
