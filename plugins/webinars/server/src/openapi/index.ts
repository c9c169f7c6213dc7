export { createDocument, type OpenApiDocument } from './document';
export { openApiRoutes } from './routes';
