import {
  createCipheriv,
  createDecipheriv,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import type { ExchangeKeys, Side } from './exchange-keys.js';

/** What a package says about itself, and its bytes. */
export type Content = { readonly head: Readonly<Record<string, unknown>>; readonly body: Buffer };

/** A package is not what the other side has made for this one, or not yet here as a whole. */
export class PackageRefused extends Error {
  constructor(why: string) {
    super(`The package is refused: ${why}.`);
  }
}

const MAGIC = Buffer.from('GKX1');
const [KEY_BYTES, IV_BYTES, TAG_BYTES, SIGNATURE_BYTES, LENGTH_BYTES] = [32, 12, 16, 64, 4];
const HEAD_AT = MAGIC.length + KEY_BYTES + IV_BYTES + TAG_BYTES;
const CIPHER = 'aes-256-gcm';

/**
 * Seals content for the other side and signs it. The bytes are: `GKX1` · public key made for this package 32 · nonce 12 · tag 16 ·
 * ciphertext · signature 64 over all before it.
 */
export function packed({ head, body }: Content, keys: ExchangeKeys): Buffer {
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  const raw = rawOf(publicKey);
  const iv = randomBytes(IV_BYTES);
  const key = keyFor(diffieHellman({ privateKey, publicKey: keys.otherOpens }), raw, keys.side);
  const cipher = createCipheriv(CIPHER, key, iv).setAAD(boundTo(keys.side));
  const sealed = Buffer.concat([cipher.update(joined(head, body)), cipher.final()]);
  const whole = Buffer.concat([MAGIC, raw, iv, cipher.getAuthTag(), sealed]);
  return Buffer.concat([whole, sign(null, whole, keys.signs)]);
}

/** Opens what the other side has packed. @throws PackageRefused */
export function unpacked(bytes: Buffer, keys: ExchangeKeys): Content {
  if (bytes.length < HEAD_AT + SIGNATURE_BYTES || !bytes.subarray(0, MAGIC.length).equals(MAGIC))
    throw new PackageRefused('it is no package, or not a whole one');
  const whole = bytes.subarray(0, -SIGNATURE_BYTES);
  if (!verify(null, whole, keys.otherSigns, bytes.subarray(-SIGNATURE_BYTES)))
    throw new PackageRefused('the other side has not signed it');
  try {
    return parted(opened(whole, keys));
  } catch {
    throw new PackageRefused('it was not sealed for this side');
  }
}

function opened(whole: Buffer, { side, opens }: ExchangeKeys): Buffer {
  const from: Side = side === 'portal' ? 'casework' : 'portal';
  const raw = whole.subarray(MAGIC.length, MAGIC.length + KEY_BYTES);
  const iv = whole.subarray(MAGIC.length + KEY_BYTES, MAGIC.length + KEY_BYTES + IV_BYTES);
  const key = keyFor(diffieHellman({ privateKey: opens, publicKey: publicOf(raw) }), raw, from);
  const decipher = createDecipheriv(CIPHER, key, iv, { authTagLength: TAG_BYTES });
  decipher.setAAD(boundTo(from)).setAuthTag(whole.subarray(HEAD_AT - TAG_BYTES, HEAD_AT));
  return Buffer.concat([decipher.update(whole.subarray(HEAD_AT)), decipher.final()]);
}

/** What one side sends the other cannot be given back to it. */
const boundTo = (from: Side): Buffer => Buffer.from(`gongkai exchange from ${from}`);
const keyFor = (shared: Buffer, raw: Buffer, from: Side): Buffer =>
  Buffer.from(hkdfSync('sha256', shared, raw, boundTo(from), 32));

function joined(head: Content['head'], body: Buffer): Buffer {
  const told = Buffer.from(JSON.stringify(head));
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(told.length);
  return Buffer.concat([length, told, body]);
}

function parted(content: Buffer): Content {
  const end = LENGTH_BYTES + content.readUInt32BE();
  const head = JSON.parse(content.subarray(LENGTH_BYTES, end).toString('utf8')) as Content['head'];
  return { head, body: content.subarray(end) };
}

/** The 32 bytes of a public key, and back: what stands before them in SPKI is the same for all (RFC 8410). */
const rawOf = (key: KeyObject): Buffer => key.export({ type: 'spki', format: 'der' }).subarray(-KEY_BYTES);
const SPKI = Buffer.from('302a300506032b656e032100', 'hex');
const publicOf = (raw: Buffer): KeyObject => createPublicKey({ key: Buffer.concat([SPKI, raw]), format: 'der', type: 'spki' });
