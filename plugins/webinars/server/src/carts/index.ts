export type { SignedIn } from './begin';
export { createCarts, type Carts } from './carts';
export { cartsConstraints } from './constraints';
export { createCartController } from './controller';
export { forgetCarts } from './forget';
export { cartRoutes } from './routes';
