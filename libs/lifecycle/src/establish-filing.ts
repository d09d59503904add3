import type { FieldProblem } from '@gongkai/contracts';
import type { DayCheck } from './day-check.js';
import { deliveriesUnproven } from './delivery-lacks.js';
import type { Establish } from './establish-step.js';
import { isShorter, retentionOf } from './retention.js';

/**
 * A case goes into the archive whole, or with a word about what it lacks (REG 45): the proof of each delivery, and a copy of each letter. It
 * is kept as long as the table says, or longer.
 */
export const establishFiling: Establish<'file'> = ({ retention, unproven, unkept }, making) => {
  const { today, file, statute, days } = making;
  const table = retentionOf(file, statute, today);
  if (retention !== undefined && isShorter(retention, table)) days.add({ path: 'retention', code: 'retention-too-short' });
  const numbers = making.unkept.map(({ number, madeOn }) => number ?? madeOn).join('、');
  return {
    ...{ type: 'FILED', on: today, retention: retention ?? table },
    ...said('unproven', unproven, days, { code: 'delivery-unproven', facts: { papers: deliveriesUnproven(file).length } }),
    ...said('unkept', unkept, days, { code: 'letter-unkept', facts: { papers: making.unkept.length, numbers } }),
  };
};

type Lacking = { readonly code: FieldProblem['code']; readonly facts: { readonly papers: number; readonly numbers?: string } };

/** The word about what is lacking: asked for where something is, and left out where nothing is. */
function said(
  path: 'unproven' | 'unkept',
  why: string | undefined,
  days: DayCheck,
  lacking: Lacking,
): Partial<Record<'unproven' | 'unkept', string>> {
  if (lacking.facts.papers === 0) return {};
  if (why === undefined) days.add({ path, ...lacking });
  return why === undefined ? {} : { [path]: why };
}
