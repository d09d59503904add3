import { articleText, type AnswersByLink, type CaseView, type CommandType } from '@gongkai/contracts';
import { answerValues, NO_ANSWER } from '../answer-values.js';
import { contactOf } from './party-contact.js';
import type { StepValues, Subject } from './step-values.js';

/** What of a case is known of the subjects of its steps. */
export type Known = Pick<CaseView, 'items' | 'consultations' | 'remedies'> & {
  /** What was answered by link and is not on record. */
  readonly answers?: AnswersByLink['items'];
};

/** What is known already of the subject of a step, in its fields. */
export const knownOf = (type: CommandType, subject: Subject, known: Known): StepValues => KNOWN[type]?.(subject, known) ?? {};

const KNOWN: Readonly<Partial<Record<CommandType, (subject: Subject, known: Known) => StepValues>>> = {
  decideItem: ({ id }, { items }) => decisionOn(id, items),
  submitReview: ({ id }, { items }) => ({ fileIds: [...(items.find((item) => item.id === id)?.fileIds ?? [])] }),
  recordAnswer: (subject, { answers = [] }) => answeredTo(subject, answers),
  changePartyContact: (subject, { consultations }) => contactOf(subject, consultations),
  // What a first instance says can still be appealed against (ALL 85): it is final only where that is said.
  recordJudgment: ({ id }, { remedies }) => ({ final: remedies.some((suit) => suit.id === id && suit.appealed !== undefined) }),
};

/** What was decided on an item before: whoever decides it anew changes that, and need not type it again. */
function decisionOn(id: string, items: Known['items']): StepValues {
  const { decision, fileIds = [] } = items.find((item) => item.id === id) ?? {};
  if (!decision) return {};
  const { decidedOn: _on, decidedBy: _by, ...said } = decision;
  return {
    ...said,
    ...(said.article === undefined ? {} : { article: articleText(said.article, 'zh-CN') }),
    fileIds: [...fileIds],
  };
}

/** What who is asked has answered by the link, as the mark of the case fills it in; of another letter nothing stays. */
function answeredTo({ id }: Subject, answers: AnswersByLink['items']): StepValues {
  const said = answers.find(({ consultationId }) => consultationId === id);
  return said === undefined ? NO_ANSWER : answerValues(said, said.arrivedOn);
}
