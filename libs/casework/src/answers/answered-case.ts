import { Refusal, type PublicAttribute } from '@gongkai/contracts';
import { givesSomething, type CaseFile } from '@gongkai/lifecycle';
import type { CommandPool, Sealer, Statement } from '@gongkai/platform';
import { openApplicant, type Applicant, type ApplicantRow } from '../applicants.js';
import { readCase, readSurroundings, storedCase } from '../desk/stored-case.js';
import type { Person } from '../person.js';

/** Something that is known of somebody who asked, or was burnt out of a file of the case. */
export type PersonalWord = { readonly what: 'name' | 'number' | 'phone' | 'contact' | 'withheld'; readonly text: string };

/** A case of which something can be published, and what must not be in that. */
export type AnsweredCase = {
  readonly id: string;
  readonly number: string;
  readonly organId: string;
  readonly organPath: readonly string[];
  readonly publication: CaseFile['publication'];
  /** It was decided to publish it: the period runs. */
  readonly isDecided: boolean;
  /** To whom the signature fixed that its reply may be given. */
  readonly attribute: PublicAttribute | null;
  readonly personal: readonly PersonalWord[];
};

type Parts = { readonly pool: CommandPool; readonly sealer: Sealer };

/** A case whose answer is out and gives something. @throws Refusal `case-not-found`, `not-answered-openly` */
export async function answeredCase({ pool, sealer }: Parts, id: string, person: Person): Promise<AnsweredCase> {
  const [rows, around] = await Promise.all([pool.query(readCase(id, 'none')), pool.query(readSurroundings(id))]);
  const stored = storedCase(rows.rows, around.rows, person);
  if (!givesSomething(stored.row.file)) throw new Refusal('not-answered-openly');
  const { organ_path: organPath, merged } = stored.around;
  const [others, withheld] = await Promise.all([
    pool.query<ApplicantRow>(applicantsOf(merged.map((one) => one.id))),
    pool.query<{ text: string }>(burntOutOf([id, ...merged.map((one) => one.id)])),
  ]);
  const applicants = [stored.around, ...others.rows].map((row) => openApplicant(sealer, row));
  const { number, organ_id: organId, file } = stored.row;
  return {
    id,
    number,
    organId,
    organPath,
    publication: file.publication,
    isDecided: isDecided(file),
    attribute: file.round.reply.attribute.fixed?.attribute ?? null,
    personal: [
      ...applicants.flatMap(wordsOfApplicant),
      ...withheld.rows.map(({ text }) => ({ what: 'withheld' as const, text })),
    ],
  };
}

const isDecided = ({ promotion }: CaseFile): boolean => (promotion?.decidedOn ?? null) !== null;

const applicantsOf = (caseIds: readonly string[]): Statement => ({
  name: 'applicants-of-cases',
  text: `
    SELECT DISTINCT applicant.id AS applicant_id, applicant.kind AS applicant_kind, applicant.category AS applicant_category,
           applicant.name AS applicant_name, applicant.sealed
      FROM case_file JOIN applicant ON applicant.id = case_file.applicant_id WHERE case_file.id = ANY ($1::uuid[])`,
  values: [caseIds],
});

/** Words that were looked for in files of cases to be withheld (REG 15, 37): what is said beside such a file does not say them. */
const burntOutOf = (caseIds: readonly string[]): Statement => ({
  name: 'words-burnt-out',
  text: `
    SELECT DISTINCT mark ->> 'words' AS text FROM redaction, jsonb_array_elements(redaction.marks) AS mark
     WHERE redaction.case_id = ANY ($1::uuid[]) AND redaction.state = 'burnt' AND mark ->> 'words' IS NOT NULL`,
  values: [caseIds],
});

/** What is known of everybody who ever asked an organ, and must not be in what it publishes. */
export async function personalWordsOf({ pool, sealer }: Parts, organId: string): Promise<readonly PersonalWord[]> {
  const { rows } = await pool.query<ApplicantRow>({
    name: 'applicants-of-organ',
    text: `
      SELECT DISTINCT applicant.id AS applicant_id, applicant.kind AS applicant_kind, applicant.category AS applicant_category,
             applicant.name AS applicant_name, applicant.sealed
        FROM case_file JOIN applicant ON applicant.id = case_file.applicant_id WHERE case_file.organ_id = $1`,
    values: [organId],
  });
  return rows.flatMap((row) => wordsOfApplicant(openApplicant(sealer, row)));
}

/** What is known of one applicant. */
export function wordsOfApplicant(applicant: Applicant): PersonalWord[] {
  const known = [
    ['name', [applicant.name, applicant.agent]],
    ['number', [applicant.idNumber, applicant.agentIdNumber]],
    ['phone', [applicant.phone, applicant.agentPhone, applicant.faxNumber]],
    ['contact', [applicant.email, applicant.address]],
  ] as const;
  return known.flatMap(([what, texts]) => texts.flatMap((text) => (text === undefined ? [] : [{ what, text }])));
}
