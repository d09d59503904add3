import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  randomInt,
  timingSafeEqual,
  type BinaryLike,
} from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { hash as argon2Hash, verify as argon2Verify } from '@node-rs/argon2';
import canonicalize from 'canonicalize';

const CIPHER = 'aes-256-gcm';
/** Sealed as it is, and packed first. */
const PLAIN = 1;
const PACKED = 2;
const KEY_ID_BYTES = 4;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + KEY_ID_BYTES;
const TOKEN_BYTES = 32;

type SealingKey = { readonly id: Buffer; readonly key: Buffer };

/** Something sealed cannot be opened: another key, another place, or changed bytes. */
export class SealBroken extends Error {
  constructor(why: string) {
    super(`Sealed data cannot be opened: ${why}.`);
  }
}

/**
 * Seals JSON so that only who knows SECRET_KEY can read it, and only in the place it was sealed for.
 * The bytes are: format 1 (1, or 2 where it is packed) · id of the key 4 · nonce 12 · tag 16 · ciphertext.
 */
export class Sealer {
  readonly #keys: readonly [SealingKey, ...SealingKey[]];

  /** @param secrets the newest first: it seals; the others only open what they sealed once */
  constructor(secrets: readonly [string, ...string[]]) {
    const [newest, ...older] = secrets;
    this.#keys = [sealingKey(newest), ...older.map(sealingKey)];
  }

  /** @param place where the bytes will lie, e.g. `applicant:<id>`: moved to another row they do not open */
  seal(value: unknown, place: string): Buffer {
    return this.#sealed(PLAIN, Buffer.from(JSON.stringify(value)), place);
  }

  /** The same of something long: what is sealed cannot be packed any more, so it is packed first. */
  sealPacked(value: unknown, place: string): Buffer {
    return this.#sealed(PACKED, deflateRawSync(JSON.stringify(value), { level: 1 }), place);
  }

  #sealed(format: number, content: Buffer, place: string): Buffer {
    const [{ id, key }] = this.#keys;
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(CIPHER, key, iv).setAAD(boundTo(format, place));
    const body = Buffer.concat([cipher.update(content), cipher.final()]);
    return Buffer.concat([Buffer.from([format]), id, iv, cipher.getAuthTag(), body]);
  }

  /** @throws SealBroken */
  open(sealed: Uint8Array, place: string): unknown {
    const bytes = Buffer.from(sealed);
    const { key } = this.#keyOf(bytes);
    const body = HEAD_BYTES + IV_BYTES + TAG_BYTES;
    const decipher = createDecipheriv(CIPHER, key, bytes.subarray(HEAD_BYTES, HEAD_BYTES + IV_BYTES), {
      authTagLength: TAG_BYTES,
    });
    const [format = PLAIN] = bytes;
    decipher.setAAD(boundTo(format, place)).setAuthTag(bytes.subarray(HEAD_BYTES + IV_BYTES, body));
    try {
      const content = Buffer.concat([decipher.update(bytes.subarray(body)), decipher.final()]);
      return JSON.parse((format === PACKED ? inflateRawSync(content) : content).toString('utf8')) as unknown;
    } catch {
      throw new SealBroken('it was changed, or sealed for another place');
    }
  }

  /** Whether there is the key of an id, in figures of base sixteen: without it nothing opens that names it. */
  knows(keyId: string): boolean {
    return this.#keys.some(({ id }) => id.toString('hex') === keyId);
  }

  /** Whether it was sealed with the newest key; what was not is to be sealed again before the old key is dropped. */
  isCurrent(sealed: Uint8Array): boolean {
    return this.#keys[0].id.equals(Buffer.from(sealed).subarray(1, HEAD_BYTES));
  }

  /** The id of the newest key. */
  currentKey(): Buffer {
    return this.#keys[0].id;
  }

  #keyOf(bytes: Buffer): SealingKey {
    if ((bytes[0] !== PLAIN && bytes[0] !== PACKED) || bytes.length < HEAD_BYTES + IV_BYTES + TAG_BYTES)
      throw new SealBroken('not of a known format');
    const id = bytes.subarray(1, HEAD_BYTES);
    const found = this.#keys.find((key) => key.id.equals(id));
    if (found === undefined) throw new SealBroken(`it needs the key ${id.toString('hex')}, which is not in SECRET_KEY`);
    return found;
  }
}

/** What the seal holds together beside the content. */
const boundTo = (format: number, place: string): Buffer => Buffer.from(format === PACKED ? `packed ${place}` : place);

function sealingKey(secret: string): SealingKey {
  const derive = (purpose: string, bytes: number): Buffer =>
    Buffer.from(hkdfSync('sha256', secret, 'gongkai', `sealing ${purpose}`, bytes));
  return { id: derive('key id', KEY_ID_BYTES), key: derive('key', 32) };
}

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
