import { articleText, type CaseView, type CommandType } from '@gongkai/contracts';
import { contactOf } from './party-contact.js';
import type { StepValues, Subject } from './step-values.js';

/** What of a case is known of the subjects of its steps. */
export type Known = Pick<CaseView, 'items' | 'consultations' | 'remedies'>;

/** What is known already of the subject of a step, in its fields. */
export const knownOf = (type: CommandType, subject: Subject, known: Known): StepValues => KNOWN[type]?.(subject, known) ?? {};

const KNOWN: Readonly<Partial<Record<CommandType, (subject: Subject, known: Known) => StepValues>>> = {
  decideItem: ({ id }, { items }) => decisionOn(id, items),
  submitReview: ({ id }, { items }) => ({ fileIds: [...(items.find((item) => item.id === id)?.fileIds ?? [])] }),
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
