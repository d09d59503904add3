import { EmbeddedPostgresError, SettingsError } from '@gongkai/platform';
import { ConfigError } from '@gongkai/statutes';

const WORDED = [SettingsError, EmbeddedPostgresError, ConfigError];

/** The port is taken. */
const portInUse = (port: number): string =>
  `Port ${port} is in use: end the program that uses it, or choose another port with PORT=${port + 1} npm start.`;

const SENTENCES: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'The database does not answer at DATABASE_URL: start it, or correct the address.',
  ENOTFOUND: 'The host in DATABASE_URL is not known: correct the address.',
  '28P01': 'The database refuses the password in DATABASE_URL.',
  '28000': 'The database refuses the user in DATABASE_URL.',
  '3D000': 'The database named in DATABASE_URL does not exist: create it, empty.',
};

/** What the person who starts the program can do about this error, in one sentence; undefined for an error of ours. */
export function obstacleIn(error: unknown, port: number): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (WORDED.some((kind) => error instanceof kind)) return error.message;
  const code = 'code' in error ? String(error.code) : '';
  return code === 'EADDRINUSE' ? portInUse(port) : SENTENCES[code];
}
