import { findMethod, toIds } from './call.mjs';
import { badRequest, notFound, unprocessable } from './errors.mjs';

/** @param {string} path */
export const isJson2 = (path) => path === '/json/2' || path.startsWith('/json/2/');

/** @param {string} path @param {string} type */
export const unsupported = (path, type) =>
  '<!doctype html>\n<html lang=en>\n<title>415 Unsupported Media Type</title>\n<h1>Unsupported Media Type</h1>\n' +
  `<p>Request inferred type is compatible with [&#39;http&#39;] but &#39;${path}&#39; is type=&#39;${type}&#39;.` +
  '<br><br>Please verify the Content-Type request header and try again.</p>\n';

/** @param {string} path */
export const parsePath = (path) => {
  const [model, method, ...rest] = path.slice('/json/2/'.length).split('/').map(decodeURIComponent);
  if (!model || !method || rest.length) throw notFound('Did you mean POST /json/2/<model>/<method>?');
  return { model, method };
};

/** Arguments go by name; what is no object is as good as none. @param {string} body */
export const parseBody = (body) => {
  let parsed;
  try {
    parsed = JSON.parse(body || '{}');
  } catch {
    throw badRequest(
      'could not parse the body as json: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)',
    );
  }
  const isObject = parsed && typeof parsed === 'object' && !Array.isArray(parsed);
  const { ids, context, ...args } = isObject ? parsed : {};
  return { ids: toIds(ids), context: context ?? {}, args };
};

const WORDS = {
  noModel: (/** @type {string} */ model) => notFound(`the model '${model}' does not exist`),
  noMethod: (/** @type {string} */ name) => notFound(`The method '${name}' does not exist`),
};

/** The method that is asked for. Arguments that are wrong are told of before it runs. @param {{ model: string, method: string, ids: number[], args: Record<string, any> }} asked */
export const readCall = ({ model, method: name, ids, args }) => {
  const method = findMethod(model, name, WORDS);
  if (method.on === 'model' && ids.length) throw unprocessable(`cannot call ${model}.${name} with ids`);
  for (const each of method.takes) {
    if (each.endsWith('!') && !(each.slice(0, -1) in args)) {
      throw unprocessable(`missing a required argument: '${each.slice(0, -1)}'`);
    }
  }
  const names = method.takes.map((each) => each.replace('!', ''));
  for (const each of Object.keys(args)) {
    if (names.includes(each)) continue;
    const refused = method.takesAny
      ? method.takesAny(each)
      : unprocessable(`got an unexpected keyword argument '${each}'`);
    if (refused) throw refused;
  }
  return method;
};

/** @param {import('./errors.mjs').OdooError} error */
export const errorBody = (error) => ({
  name: error.odooName,
  message: error.message,
  arguments: error.args,
  context: {},
  debug:
    'Traceback (most recent call last):\n  File "/usr/lib/python3/dist-packages/odoo/http.py", line 2273, in _serve_db\n' +
    `${error.odooName}: ${error.message}\n`,
});
