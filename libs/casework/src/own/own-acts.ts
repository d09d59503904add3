import { OWN_ACTS, type ApplicationStanding, type CaseState } from '@gongkai/contracts';
import { correctionDue, givesSomething, type CaseFile } from '@gongkai/lifecycle';
import type { Reckoned } from '../desk/columns.js';
import { applicantIn } from '../portal/applicant.js';
import { stepsFor } from '../views/case-view.js';
import type { Tied } from '../views/tied-cases.js';

/** What an applicant can do in the own case now. */
export type OwnActs = {
  readonly acts: ApplicationStanding['acts'];
  /** The notices that can be said to be here, by their ids. */
  readonly confirmable: ReadonlySet<string>;
  /** The items that can be taken back alone. */
  readonly withdrawable: ApplicationStanding['withdrawable'];
};

/** Something was given, and nobody has suggested to publish it. */
const maySuggest = (file: CaseFile, may: (type: string) => boolean): boolean =>
  may('suggestPublication') && file.promotion === null && givesSomething(file);

/** Once the reply is with who approves and signs it, an item less would make it another reply. */
const BEFORE_APPROVAL: ReadonlySet<CaseState> = new Set([
  ...(['unconfirmed', 'received', 'registered', 'accepted', 'awaiting_correction', 'awaiting_payment'] as const),
]);

const SOMEBODY = applicantIn({ id: '', code: '' });

/** By the same chart and the same law that answer the steps of officials. */
export function ownActs(reckoned: Reckoned, tied: Tied): OwnActs {
  const { now, standing, ledger, today } = reckoned;
  const { permitted } = stepsFor(now, reckoned, { actor: SOMEBODY, language: 'zh-CN' }, tied);
  const may = (type: string): boolean => permitted.some((step) => step.type === type);
  const until = correctionDue(ledger)?.day;
  const open: Readonly<Record<ApplicationStanding['acts'][number], boolean>> = {
    correct: standing.state === 'awaiting_correction' && may('receiveCorrection') && (until === undefined || today <= until),
    pay: standing.state === 'awaiting_payment',
    withdraw: may('withdraw') && now.file.round.reply.dispatchedOn === null,
    suggest: maySuggest(now.file, may),
  };
  const subjects = permitted.find(({ type }) => type === 'recordService')?.subjects ?? [];
  const reply = now.file.round.reply.noticeId;
  return {
    acts: OWN_ACTS.filter((act) => open[act]),
    confirmable: new Set(
      subjects.flatMap(({ field, id }) => (field === 'noticeId' ? [id === 'reply' ? (reply ?? id) : id] : [])),
    ),
    withdrawable: withdrawableIn(reckoned).filter(() => may('withdrawItem')),
  };
}

const withdrawableIn = ({ now: { file }, standing: { state } }: Reckoned): OwnActs['withdrawable'] =>
  BEFORE_APPROVAL.has(state) ? file.items.map(({ id, description }) => ({ id, description })) : [];
