/** What keeps from a database, by the code of the system or of PostgreSQL, and what to do. */
const CAUSES: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there. Start PostgreSQL, or correct DATABASE_URL',
  ENOTFOUND: 'no machine is called that. Correct the host in DATABASE_URL',
  EAI_AGAIN: 'its name cannot be looked up now. Look at the DNS of this machine, or correct the host in DATABASE_URL',
  ETIMEDOUT: 'nothing answers in time. Look at the network and the firewall in between',
  EHOSTUNREACH: 'no way leads there. Look at the network and the firewall in between',
  '28P01': 'the password is not right. Correct it in DATABASE_URL',
  '28000': 'this user may not log in there. Correct the user in DATABASE_URL, or pg_hba.conf of the server',
  '3D000': 'there is no such database. Make it with createdb, or correct its name in DATABASE_URL',
  '53300': 'it has no connection left. Raise max_connections, or end what holds them',
  '57P03': 'it is starting or stopping. Try again in a while',
};

const codeOf = (error: unknown): string => {
  const { code, errors } = error as { code?: string; errors?: readonly unknown[] };
  // A name with several addresses fails once for each.
  return code ?? (errors?.[0] === undefined ? '' : codeOf(errors[0]));
};

/**
 * Why a database is not reached, in words that say what to do; undefined where something else went wrong.
 * @param url of the database; its password is not told
 */
export function whyUnreached(url: string, error: unknown): string | undefined {
  const code = codeOf(error);
  const cause = CAUSES[code];
  if (cause === undefined) return undefined;
  const { host, pathname } = new URL(url);
  return `The database ${host}${pathname} is not reached (${code}): ${cause}.`;
}
