import type { LocalDate } from '@gongkai/calendar';
import type { OtherDeadline } from '@gongkai/statutes';
import type { CaseFile, CaseRemedy } from './case-file.js';

/** What was brought, and against what: the answer of a round, or how it ended. */
export type Ways = Pick<CaseFile, 'remedies' | 'ending'> & {
  readonly round: Pick<CaseFile['round'], 'order'> & { readonly reply: Pick<CaseFile['round']['reply'], 'dispatchedOn'> };
};

/**
 * The applicant's own periods with the day on which a way was taken: while an organ reconsiders nobody can sue, what a court has is not
 * reconsidered, and neither way is taken twice (ARL 29; ALL 44–46). The period that a decision on reconsideration starts is one of its own; an
 * application that was withdrawn was not decided.
 */
export const withWaysTaken = (deadlines: readonly OtherDeadline[], ways: Ways): OtherDeadline[] =>
  deadlines
    .filter((one) => one.deadline !== 'suitAfterReconsiderationUntil' || !isWithdrawn(one, ways))
    .map((one) => ({ ...one, metOn: one.metOn ?? takenOn(one, ways) }));

const isWithdrawn = ({ about }: OtherDeadline, { remedies }: Ways): boolean =>
  remedies.some(({ id, result }) => id === about && result === 'withdrawn');

function takenOn({ deadline, about, startedBy }: OtherDeadline, ways: Ways): LocalDate | null {
  const { remedies } = ways;
  if (deadline === 'suitAfterReconsiderationUntil') {
    const decided = remedies.find(({ id }) => id === about);
    return firstOf(
      remedies.filter((one) => one.kind === 'litigation' && decided !== undefined && one.openedOn >= decided.openedOn),
    );
  }
  if (deadline !== 'reconsiderationUntil' && deadline !== 'suitUntil') return null;
  const since = sinceOf(startedBy, ways);
  return firstOf(remedies.filter((one) => one.openedOn >= since && !isOver(one, ways) && endsIt(one, deadline)));
}

/** It was over with the order to act anew, or before: it was against what was answered then. */
const isOver = ({ closedOn }: CaseRemedy, { round: { order } }: Ways): boolean =>
  closedOn !== null && order !== null && closedOn <= order.servedOn;

/** Who has withdrawn an application for reconsideration may still sue. */
const endsIt = ({ kind, result }: CaseRemedy, deadline: 'reconsiderationUntil' | 'suitUntil'): boolean =>
  kind === 'litigation' || (kind === 'reconsideration' && (deadline === 'reconsiderationUntil' || result !== 'withdrawn'));

/** A remedy from before is against something else: against an earlier reply, or that there was none. */
const SINCE: Readonly<Partial<Record<OtherDeadline['startedBy'], (ways: Ways) => LocalDate | null | undefined>>> = {
  reply_served: ({ round }) => round.reply.dispatchedOn,
  record_correction_served: ({ round }) => round.reply.dispatchedOn,
  handling_ended: ({ ending }) => ending?.on,
  reply_period_ended: ({ round }) => round.order?.servedOn,
};
const sinceOf = (startedBy: OtherDeadline['startedBy'], ways: Ways): string => SINCE[startedBy]?.(ways) ?? '';

const firstOf = (remedies: readonly CaseRemedy[]): LocalDate | null => remedies.map(({ openedOn }) => openedOn).sort()[0] ?? null;
