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

/** What an answer has to say; of what is given on paper also what its reviewer looks at (REG 17). */
export function spotAsked({ spot }: Pick<Draft, 'spot'>): readonly ('spotWhat' | 'spotPages' | 'spotPlace')[] {
  if (spot === 'later' || spot === 'waits') return [];
  return spot === 'granted' ? ['spotWhat', 'spotPages', 'spotPlace'] : ['spotWhat'];
}

/** An answer that does not say what was answered; null where there is none, or it does. */
export const spotProblem = (draft: Draft, today: LocalDate, language: Language): Problem | null =>
  asProblem(isAnswered(draft, today) ? spotAsked(draft).filter((name) => draft[name].trim() === '') : [], language);

const asProblem = (missing: readonly string[], language: Language): Problem | null =>
  missing.length === 0
    ? null
    : renderProblem(
        new Refusal(
          'invalid-request',
          missing.map((path) => ({ path, code: 'required' })),
        ),
        language,
      );

/**
 * The steps of an answer on the spot, as far as one person takes them: what is handed out is reviewed first (REG 17), and nobody
 * approves what they drafted.
 */
export function spotSteps(draft: Draft, today: LocalDate, { items }: Pick<CaseView, 'items'>): readonly Command[] {
  const { spot, spotWhat, spotPages, spotPlace } = draft;
  if (!isAnswered(draft, today) || spot === 'later' || spot === 'waits') return [];
  const what = spotWhat.trim();
  // Of what is public already the reply names way and place (REG 36(1)).
  const said = spot === 'granted' ? { reasons: what } : { otherOrgan: what };
  const decided = items.map(({ id }): Command => ({ type: 'decideItem', itemId: id, code: spot, ...said }));
  const original = { original: what, originalPages: spotPages.trim(), originalPlace: spotPlace.trim() };
  const handedOn: readonly Command[] =
    spot === 'granted'
      ? items.map(({ id }) => ({ type: 'submitReview', itemId: id, ...original }))
      : [{ type: 'submitForApproval' }];
  return [{ type: 'claim' }, { type: 'accept' }, ...decided, ...handedOn];
}
