import { queryCodeText, Refusal, type ReceiptSlip } from '@gongkai/contracts';
import { json, type CommandPool, type Sealer } from '@gongkai/platform';
import { needRole, type Person } from '../person.js';
import { actingIn, asUuid, organInSight } from '../visibility.js';
import { drawQueryCode, openQueryCode } from './query-code.js';

type Parts = {
  readonly pool: CommandPool;
  readonly sealer: Sealer;
  /** Where applicants reach this installation. */
  readonly publicUrl: string;
};

const READ = `
  SELECT case_file.id, case_file.number, case_file.organ_id, query_code.sealed
    FROM case_file
    JOIN organ ON organ.id = case_file.organ_id
    LEFT JOIN query_code ON query_code.case_id = case_file.id
   WHERE case_file.id = $3 AND ${organInSight(1, 2)}`;

/** Of two who print at once, the first has drawn it. */
const KEEP = `
  INSERT INTO query_code (case_id, sealed)
  SELECT case_id, sealed FROM jsonb_populate_record(NULL::query_code, $1::jsonb)
  ON CONFLICT DO NOTHING`;

/** Leads to where an application stands. */
export const followAddress = (publicUrl: string, number: string, code: string): string =>
  `${publicUrl}/portal/follow?${new URLSearchParams({ number, code }).toString()}`;

type SlipRow = {
  readonly id: string;
  readonly number: string;
  readonly organ_id: string;
  readonly sealed: Uint8Array | null;
};

/**
 * What a receipt gives an applicant to follow the case with. Whoever has the code acts as the applicant, so it is printed again by those who
 * take down what applicants say, and by nobody who only reads or looks from above.
 */
export class ReceiptSlips {
  constructor(private readonly parts: Parts) {}

  /** A case that was logged before there were codes gets its code now. @throws Refusal `case-not-found`, `role-missing` */
  async slipOf(person: Person, caseId: string): Promise<ReceiptSlip> {
    const { pool, sealer, publicUrl } = this.parts;
    const found = await this.#read(person, caseId);
    needRole(actingIn(person, found.organ_id), 'clerk', 'caseworker');
    if (found.sealed === null)
      await pool.query({ name: 'keep-query-code', text: KEEP, values: [json(drawQueryCode(sealer, found.id))] });
    const { id, number, sealed } = found.sealed === null ? await this.#read(person, caseId) : found;
    const queryCode = queryCodeText(openQueryCode(sealer, id, sealed ?? new Uint8Array()));
    return { queryCode, address: followAddress(publicUrl, number, queryCode) };
  }

  async #read({ organId, seesBelow }: Person, caseId: string): Promise<SlipRow> {
    const values = [organId, seesBelow, asUuid(caseId)];
    const { rows } = await this.parts.pool.query<SlipRow>({ name: 'receipt-slip', text: READ, values });
    const [row] = rows;
    if (row === undefined) throw new Refusal('case-not-found');
    return row;
  }
}
