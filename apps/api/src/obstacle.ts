import { EmbeddedPostgresError, SettingsError } from '@gongkai/platform';
import { ConfigError } from '@gongkai/statutes';

const WORDED = [SettingsError, EmbeddedPostgresError, ConfigError];

/** Why nobody can be listened to on a port. */
const PORT_SENTENCES: Readonly<Record<string, (port: number) => string>> = {
  EADDRINUSE: (port) =>
    `Port ${port} is in use: end the program that uses it, or choose another port with PORT=${port + 1} npm start.`,
  EACCES: (port) =>
    `Port ${port} is not for ordinary accounts: choose one above 1023 with PORT=3000 npm start, and let a proxy answer on ${port}.`,
};

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
  const aboutPort = PORT_SENTENCES[code];
  return aboutPort === undefined || !('syscall' in error && error.syscall === 'listen') ? SENTENCES[code] : aboutPort(port);
}
