import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual, type BinaryLike } from 'node:crypto';
import { hash as argon2Hash, verify as argon2Verify } from '@node-rs/argon2';
import canonicalize from 'canonicalize';

const TOKEN_BYTES = 32;

/** The argon2id hash of a password, with its salt and costs. */
export const hashPassword = (password: string): Promise<string> => argon2Hash(password);

/** Whether the password belongs to the hash; a hash that is none belongs to no password. */
export async function verifyPassword(passwordHash: string, password: string): Promise<boolean> {
  return argon2Verify(passwordHash, password).catch(() => false);
}

/** A secret of 256 bits that fits into a header, a cookie or an address. */
export const newToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url');

/** Without signs that look alike: it is read aloud and typed once. */
const LEGIBLE = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password of 79 bits to begin with, in groups that can be dictated: `k7mp-x3rt-9wqd-f4hn`. */
export const newOneTimePassword = (): string =>
  Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => LEGIBLE[randomInt(LEGIBLE.length)]).join('')).join('-');

/** What is stored of a token: enough to know it again, not enough to use it. */
export const tokenHash = (token: string): string => sha256(token);

/** A value that only this installation can make for this text, for codes that nobody should be able to guess. */
export const signature = (secret: string, text: string): string => createHmac('sha256', secret).update(text).digest('base64url');

/** Compares secrets in a time that tells nothing about them. */
export function sameSecret(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(sha256(a)), Buffer.from(sha256(b)));
}

/** Whether `Authorization: Bearer …` carries a secret. */
export const bearsSecret = (authorization: string | undefined, secret: string): boolean =>
  sameSecret(authorization?.replace(/^Bearer +/i, '') ?? '', secret);

/** Hex SHA-256. */
export const sha256 = (data: BinaryLike): string => createHash('sha256').update(data).digest('hex');

/**
 * The one text of a JSON value (RFC 8785): keys in order, no spaces, numbers as ECMAScript writes them.
 * @throws Error for what JSON has no words for: `undefined`, NaN, half a surrogate pair
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('This value has no JSON text.');
  return text;
}

/** The hash of a journal entry: hex SHA-256 of the canonical JSON of the entry without its own `hash`. */
export const entryHash = (entryWithoutHash: Readonly<Record<string, unknown>>): string => sha256(canonicalJson(entryWithoutHash));
