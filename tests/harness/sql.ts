import { world } from './world';

/** Runs one statement past Strapi and gives its rows. */
export const sql = async <Row = Record<string, unknown>>(statement: string, values: unknown[] = []): Promise<Row[]> =>
  (await world.pool.query(statement, values)).rows as Row[];
