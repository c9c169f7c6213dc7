import { bootstrap } from './bootstrap';
import { config } from './config';
import { destroy } from './destroy';
import { register } from './register';
import { routes } from './routes';
import { services } from './services';

export default {
  register,
  bootstrap,
  destroy,
  config,
  routes,
  services,
  controllers: {},
  contentTypes: {},
  policies: {},
  middlewares: {},
};
