import type { LocalDate } from '@gongkai/calendar';
import { reasonOf, type CommandType, type Language, type Reason } from '@gongkai/contracts';
import type { CaseLaw } from './case-law.js';
import { withEstimates } from './reasons.js';

/** A step that cannot be taken now, with the article or the missing fact that stands in the way. */
export type RefusedStep = {
  readonly type: CommandType;
  readonly code: string;
  readonly article?: string;
  readonly reason: string;
  /** The first day on which it can be taken, where only a day is waited for. */
  readonly from?: LocalDate;
};

/** In which language, on which day, and by which calendar its days are told. */
type Wording = { readonly language: Language; readonly today: LocalDate; readonly law: Pick<CaseLaw, 'calendar'> };

/** Of what a reason can be made where it names no day, no number and nobody: of a few words of the program, so of a few sentences. */
const OF_FEW_WORDS: ReadonlySet<string> = new Set(['role']);
const TOLD = new Map<string, RefusedStep>();

/**
 * Why a step cannot be taken, in the words of who asks. Every look at a case tells some fifty of them, most of them the same for every
 * case: those are worded once.
 */
export function refusedStep(type: CommandType, refusal: Reason, wording: Wording): RefusedStep {
  const { article, step, reason, settled, facts = {} } = refusal.details;
  if (Object.keys(facts).some((name) => !OF_FEW_WORDS.has(name))) return worded(type, refusal, wording);
  const key = [wording.language, type, refusal.code, article, step, reason, settled, facts.role].join();
  const told = TOLD.get(key) ?? worded(type, refusal, wording);
  TOLD.set(key, told);
  return told;
}

function worded(type: CommandType, refusal: Reason, { language, today, law: { calendar } }: Wording): RefusedStep {
  const { article, facts } = refusal.details;
  const from = facts?.from as LocalDate | undefined;
  return {
    type,
    code: refusal.code,
    ...(article === undefined ? {} : { article }),
    reason: reasonOf({ ...refusal, details: withEstimates(refusal.details, calendar) }, language, today),
    ...(from === undefined ? {} : { from }),
  };
}
