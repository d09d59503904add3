import type { LocalDate } from '@gongkai/calendar';
import type { LawOfCase } from '@gongkai/casework';
import type { CaseItem } from '@gongkai/lifecycle';
import { inForce, isInForce, remediesOf, ruleKeys, type Decision, type RuleKey } from '@gongkai/statutes';
import { ordinal } from '../values/days.js';
import { filled } from './places.js';

type RemedyName = keyof LawOfCase['grounds']['remedies'];

/** A paragraph about remedies, with what its braces stand for. */
export type Remedy = { readonly name: RemedyName; readonly against: string };

/** What they are to be told of: the decisions as a whole, as the source calls them. */
type Asked = { readonly against: string; readonly on: LocalDate; readonly law: LawOfCase };

/**
 * The remedies that a reply tells of: reconsideration first against what is withheld, either way against the rest (ARL 23(1)(4), 23(2));
 * where both are in one reply, by the numbers of the items.
 */
export function remediesAgainst(items: readonly CaseItem[], { against, on, law }: Asked): readonly Remedy[] {
  const decided = items.flatMap(({ decision }, i) =>
    decision === null ? [] : [{ no: ordinal(i + 1), decision: decision as Decision }],
  );
  const isFirst = ({ decision }: (typeof decided)[number]): boolean => remediesOf(decision, on, law.grounds).reconsiderationFirst;
  const [first, rest] = [decided.filter(isFirst), decided.filter((one) => !isFirst(one))];
  const isMixed = first.length > 0 && rest.length > 0;
  const called = (some: typeof decided): string => (isMixed ? `${against}中第${some.map(({ no }) => no).join('、')}项` : against);
  return [
    ...(first.length > 0 ? [{ name: 'reconsiderationFirst' as const, against: called(first) }] : []),
    ...(rest.length > 0 ? [{ name: 'choice' as const, against: called(rest) }] : []),
  ];
}

/** What the braces of the remedies are filled with beside the values of rules, by the names of places of a paper. */
const PLACE_OF: Readonly<Record<string, string>> = {
  organ: 'organ.reconsiderationOrgan',
  court: 'organ.court',
  onlineChannel: 'organ.onlineChannel',
  supervisor: 'organ.supervisor',
};

/** Rules that a sentence can tell: a table is none. */
type Printed = Exclude<RuleKey, 'archive.retention'>;

/** What the end of a line in the file leaves between two letters. */
const FOLDED = /(?<=\P{ASCII}) (?=\P{ASCII})/gu;

/** The paragraph, with the periods in force on a day. @param valueOf what a place of the paper stands for */
export function remedyText(
  { name, against }: Remedy,
  { law, on, paper }: Omit<Asked, 'against'> & { readonly paper: string },
  valueOf: (place: string) => string,
): string {
  const own: Readonly<Record<string, string>> = { against, paper };
  const isRule = (hole: string): hole is Printed =>
    hole !== 'archive.retention' && Object.hasOwn(ruleKeys, hole) && isInForce(law.statute, hole as RuleKey, on);
  return filled(law.grounds.remedies[name].text.zh.replace(FOLDED, ''), (hole) => {
    if (isRule(hole)) return String(inForce(law.statute, hole, on));
    return own[hole] ?? valueOf(PLACE_OF[hole] ?? hole);
  });
}
