import { existsSync, readFileSync } from 'node:fs';
import type { Clock } from '@gongkai/platform';
import forge from 'node-forge';
import { signedPartsOf, signedWith, withRoom } from './pdf-update.js';
import type { SealService } from './seal-service.js';

/** A file of a key and its certificates (PKCS#12); `{organ}` in its path stands for the code of the organ. */
export type P12 = { readonly path: string; readonly password: string };

type Key = { readonly pem: string; readonly certificates: readonly forge.pki.Certificate[] };

const IN_UTF8: number = forge.asn1.Type.UTF8;
const OF_ORGAN = '{organ}';
const REASON = '政府信息公开文书电子签章';

/**
 * Seals with the key of a file: a signature over the whole PDF (adbe.pkcs7.detached, RSA with SHA-256), by which any reader notices a
 * byte that was changed.
 */
export class P12Seal implements SealService {
  readonly #keys = new Map<string, Key>();

  /** @throws Error where the one seal of the installation cannot be used */
  constructor(
    private readonly p12: P12,
    private readonly clock: Clock,
  ) {
    if (!p12.path.includes(OF_ORGAN)) this.#keyOf(p12.path);
  }

  readonly seals = (organCode: string): boolean => existsSync(this.#pathOf(organCode));

  readonly seal: SealService['seal'] = (pdf, { organCode, organ }) => {
    const key = this.#keyOf(this.#pathOf(organCode));
    const prepared = withRoom(pdf, { name: organ, reason: REASON, at: this.clock.now() });
    return Promise.resolve(signedWith(prepared, signature(signedPartsOf(prepared), key, this.clock.now())));
  };

  #pathOf(organCode: string): string {
    return this.p12.path.replaceAll(OF_ORGAN, organCode);
  }

  #keyOf(path: string): Key {
    const known = this.#keys.get(path) ?? readP12(path, this.p12.password);
    this.#keys.set(path, known);
    return known;
  }
}

/** @throws Error that names the file, where it cannot be opened with the password or holds no RSA key */
function readP12(path: string, password: string): Key {
  try {
    const asn1 = forge.asn1.fromDer(readFileSync(path).toString('latin1'));
    const store = forge.pkcs12.pkcs12FromAsn1(asn1, password);
    const { pkcs8ShroudedKeyBag, keyBag, certBag } = forge.pki.oids;
    const of = (bagType: string | undefined): forge.pkcs12.Bag[] => store.getBags({ bagType })[bagType ?? ''] ?? [];
    const key = [...of(pkcs8ShroudedKeyBag), ...of(keyBag)][0]?.key;
    const certificates = of(certBag).flatMap(({ cert }) => cert ?? []);
    if (!key || certificates.length === 0) throw new Error('it holds no RSA key with a certificate');
    for (const certificate of certificates) readIssuer(certificate);
    return { pem: forge.pki.privateKeyToPem(key), certificates: ownFirst(certificates, key) };
  } catch (error) {
    throw new Error(`The seal ${path} cannot be used: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

/** The library reads names in UTF-8 as bytes and writes them from letters: a Chinese issuer would be encoded twice, and no reader find it. */
function readIssuer({ issuer }: forge.pki.Certificate): void {
  for (const field of issuer.attributes)
    if (Number(field.valueTagClass) === IN_UTF8) field.value = forge.util.decodeUtf8(String(field.value));
}

/** The certificate of the key before those above it. */
function ownFirst(certificates: readonly forge.pki.Certificate[], key: forge.pki.PrivateKey): forge.pki.Certificate[] {
  const { n } = key as forge.pki.rsa.PrivateKey;
  const isOwn = ({ publicKey }: forge.pki.Certificate): boolean => (publicKey as forge.pki.rsa.PublicKey).n.equals(n);
  return [...certificates].sort((a, b) => Number(isOwn(b)) - Number(isOwn(a)));
}

function signature(content: Buffer, { pem, certificates }: Key, at: Date): Buffer {
  const signed = forge.pkcs7.createSignedData();
  // Only the hash is needed of what is signed: it stands beside the signature, in the file.
  signed.content = forge.util.createBuffer(content.toString('latin1'));
  for (const certificate of certificates) signed.addCertificate(certificate);
  const [own] = certificates;
  if (own === undefined) throw new Error('There is no certificate.');
  signed.addSigner({
    key: pem,
    certificate: own,
    digestAlgorithm: forge.pki.oids.sha256 ?? '',
    authenticatedAttributes: [
      { type: forge.pki.oids.contentType ?? '', value: forge.pki.oids.data ?? '' },
      { type: forge.pki.oids.messageDigest ?? '' },
      // The declarations want a text; the program writes a day.
      { type: forge.pki.oids.signingTime ?? '', value: at as unknown as string },
    ],
  });
  signed.sign({ detached: true });
  return Buffer.from(forge.asn1.toDer(signed.toAsn1()).getBytes(), 'latin1');
}
