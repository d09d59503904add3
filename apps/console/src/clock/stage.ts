import type { LocalDate } from '@gongkai/calendar';
import type { CaseView } from '@gongkai/contracts';
import { remedyDue } from './remedy-due.js';

/** The day a ruler is filled to, and why: today, or the day on which the reply left or the case was over. */
export type Stage = { readonly day: LocalDate; readonly is: 'today' | 'replied' | 'over' };

/** How far the period of a case has come. The answer to a remedy, where one is owed, is counted until today. */
export function stageOf({ notices, closedOn, clock, turn }: CaseView, today: LocalDate): Stage {
  const isOver = remedyDue(turn) === null && (clock === 'ended' || clock === 'withdrawn');
  const repliedOn = notices.findLast(({ kind, dispatchedOn }) => kind === 'reply' && dispatchedOn !== null)?.dispatchedOn;
  if (isOver && repliedOn) return { day: repliedOn, is: 'replied' };
  return isOver && closedOn !== null ? { day: closedOn, is: 'over' } : { day: today, is: 'today' };
}
