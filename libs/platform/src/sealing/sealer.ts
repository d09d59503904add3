import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { CIPHER_NAMES, CIPHERS, KEY_ID_BYTES, type CipherName, type FieldCipher } from './ciphers.js';

const HEAD_BYTES = 1 + KEY_ID_BYTES;

type SealingKey = { readonly cipher: FieldCipher; readonly id: Buffer; readonly key: Buffer };
type Packing = keyof FieldCipher['formats'];
type Chosen = { readonly secretKeys: readonly [string, ...string[]]; readonly cipher: CipherName };

/** Something sealed cannot be opened: another key, another place, or changed bytes. */
export class SealBroken extends Error {
  constructor(why: string) {
    super(`Sealed data cannot be opened: ${why}.`);
  }
}

/**
 * Seals JSON so that only who knows SECRET_KEY can read it, and only in the place it was sealed for.
 * The bytes are: format 1 (it names the algorithm, and whether it is packed) · id of the key 4 · what the cipher makes of it.
 * Each secret has a key for each cipher, so whatever one of them has sealed opens, whichever seals now.
 */
export class Sealer {
  readonly #current: SealingKey;
  readonly #keys: readonly SealingKey[];

  /** As the settings have it. */
  static of({ secretKeys, cipher }: Chosen): Sealer {
    return new Sealer(secretKeys, cipher);
  }

  /**
   * @param secrets the newest first: it seals; the others only open what they sealed once
   * @param cipher by which is sealed; all of them open
   */
  constructor(secrets: readonly [string, ...string[]], cipher: CipherName = 'aes') {
    const offered = CIPHER_NAMES.map((name) => CIPHERS[name]).filter((each) => each.isOffered());
    this.#current = keyFor(CIPHERS[cipher], secrets[0]);
    this.#keys = secrets.flatMap((secret) => offered.map((each) => keyFor(each, secret)));
  }

  /** @param place where the bytes will lie, e.g. `applicant:<id>`: moved to another row they do not open */
  seal(value: unknown, place: string): Buffer {
    return this.#sealed('plain', Buffer.from(JSON.stringify(value)), place);
  }

  /** The same of something long: what is sealed cannot be packed any more, so it is packed first. */
  sealPacked(value: unknown, place: string): Buffer {
    return this.#sealed('packed', deflateRawSync(JSON.stringify(value), { level: 1 }), place);
  }

  /** Opens and seals again, with the newest key and the cipher of today; what was packed stays packed. @throws SealBroken */
  sealAgain(sealed: Uint8Array, place: string): Buffer {
    const { packing, content } = this.#opened(sealed, place);
    return this.#sealed(packing, content, place);
  }

  /** @throws SealBroken */
  open(sealed: Uint8Array, place: string): unknown {
    const { packing, content } = this.#opened(sealed, place);
    return JSON.parse((packing === 'packed' ? inflateRawSync(content) : content).toString('utf8')) as unknown;
  }

  /** Whether there is the key of an id, in figures of base sixteen: without it nothing opens that names it. */
  knows(keyId: string): boolean {
    return this.#keys.some(({ id }) => id.toString('hex') === keyId);
  }

  /** Whether it was sealed with the newest key and the cipher of today; what was not is to be sealed again before the old key is dropped. */
  isCurrent(sealed: Uint8Array): boolean {
    return this.#current.id.equals(Buffer.from(sealed).subarray(1, HEAD_BYTES));
  }

  /** The id of the newest key for the cipher of today. */
  currentKey(): Buffer {
    return this.#current.id;
  }

  /** By what it seals, as people know it. */
  get algorithm(): string {
    return this.#current.cipher.title;
  }

  #sealed(packing: Packing, content: Buffer, place: string): Buffer {
    const { cipher, id, key } = this.#current;
    const format = cipher.formats[packing];
    return Buffer.concat([Buffer.from([format]), id, cipher.encrypt(key, content, { format, id, place })]);
  }

  #opened(sealed: Uint8Array, place: string): { readonly packing: Packing; readonly content: Buffer } {
    const bytes = Buffer.from(sealed);
    const { cipher, format, packing } = formatOf(bytes);
    const { id, key } = this.#keyOf(cipher, bytes);
    try {
      return { packing, content: cipher.decrypt(key, bytes.subarray(HEAD_BYTES), { format, id, place }) };
    } catch {
      throw new SealBroken('it was changed, or sealed for another place');
    }
  }

  #keyOf(cipher: FieldCipher, bytes: Buffer): SealingKey {
    if (!cipher.isOffered()) throw new SealBroken(`the OpenSSL of this Node.js has no ${cipher.title}`);
    const id = bytes.subarray(1, HEAD_BYTES);
    const found = this.#keys.find((key) => key.cipher === cipher && key.id.equals(id));
    if (found === undefined) throw new SealBroken(`it needs the key ${id.toString('hex')}, which is not in SECRET_KEY`);
    return found;
  }
}

function formatOf(bytes: Buffer): { readonly cipher: FieldCipher; readonly format: number; readonly packing: Packing } {
  const [format = 0] = bytes;
  const cipher = Object.values(CIPHERS).find(({ formats }) => formats.plain === format || formats.packed === format);
  if (cipher === undefined || bytes.length < HEAD_BYTES + cipher.overhead) throw new SealBroken('not of a known format');
  return { cipher, format, packing: format === cipher.formats.packed ? 'packed' : 'plain' };
}

const keyFor = (cipher: FieldCipher, secret: string): SealingKey => ({ cipher, ...cipher.keyOf(secret) });
