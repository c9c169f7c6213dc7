/** Cuts every connection that instances have to a database, as its restart does. `outside`: one to it that goes by another name, and stays. */
export const cutConnections = (outside: { query(statement: string): Promise<unknown> }): Promise<unknown> =>
  outside.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'webinars'`,
  );
