import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  getCiphers,
  getHashes,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

/** By which algorithms something is sealed: AES-256-GCM, or SM4 and SM3 (GB/T 32907, GB/T 32905). */
export const CIPHER_NAMES = ['aes', 'sm4'] as const;
export type CipherName = (typeof CIPHER_NAMES)[number];

/** What is bound to the sealed bytes without being among them. */
type Bound = { readonly format: number; readonly id: Buffer; readonly place: string };

/** A way to seal: its own two formats, its own keys, and its bytes behind format and id of the key. */
export type FieldCipher = {
  /** As people know it. */
  readonly title: string;
  /** The first byte of what is sealed as it is, and of what is packed first: it names the algorithm. */
  readonly formats: { readonly plain: number; readonly packed: number };
  /** Bytes beside the content, behind the id of the key. */
  readonly overhead: number;
  /** Whether the OpenSSL of this Node.js has it: some systems build theirs without. */
  readonly isOffered: () => boolean;
  /** Derived from the secret for this cipher alone, so the id of a key tells the cipher as well. */
  readonly keyOf: (secret: string) => { readonly id: Buffer; readonly key: Buffer };
  readonly encrypt: (key: Buffer, content: Buffer, bound: Bound) => Buffer;
  /** @throws Error where the bytes, the place or the key are others */
  readonly decrypt: (key: Buffer, body: Buffer, bound: Bound) => Buffer;
};

export const KEY_ID_BYTES = 4;
const GCM = { name: 'aes-256-gcm', iv: 12, tag: 16, key: 32 } as const;
const CTR = { name: 'sm4-ctr', iv: 16, tag: 32, key: 16 } as const;

const derive = (hash: string, secret: string, purpose: string, bytes: number): Buffer =>
  Buffer.from(hkdfSync(hash, secret, 'gongkai', `sealing ${purpose}`, bytes));

/** nonce 12 · tag 16 · ciphertext. Its formats are 1 and 2, and it binds as it always has: what was sealed once stays readable. */
const aes: FieldCipher = {
  title: 'AES-256-GCM',
  formats: { plain: 1, packed: 2 },
  overhead: GCM.iv + GCM.tag,
  isOffered: () => true,
  keyOf: (secret) => ({ id: derive('sha256', secret, 'key id', KEY_ID_BYTES), key: derive('sha256', secret, 'key', GCM.key) }),
  encrypt(key, content, bound) {
    const iv = randomBytes(GCM.iv);
    const cipher = createCipheriv(GCM.name, key, iv).setAAD(placeAndPacking(bound));
    const body = Buffer.concat([cipher.update(content), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), body]);
  },
  decrypt(key, body, bound) {
    const iv = body.subarray(0, GCM.iv);
    const decipher = createDecipheriv(GCM.name, key, iv, { authTagLength: GCM.tag }).setAAD(placeAndPacking(bound));
    decipher.setAuthTag(body.subarray(GCM.iv, this.overhead));
    return Buffer.concat([decipher.update(body.subarray(this.overhead)), decipher.final()]);
  },
};

const placeAndPacking = ({ format, place }: Bound): Buffer =>
  Buffer.from(format === aes.formats.packed ? `packed ${place}` : place);

/**
 * nonce 16 · HMAC-SM3 32 · ciphertext of SM4 in counter mode, encrypted first and then authenticated. Not SM4-GCM: only newer
 * OpenSSL has that, and what one machine has sealed another one has to open.
 */
const sm4: FieldCipher = {
  title: 'SM4-CTR with HMAC-SM3',
  formats: { plain: 3, packed: 4 },
  overhead: CTR.iv + CTR.tag,
  isOffered: () => getCiphers().includes(CTR.name) && getHashes().includes('sm3'),
  keyOf: (secret) => ({
    id: derive('sm3', secret, 'sm4 key id', KEY_ID_BYTES),
    key: Buffer.concat([derive('sm3', secret, 'sm4 key', CTR.key), derive('sm3', secret, 'sm4 mac', CTR.tag)]),
  }),
  encrypt(key, content, bound) {
    const iv = randomBytes(CTR.iv);
    const cipher = createCipheriv(CTR.name, key.subarray(0, CTR.key), iv);
    const body = Buffer.concat([cipher.update(content), cipher.final()]);
    return Buffer.concat([iv, macOf(key, iv, body, bound), body]);
  },
  decrypt(key, all, bound) {
    const [iv, tag, body] = [all.subarray(0, CTR.iv), all.subarray(CTR.iv, this.overhead), all.subarray(this.overhead)];
    if (!timingSafeEqual(macOf(key, iv, body, bound), tag)) throw new Error('The code of authentication is another.');
    const decipher = createDecipheriv(CTR.name, key.subarray(0, CTR.key), iv);
    return Buffer.concat([decipher.update(body), decipher.final()]);
  },
};

/** Over all of it; the length of the place stands before it, so that no byte can change sides. */
function macOf(key: Buffer, iv: Buffer, body: Buffer, { format, id, place }: Bound): Buffer {
  const named = Buffer.from(place);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(named.length);
  const mac = createHmac('sm3', key.subarray(CTR.key));
  for (const part of [Buffer.from([format]), id, iv, length, named, body]) mac.update(part);
  return mac.digest();
}

export const CIPHERS: Readonly<Record<CipherName, FieldCipher>> = { aes, sm4 };
