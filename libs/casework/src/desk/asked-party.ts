import type { FieldProblem } from '@gongkai/contracts';
import { isSameName } from '@gongkai/lifecycle';
import type { Statement } from '@gongkai/platform';
import type { Applicant } from '../applicants.js';
import { asUuid } from '../visibility.js';

/** The names of the organ of a case, and of its sections: an organ below it answers for itself. */
export const readOwnNames = (caseId: string): Statement => ({
  name: 'own-names',
  text: `
    SELECT organ.name_zh, organ.name_en, own.name_zh AS of_zh, own.name_en AS of_en
      FROM case_file JOIN organ AS own ON own.id = case_file.organ_id
      JOIN organ ON organ.id = own.id OR (organ.kind = 'unit' AND organ.path @> ARRAY[own.id])
     WHERE case_file.id = $1`,
  values: [asUuid(caseId)],
});

type Row = Readonly<Record<'name_zh' | 'name_en' | 'of_zh' | 'of_en', string>>;

/** Who asks. */
export type Asker = {
  readonly rows: readonly unknown[];
  /** Names of sections that were asked to help in the case. */
  readonly units: readonly string[];
  readonly applicant: Pick<Applicant, 'name' | 'agent'>;
};

/**
 * Nobody is consulted who asks, or who applies: a letter to a section of the own organ stops no clock (GC26), and the applicant is no third
 * party to what they ask for (REG 32, 33(3)).
 */
export function askedProblems(party: string, { rows, units, applicant }: Asker): readonly FieldProblem[] {
  const isAsked = (name: string | undefined): boolean => name !== undefined && isSameName(name, party);
  if ([applicant.name, applicant.agent].some(isAsked)) return [{ path: 'party', code: 'asks-applicant' }];
  return ownNames(rows as readonly Row[], units).some(isAsked) ? [{ path: 'party', code: 'asks-own-organ' }] : [];
}

function ownNames(rows: readonly Row[], units: readonly string[]): readonly string[] {
  const [own] = rows;
  const organs = own === undefined ? [] : [own.of_zh, own.of_en];
  const sections = [...rows.flatMap(({ name_zh, name_en }) => [name_zh, name_en]), ...units];
  return [...organs, ...sections, ...organs.flatMap((organ) => sections.map((section) => organ + section))];
}
