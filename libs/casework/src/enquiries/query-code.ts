import { QUERY_CODE, queryCodeOf } from '@gongkai/contracts';
import type { Sealer } from '@gongkai/platform';
import { randomInt } from 'node:crypto';

/** A row of `query_code`, with its bytes in PostgreSQL's hex notation on the way in. */
export type QueryCodeRow = { readonly case_id: string; readonly sealed: string };

/** Where its bytes lie. */
export const placeOf = (caseId: string): string => `query code:${caseId}`;

/** A new query code, by chance. */
export const newQueryCode = (): string =>
  queryCodeOf(Array.from({ length: QUERY_CODE.drawn }, () => randomInt(QUERY_CODE.signs)));

/** A new query code for a case, sealed. */
export function drawQueryCode(sealer: Sealer, caseId: string): QueryCodeRow {
  return { case_id: caseId, sealed: `\\x${sealer.seal(newQueryCode(), placeOf(caseId)).toString('hex')}` };
}

/** The query code of a case. @throws SealBroken when the key does not fit */
export const openQueryCode = (sealer: Sealer, caseId: string, sealed: Uint8Array): string =>
  sealer.open(sealed, placeOf(caseId)) as string;
