import type { LocalDate } from '@gongkai/calendar';
import { Refusal, renderProblem, type CaseView, type Command, type Language, type Problem } from '@gongkai/contracts';
import { readDay } from '../parts/date-entry.js';
import type { Draft } from './draft.js';

/** Whether what is asked for at the counter can be answered there and then (当场答复, REG 33(1)): on the day it is handed over. */
export const asksSpot = ({ channel, arrivedOn }: Pick<Draft, 'channel' | 'arrivedOn'>, today: LocalDate): boolean =>
  channel === 'in_person' && readDay(arrivedOn, today) === today;

/** Whether the applicant waits for the answer, whoever gives it. */
export const waitsForAnswer = (draft: Draft, today: LocalDate): boolean => asksSpot(draft, today) && draft.spot !== 'later';

const isAnswered = (draft: Draft, today: LocalDate): boolean => waitsForAnswer(draft, today) && draft.spot !== 'waits';

/** An answer that does not say what was answered; null where there is none, or it does. */
export const spotProblem = (draft: Draft, today: LocalDate, language: Language): Problem | null =>
  isAnswered(draft, today) && draft.spotWhat.trim() === ''
    ? renderProblem(new Refusal('invalid-request', [{ path: 'spotWhat', code: 'required' }]), language)
    : null;

/**
 * The steps of an answer on the spot, as far as one person takes them: what is handed out is reviewed first (REG 17), and nobody
 * approves what they drafted.
 */
export function spotSteps(draft: Draft, today: LocalDate, { items }: Pick<CaseView, 'items'>): readonly Command[] {
  const { spot, spotWhat } = draft;
  if (!isAnswered(draft, today) || spot === 'later' || spot === 'waits') return [];
  const what = spotWhat.trim();
  // Of what is public already the reply names way and place (REG 36(1)).
  const said = spot === 'granted' ? { reasons: what } : { otherOrgan: what };
  const decided = items.map(({ id }): Command => ({ type: 'decideItem', itemId: id, code: spot, ...said }));
  const handedOn: readonly Command[] =
    spot === 'granted' ? items.map(({ id }) => ({ type: 'submitReview', itemId: id })) : [{ type: 'submitForApproval' }];
  return [{ type: 'claim' }, { type: 'accept' }, ...decided, ...handedOn];
}
