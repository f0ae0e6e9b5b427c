import pg from 'pg';

/** What only the owner of the database may do, as somebody would behind the program’s back. */
export async function asOwner(databaseUrl: string, ...texts: (string | pg.QueryConfig)[]): Promise<pg.QueryResult> {
  const owner = new pg.Client(databaseUrl);
  await owner.connect();
  try {
    let result: pg.QueryResult | undefined;
    for (const text of texts) result = await owner.query(text);
    return result as pg.QueryResult;
  } finally {
    await owner.end();
  }
}
