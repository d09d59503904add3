import { reasonOf, Refusal, type CommandType, type Language, type Reason } from '@gongkai/contracts';
import type { LocalDate } from '@gongkai/calendar';
import type { Steps } from '@gongkai/lifecycle';

/** A case that was merged into another and is answered by its reply. */
export type MergedCase = { readonly id: string; readonly number: string };

/** Steps that end a case without a reply, or by the reply of another, or make it wait: the date of what was merged into it would be lost. */
const FORSAKING: ReadonlySet<string> = new Set<CommandType>([
  ...(['withdraw', 'voidCase', 'merge', 'closeAbandoned', 'sendCorrectionNotice', 'sendFeeNotice'] as const),
]);

const ARTICLE = 'REG 33';

/** Why a case cannot end or wait so: those merged into it would never be answered, or not in time. Null where it may. */
function reasonAgainst(step: string, merged: readonly MergedCase[]): Reason | null {
  if (merged.length === 0 || !FORSAKING.has(step)) return null;
  const numbers = merged.map(({ number }) => number).join('、');
  return { code: 'holds-merged-cases', details: { article: ARTICLE, cases: merged, facts: { numbers } } };
}

/** @throws Refusal `holds-merged-cases` */
export function refuseWhereMerged(step: string, merged: readonly MergedCase[]): void {
  const reason = reasonAgainst(step, merged);
  if (reason) throw new Refusal(reason.code, [], reason.details);
}

/** The steps of a case, less those that would leave the cases merged into it without a reply. */
export function stepsWhereMerged(steps: Steps, merged: readonly MergedCase[], language: Language, today: LocalDate): Steps {
  const closed = steps.permitted.flatMap(({ type }) => {
    const reason = reasonAgainst(type, merged);
    return reason ? [{ type, code: reason.code, article: ARTICLE, reason: reasonOf(reason, language, today) }] : [];
  });
  const isClosed = (type: CommandType): boolean => closed.some((step) => step.type === type);
  return { permitted: steps.permitted.filter(({ type }) => !isClosed(type)), refused: [...steps.refused, ...closed] };
}
