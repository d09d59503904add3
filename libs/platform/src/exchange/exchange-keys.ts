import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { SettingsError } from '../settings-error.js';

/** The two sides of an exchange: the portal in the internet zone, and the casework inside. */
export type Side = 'portal' | 'casework';

const KeyFile = z.strictObject({
  side: z.enum(['portal', 'casework']),
  /** Private, PKCS#8 in PEM: by the first this side signs, by the second it opens what was sealed for it. */
  signs: z.string(),
  opens: z.string(),
  /** Public, SPKI in PEM: what the other side signs with, and what is sealed for it. */
  otherSigns: z.string(),
  otherOpens: z.string(),
});
type KeyFile = z.infer<typeof KeyFile>;

/** What a side of an exchange signs, seals and opens with (Ed25519, X25519). */
export type ExchangeKeys = {
  readonly side: Side;
  readonly signs: KeyObject;
  readonly opens: KeyObject;
  readonly otherSigns: KeyObject;
  readonly otherOpens: KeyObject;
};

/** New keys for both sides, each as the text of its file. Whoever has a file can speak for its side. */
export function newExchangeKeys(): Readonly<Record<Side, string>> {
  const [portal, casework] = [newPairs(), newPairs()];
  const fileOf = (side: Side, own: Pairs, other: Pairs): string =>
    JSON.stringify(
      {
        side,
        signs: privatePem(own.signing),
        opens: privatePem(own.opening),
        otherSigns: publicPem(other.signing),
        otherOpens: publicPem(other.opening),
      } satisfies KeyFile,
      null,
      2,
    );
  return { portal: fileOf('portal', portal, casework), casework: fileOf('casework', casework, portal) };
}

type Pair = { readonly publicKey: KeyObject; readonly privateKey: KeyObject };
type Pairs = { readonly signing: Pair; readonly opening: Pair };

const newPairs = (): Pairs => ({ signing: generateKeyPairSync('ed25519'), opening: generateKeyPairSync('x25519') });
const privatePem = ({ privateKey }: Pair): string => privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const publicPem = ({ publicKey }: Pair): string => publicKey.export({ type: 'spki', format: 'pem' }).toString();

/** The keys of a side, from the text of its file. @throws SettingsError */
export function exchangeKeysIn(text: string): ExchangeKeys {
  try {
    const { side, signs, opens, otherSigns, otherOpens } = KeyFile.parse(JSON.parse(text));
    return {
      side,
      signs: createPrivateKey(signs),
      opens: createPrivateKey(opens),
      otherSigns: createPublicKey(otherSigns),
      otherOpens: createPublicKey(otherOpens),
    };
  } catch {
    throw new SettingsError('EXCHANGE_KEY names a file that is none of those that `gongkai exchange keys` makes.');
  }
}

/** The keys of the side that a process is. @throws SettingsError where the file is missing, or is the other side's */
export function exchangeKeysAt(file: string, side: Side): ExchangeKeys {
  const keys = exchangeKeysIn(readText(file));
  if (keys.side === side) return keys;
  throw new SettingsError(`EXCHANGE_KEY is the key of the other side (${keys.side}); this one is ${side}.`);
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new SettingsError(`EXCHANGE_KEY: ${file} cannot be read.`);
  }
}
