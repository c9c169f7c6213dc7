/** An error as Odoo answers it: the status of JSON-2, the name of the Python class, and its words. */
export class OdooError extends Error {
  /** @param {number} status @param {string} name @param {string} message @param {unknown[]} [args] */
  constructor(status, name, message, args = [message]) {
    super(message);
    this.status = status;
    this.odooName = name;
    this.args = args;
  }
}

/** What PostgreSQL refuses. `load` reports its own words and the column; every other call puts a sentence before them. */
export class DatabaseError extends OdooError {
  /** @param {string} words @param {string} [field] */
  constructor(words, field) {
    super(422, 'odoo.exceptions.ValidationError', `The operation cannot be completed: ${words}`);
    this.words = words;
    this.field = field;
  }
}

/** @param {string} message */
export const valueError = (message) => new OdooError(500, 'builtins.ValueError', message);
/** @param {string} message */
export const typeError = (message) => new OdooError(500, 'builtins.TypeError', message);
/** @param {string} message */
export const attributeError = (message) => new OdooError(500, 'builtins.AttributeError', message);
/** @param {string} message */
export const indexError = (message) => new OdooError(500, 'builtins.IndexError', message);
/** @param {string} message */
export const accessError = (message) => new OdooError(403, 'odoo.exceptions.AccessError', message);
/** @param {string} message */
export const validationError = (message) => new OdooError(422, 'odoo.exceptions.ValidationError', message);
/** @param {string} message */
export const userError = (message) => new OdooError(422, 'odoo.exceptions.UserError', message);

/** @param {number} status @param {string} name @param {string} message */
const http = (status, name, message) =>
  new OdooError(status, `werkzeug.exceptions.${name}`, message, [message, status]);
/** @param {string} message */
export const badRequest = (message) => http(400, 'BadRequest', message);
/** @param {string} message */
export const unauthorized = (message) => http(401, 'Unauthorized', message);
/** @param {string} message */
export const notFound = (message) => http(404, 'NotFound', message);
/** @param {string} message */
export const unprocessable = (message) => http(422, 'UnprocessableEntity', message);

/** @param {string} model @param {number} id @param {number} user */
export const missing = (model, id, user) =>
  new OdooError(
    404,
    'odoo.exceptions.MissingError',
    `Record does not exist or has been deleted.\n(Record: ${model}(${id},), User: ${user})`,
  );

/** @param {string} text */
export const notAnInteger = (text) =>
  new OdooError(
    500,
    'psycopg2.errors.InvalidTextRepresentation',
    `invalid input syntax for type integer: "${text}"\nLINE 1: ... '${text}' ...\n              ^\n`,
  );

/** @param {import('./schema.mjs').Model} model @param {import('./schema.mjs').Field} field */
export const missingValue = (model, field) =>
  new DatabaseError(
    `Missing required value for the field '${field.label}' (${field.name}).\n` +
      `Model: '${model.label}' (${model.name})\n` +
      `- create/update: a mandatory field is not set\n` +
      `- delete: another model requires the record being deleted, you can archive it instead\n`,
    field.name,
  );

/** The same words for a reference to what does not exist and for deleting what is referred to. @param {string} who @param {string} constraint */
const foreignKey = (who, constraint) =>
  new DatabaseError(
    'Another model is using the record you are trying to delete.\n\n' +
      `The troublemaker is: ${who}\nThanks to the following constraint: ${constraint}\n` +
      'How about archiving the record instead?',
  );

/** @param {import('./schema.mjs').Model} model @param {import('./schema.mjs').Field} field */
export const referredTo = (model, field) =>
  foreignKey(`'${model.label}' (${model.name})`, `'${field.label}' (${field.name})`);

/** @param {string} table @param {string} column */
export const relatedTo = (table, column) => foreignKey('Unknown', `${table}_${column}_fkey`);

const VERBS = { read: 'access', create: 'create', write: 'modify', unlink: 'delete' };

/** @param {import('./schema.mjs').Model} model @param {keyof typeof VERBS} operation @param {string[]} groups */
export const refusal = (model, operation, groups) => {
  const who = groups.length
    ? `This operation is allowed for the following groups:\n${groups.map((group) => `\t- ${group}`).join('\n')}`
    : 'No group currently allows this operation.';
  return accessError(
    `You are not allowed to ${VERBS[operation]} '${model.label}' (${model.name}) records.\n\n${who}\n\n` +
      'Contact your administrator to request access if necessary.',
  );
};
