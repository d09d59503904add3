import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { secretOf } from './secret-file.js';
import { SettingsError } from './settings-error.js';

const LOCAL = 'audit-key.pem';
const BLOCK = /-----BEGIN [A-Z ]+-----[\s\S]+?-----END [A-Z ]+-----/g;

/** As in the settings. */
type Place = { readonly auditKey: string | undefined; readonly dataDir: string };
/** A key as everybody may know it: its id is the SHA-256 of its DER (SPKI), in hex. */
export type PublicAuditKey = { readonly id: string; readonly pem: string };

/** The keys (Ed25519) by which daily roots are signed: the first signs, those behind it signed before. */
export class AuditKeys {
  readonly #signing: KeyObject;
  readonly #known: ReadonlyMap<string, PublicAuditKey>;
  /** The key that signs now. */
  readonly current: PublicAuditKey;

  /** @param pem one PEM after the other: the first is a private key, those behind it private or public ones. @throws SettingsError */
  constructor(pem: string) {
    const blocks = pem.match(BLOCK) ?? [];
    const [newest] = blocks;
    if (newest === undefined) throw new WrongAuditKey('holds no key');
    this.#signing = asKey(() => createPrivateKey(newest));
    const known = blocks.map((block) => publicOf(asKey(() => createPublicKey(block))));
    this.current = publicOf(createPublicKey(this.#signing));
    this.#known = new Map(known.map((key) => [key.id, key]));
  }

  /** Those of this installation. Where `AUDIT_KEY` names none, one is made at the first use and kept in the data folder. @throws SettingsError */
  static of({ auditKey, dataDir }: Place): AuditKeys {
    return new AuditKeys(auditKey === undefined ? secretOf(dataDir, LOCAL, newKey) : givenKeys(auditKey));
  }

  /** Asked for when they are needed first, and then held: whoever signs nothing makes none. */
  static heldIn(place: Place): () => AuditKeys {
    let held: AuditKeys | undefined;
    return () => (held ??= AuditKeys.of(place));
  }

  /** Those of this installation, and null where there are none yet: who only looks makes none. @throws SettingsError */
  static knownIn(place: Place): AuditKeys | null {
    return place.auditKey === undefined && !existsSync(path.join(place.dataDir, LOCAL)) ? null : AuditKeys.of(place);
  }

  /** Of all of them. */
  get ids(): readonly string[] {
    return [...this.#known.keys()];
  }

  /** Whether a root may have been signed here. @param id of a public key */
  knows(id: string): boolean {
    return this.#known.has(id);
  }

  /** @returns the signature in Base64 */
  sign(text: string): string {
    return sign(null, Buffer.from(text), this.#signing).toString('base64');
  }
}

/** What is wrong with `AUDIT_KEY`; undefined where it signs. @param given the PEM itself, or paths with commas between them */
export function auditKeyProblem(given: string): string | undefined {
  try {
    new AuditKeys(givenKeys(given));
    return undefined;
  } catch (error) {
    if (error instanceof WrongAuditKey) return error.what;
    throw error;
  }
}

/** Whether a key has signed a text, and is the one whose id it bears: who makes a key writes any id beside it. @param signature in Base64 */
export function isSignedBy({ id, pem }: PublicAuditKey, text: string, signature: string): boolean {
  try {
    const key = createPublicKey(pem);
    return publicOf(key).id === id && verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}

class WrongAuditKey extends SettingsError {
  constructor(readonly what: string) {
    super(`These settings cannot be used:\n  AUDIT_KEY ${what}`);
  }
}

const newKey = (): string => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString().trim();

/** `AUDIT_KEY`: the PEM itself, or paths of files with commas between them. */
const givenKeys = (given: string): string => (given.includes('-----BEGIN') ? given : given.split(',').map(fileIn).join('\n'));

function fileIn(name: string): string {
  try {
    return readFileSync(name.trim(), 'utf8');
  } catch (error) {
    throw new WrongAuditKey(`cannot be read (${String(error)})`);
  }
}

function asKey(make: () => KeyObject): KeyObject {
  try {
    const key = make();
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // Told below, without what stands in the file.
  }
  throw new WrongAuditKey(
    'has to begin with a private key of Ed25519 (openssl genpkey -algorithm ed25519); older keys follow it',
  );
}

function publicOf(key: KeyObject): PublicAuditKey {
  const id = createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex');
  return { id, pem: key.export({ type: 'spki', format: 'pem' }).toString() };
}
