import type { LocalDate } from '@gongkai/calendar';
import type { CaseFile } from './case-file.js';
import type { CaseLaw } from './case-law.js';
import { leftWithProof } from './delivery.js';
import type { CaseFact, FactType, Way } from './facts.js';
import { electronicAgreed, type Judgement } from './judgements.js';
import { byPostAlone } from './postal.js';

/** What makes a letter that may leave with the same step. Those to the applicant go by an electronic way only where they agreed to it. */
const TO_APPLICANT: ReadonlySet<FactType> = new Set<FactType>([
  ...(['CORRECTION_NOTICE_MADE', 'EXTENSION', 'REASONS_ASKED', 'DELAY_SET', 'FEE_NOTICE_MADE', 'FEE_LIFTED'] as const),
]);

type Left = Way & { readonly dispatchedOn?: LocalDate | null };
type Matter = { readonly before: CaseFile; readonly statute: CaseLaw['statute'] };

/**
 * What the law makes of the way by which a letter leaves with the very step that makes it: what it makes of it for one that leaves later
 * (POST 55; CPL 89, 90). The files of such a step are the letter itself, and record nothing.
 */
export function sentAtOnce(fact: CaseFact, matter: Matter): Judgement {
  const isToApplicant = TO_APPLICANT.has(fact.type);
  const left = fact as Left;
  const day = left.dispatchedOn ?? null;
  if (day === null || (!isToApplicant && fact.type !== 'CONSULTATION')) return null;
  const { mode, witness } = left;
  return byPostAlone(left) ?? leftWithProof({ mode, witness }) ?? (isToApplicant ? agreed(left, day, matter) : null);
}

const agreed = ({ mode, agreedTo }: Way, day: LocalDate, matter: Matter): Judgement =>
  mode === undefined ? null : electronicAgreed({ mode, agreedTo }, day, matter);
