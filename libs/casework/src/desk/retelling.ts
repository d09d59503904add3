import { isDeepStrictEqual } from 'node:util';
import { Refusal, type CaseLedger, type CommandOf, type FieldProblem } from '@gongkai/contracts';
import { ledgerOf, replay, type CaseFact, type CaseLaw, type CaseNow, type Decision, type JournalFact } from '@gongkai/lifecycle';

/** A case that is to be told anew. */
export type Retelling = {
  readonly now: CaseNow;
  readonly journal: readonly JournalFact[];
  /** The entry that the correction becomes. */
  readonly entry: Omit<JournalFact, 'fact'>;
  readonly law: CaseLaw;
  /** What permissions and chart have made of it. */
  readonly allowed: Decision;
};
/** The correction as it was asked for. */
export type Correcting = Retelling & { readonly command: CommandOf<'correctFact'> };

/** The journal as it will be with that fact. */
export const toldWith = (fact: CaseFact, { journal, entry }: Retelling): readonly JournalFact[] => [
  ...journal,
  { ...entry, fact },
];

/** The whole journal with one more entry. @throws Refusal where the case would stand elsewhere in the chart */
export function retold(fact: CaseFact, retelling: Retelling, path: string): CaseNow {
  const told = replay(toldWith(fact, retelling), retelling.law);
  if (!isDeepStrictEqual(told.value, retelling.now.value)) throw refused([{ path, code: 'changes-course' }]);
  return told;
}

export const refused = (fields: readonly FieldProblem[]): Refusal => new Refusal('invalid-request', fields);

/** The clock as of today. @throws Refusal `invalid-request` with that path where the facts do not fit together */
export function ledgerAfter({ file }: CaseNow, { law, entry }: Retelling, path: string): CaseLedger {
  try {
    return ledgerOf(file, law, { asOf: entry.today, derivation: false });
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
    const fields = new Map(problem.fields.map((field) => [field.code, { ...field, path }]));
    throw refused([...fields.values()]);
  }
}
