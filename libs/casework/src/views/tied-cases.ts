import { reasonOf, Refusal, type CommandType, type Language, type Reason } from '@gongkai/contracts';
import type { LocalDate } from '@gongkai/calendar';
import type { Steps } from '@gongkai/lifecycle';

/** A case that was merged into another and is answered by its reply. */
export type MergedCase = { readonly id: string; readonly number: string };

/** A part of an application that is answered apart and is not over. */
export type PartOpen = MergedCase;

/** Other cases that a case has to do with. */
export type Tied = { readonly merged: readonly MergedCase[]; readonly partsOpen: readonly PartOpen[] };

/** Steps that end a case without a reply, or by the reply of another, or make it wait: the date of what was merged into it would be lost. */
const FORSAKING: ReadonlySet<string> = new Set<CommandType>([
  ...(['withdraw', 'voidCase', 'merge', 'closeAbandoned', 'sendCorrectionNotice', 'sendFeeNotice'] as const),
]);

const against = (code: 'holds-merged-cases' | 'parts-open', article: string, cases: readonly MergedCase[]): Reason | null =>
  cases.length === 0
    ? null
    : { code, details: { article, cases, facts: { numbers: cases.map(({ number }) => number).join('、') } } };

/**
 * Why a case cannot end, wait or be filed so: those merged into it would never be answered, or not in time; its application is not over
 * while a part of it is not, and half of it is no complete file (REG 45). Null where it may.
 */
function reasonAgainst(step: string, { merged, partsOpen }: Tied): Reason | null {
  if (step === 'file') return against('parts-open', 'REG 45', partsOpen);
  return FORSAKING.has(step) ? against('holds-merged-cases', 'REG 33', merged) : null;
}

/** @throws Refusal `holds-merged-cases` or `parts-open` */
export function refuseWhereTied(step: string, tied: Tied): void {
  const reason = reasonAgainst(step, tied);
  if (reason) throw new Refusal(reason.code, [], reason.details);
}

/** The steps of a case, less those that would leave other cases behind. */
export function stepsWhereTied(steps: Steps, tied: Tied, language: Language, today: LocalDate): Steps {
  const closed = steps.permitted.flatMap(({ type }) => {
    const reason = reasonAgainst(type, tied);
    const { article = '' } = reason?.details ?? {};
    return reason ? [{ type, code: reason.code, article, reason: reasonOf(reason, language, today) }] : [];
  });
  const isClosed = (type: CommandType): boolean => closed.some((step) => step.type === type);
  return { permitted: steps.permitted.filter(({ type }) => !isClosed(type)), refused: [...steps.refused, ...closed] };
}
