import type { CaseFile } from './case-file.js';
import type { Judgement } from './judgements.js';

/** Whether the decision or the judgment that opened the present round has set its period itself. */
export const hasOrderedPeriod = ({ round }: Pick<CaseFile, 'round'>): boolean => Boolean(round.order?.workingDays);

/**
 * What another has ordered us to do by a day is done by that day: no extension, delay, correction or fee of ours moves it (ARL 77; ALL 94).
 * Where nothing was said of a period, that of an application runs anew, with all that belongs to it (REG 33).
 */
export function periodOrdered(file: Pick<CaseFile, 'round' | 'remedies'>): Judgement {
  const { order } = file.round;
  if (!order || !hasOrderedPeriod(file)) return null;
  const isOfCourt = file.remedies.some(({ kind, closedOn }) => kind === 'litigation' && closedOn === order.servedOn);
  return { code: 'period-ordered', article: isOfCourt ? 'ALL 94' : 'ARL 77', facts: { days: order.workingDays ?? 0 } };
}
