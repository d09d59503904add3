import { Client } from 'pg';

/** Does what only the owner of the tables may: the API itself stands behind the wall between organs, and owns none. */
export async function asOwner<T>(databaseUrl: string, work: (owner: Client) => Promise<T>): Promise<T> {
  const owner = new Client({ connectionString: databaseUrl });
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}
