import { entryHash } from '@gongkai/platform';

/** What the clock says has the same id whoever says it, and however often. */
export function clockEnvelopeId(said: Readonly<Record<string, string | number>>): string {
  const hash = entryHash(said);
  return [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `8${hash.slice(17, 20)}`, hash.slice(20, 32)].join('-');
}
