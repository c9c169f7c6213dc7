/**
 * @typedef {import('../environment.mjs').Environment} Environment
 * @typedef {import('../store.mjs').Row} Row
 * @typedef {{ env: Environment, model: string, ids: number[], args: Record<string, any>, isList: boolean }} Call
 */

/**
 * A method that can be called from outside: on records, or on the model alone; its arguments by name, in order, `!` for those that must
 * be there; whether it takes names of any kind beside them; and whether what it answers are records, whose ids go out.
 * @typedef {{ on: 'records' | 'model', takes: string[], takesAny?: (name: string) => Error | undefined, run: (call: Call) => unknown }} Method
 */

/** @param {string} takes @param {(call: Call) => unknown} run @returns {Method} */
export const onModel = (takes, run) => ({ on: 'model', takes: takes.split(' ').filter(Boolean), run });
/** @param {string} takes @param {(call: Call) => unknown} run @returns {Method} */
export const onRecords = (takes, run) => ({ on: 'records', takes: takes.split(' ').filter(Boolean), run });
/** @param {Method} method @param {(name: string) => Error | undefined} refuse @returns {Method} */
export const takingAny = (method, refuse) => ({ ...method, takesAny: refuse });

/** @param {Row} values */
export const writing = (values) =>
  onRecords('', ({ env, model, ids }) => {
    env.write(model, ids, values);
    return null;
  });
