import type { CommandPool } from '@gongkai/platform';
import type { Person } from '../person.js';
import { isApplicant } from '../portal/applicant.js';
import { organInSight } from '../visibility.js';
import type { AccessLog, SeenCase } from './access-log.js';

/** Content that very many cases name is a form that everybody has: so many are written down at most. */
const MOST = 20;

const NAMING = `
  SELECT case_file.id, case_file.number, organ.path
    FROM case_file JOIN organ ON organ.id = case_file.organ_id
   WHERE case_file.id = ANY (ARRAY(SELECT cases_with_file($3))) AND ${organInSight(1, 2)}
   LIMIT ${MOST}`;

/** Writes down who reads a file, as a reading of the cases in their sight that name it. */
export class FileAccess {
  constructor(private readonly parts: { readonly pool: CommandPool; readonly log: Pick<AccessLog, 'note'> }) {}

  /** Nothing for an applicant, who reads their own, and for a file that no case names. */
  async note(reader: Person, fileId: string): Promise<void> {
    if (isApplicant(reader)) return;
    const { pool, log } = this.parts;
    const { rows } = await pool.query<SeenCase>({ text: NAMING, values: [reader.organId, reader.seesBelow, fileId] });
    await Promise.all(rows.map((seen) => log.note(reader, seen)));
  }
}
