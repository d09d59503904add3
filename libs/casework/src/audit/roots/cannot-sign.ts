import type { SignedDay } from './root-parts.js';

/** Why the days of an organ are signed no further; the message says what to do. */
export class CannotSign extends Error {
  constructor(
    readonly reason: 'strange-key' | 'lost-roots',
    message: string,
  ) {
    super(message);
  }
}

/** The roots of the days were signed with a key nobody has here: to sign on with another would look like a forgery. @param key its id */
export const strangeKey = (key: string): CannotSign =>
  new CannotSign(
    'strange-key',
    `The roots of the days were signed with the key ${key}, which is not here: set AUDIT_KEY or DATA_DIR as the server has it, or put its public key behind the new one.`,
  );

/** What was signed here is in the database no more: to sign over it would make a forgery good. @param file where it is kept */
export const lostRoots = ({ day, hash }: SignedDay, file: string): CannotSign =>
  new CannotSign(
    'lost-roots',
    `The root of ${day} (${hash}) was signed here and is in the database no more: nothing is signed over it. Hold an earlier export against a new one (scripts/verify-audit.mjs --since). Where a backup was put back, note what is missing and remove ${file}.`,
  );
