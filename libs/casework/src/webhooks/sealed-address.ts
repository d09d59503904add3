import type { Sealer } from '@gongkai/platform';
import type { Address } from './formats.js';

/** Where its bytes lie. */
export const placeOf = (targetId: string): string => `webhook:${targetId}`;

/** The address of a robot contains its key: it is kept like the secret. */
export const sealAddress = (sealer: Pick<Sealer, 'seal'>, targetId: string, address: Address): Buffer =>
  sealer.seal(address, placeOf(targetId));

/** @throws SealBroken */
export const openAddress = (sealer: Pick<Sealer, 'open'>, targetId: string, sealed: Uint8Array): Address =>
  sealer.open(sealed, placeOf(targetId)) as Address;
