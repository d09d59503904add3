import { isDeepStrictEqual } from 'node:util';
import { Refusal, type CaseLedger, type ProblemCode } from '@gongkai/contracts';
import {
  consultedHeard,
  disorders,
  objectionTo,
  replay,
  roundOf,
  stateOf,
  type CaseFact,
  type CaseNow,
  type FactType,
  type JournalFact,
} from '@gongkai/lifecycle';
import { isDayName } from './correctable-fields.js';
import { ledgerAfter, refused, toldWith, type Correcting, type Retelling } from './retelling.js';

/** What the law looks at in a decision or in the answer of somebody who was asked, beside its day. */
const LOOKED_AT: Readonly<Partial<Record<FactType, readonly string[]>>> = {
  ITEM_DECIDED: [
    'code',
    'ground',
    'article',
    'facts',
    'reasons',
    'harm',
    'severability',
    'unasked',
    'unlikeFound',
    'otherOrgan',
    'earlierNumber',
    'earlierDay',
  ],
  CONSULTATION_ANSWERED: ['answer'],
};

/** Whether it changes what a reply says or may say, so that an approver has to confirm as well. */
export function rewrites(entryId: string, fields: readonly string[], journal: readonly JournalFact[]): boolean {
  const type = journal.find(({ id }) => id === entryId)?.fact.type;
  return type !== undefined && fields.some((name) => LOOKED_AT[type]?.includes(name));
}

/** @throws Refusal while the reply is before the approver, or approved and on its way: it is sent back first */
export function checkNotSubmitted({ now }: Retelling): void {
  const state = stateOf(now);
  if (state === 'approving') throw new Refusal('step-not-permitted', [], { reason: 'reply-submitted' });
  if (['approved', 'signed', 'dispatched', 'returned'].includes(state))
    throw new Refusal('step-not-permitted', [], { reason: 'reply-approved' });
}

/**
 * What a reply says that has left is not decided otherwise by a correction, in no later round either.
 * @throws Refusal where it has, or as long as the reply is before the approver or approved
 */
export function checkRewritable(correcting: Correcting): void {
  const { command, journal, law } = correcting;
  const isDecision = journal.find(({ id }) => id === command.entryId)?.fact.type === 'ITEM_DECIDED';
  if (isDecision && roundOf(command.entryId, journal, law).file.round.reply.dispatchedOn !== null)
    throw new Refusal('step-not-permitted', [], { reason: 'reply-sent' });
  checkNotSubmitted(correcting);
}

/**
 * What was out of time has no effect, and the clock says so: it is written down as it was, and an approver looks. A fee or delay
 * notice is not among them: the clock goes by its service or its day whenever it left (FEE, REG 35).
 */
const WITHOUT_EFFECT: ReadonlySet<string> = new Set<ProblemCode>([
  'correction-notice-late',
  'extension-late',
  'clock-not-running',
]);

/**
 * Whether what is told now was out of time.
 * @throws Refusal with what else the step would have been refused for, where it was not open to that before
 */
export function checkLaw(fact: CaseFact, correcting: Correcting): boolean {
  const { command, journal, entry, law } = correcting;
  const { today } = entry;
  const against = objectionTo(command.entryId, { journal: toldWith(fact, correcting), law, today });
  const before = objectionTo(command.entryId, { journal, law, today });
  if (against === null || (before?.code === against.code && isDeepStrictEqual(before.fields, against.fields))) return false;
  if (WITHOUT_EFFECT.has(against.code) && Object.keys(command.fields).every(isDayName)) return true;
  const fields = against.fields.map((field) => ({ ...field, path: `fields.${field.path}` }));
  throw new Refusal(against.code, fields, against.details);
}

/**
 * A period of the applicant that only now runs, or is over, in a case that went on: nobody would wait for it or end it. Or a case that
 * waits where no period runs, its notice having been too late: nobody could go on.
 */
function isStranded({ value, file }: CaseNow, { clock }: CaseLedger): boolean {
  const isWaiting = ['awaiting_correction', 'awaiting_payment'].includes(stateOf({ value, file }));
  return isWaiting ? clock === 'running' : WAITS.has(clock) && file.ending === null;
}

const WAITS: ReadonlySet<string> = new Set<CaseLedger['clock']>(['awaiting_correction', 'awaiting_payment', 'deemed_abandoned']);

/** What moved the clock or ended the case because of what had been asked for, and whether it came in time and in full. */
const UPON_A_NOTICE: ReadonlySet<FactType> = new Set<FactType>([
  ...(['CORRECTION_NOT_RECEIVED', 'FEE_NOT_PAID', 'CORRECTION_RECEIVED', 'FEE_PAID', 'FEE_LIFTED'] as const),
]);

/**
 * What was done since may rest on what is corrected.
 * @throws Refusal `changes-course` where a case was closed for want of something that is still awaited, or its clock began anew upon
 *   what would have been too late or too little; or while a reply is before the approver or on its way, where somebody would still have
 *   to be heard before it
 */
export function checkWhatFollowed(fact: CaseFact, once: CaseNow, ledger: CaseLedger, correcting: Correcting): void {
  const { command, journal, entry, law, now, allowed } = correcting;
  const objects = (id: string, entries: readonly JournalFact[]): boolean =>
    objectionTo(id, { journal: entries, law, today: entry.today }) !== null;
  const resting = journal.filter(({ id, fact: { type } }) => id !== command.entryId && UPON_A_NOTICE.has(type));
  if (resting.some(({ id }) => objects(id, toldWith(fact, correcting)) && !objects(id, journal)))
    throw refused([{ path: 'fields', code: 'changes-course' }]);
  const isHeard = ({ file }: CaseNow, clock: CaseLedger): boolean =>
    consultedHeard(file, clock, file.round.reply.approvedOn ?? entry.today) === null;
  const wasHeard = allowed.before === null || isHeard(now, allowed.before);
  if (wasHeard && !isHeard(once, ledger)) checkNotSubmitted(correcting);
}

/** @throws Refusal `changes-course` where the clock would wait, or have waited in vain, in a case that does not */
export function checkStanding(once: CaseNow, ledger: CaseLedger, { now, allowed: { before } }: Retelling): void {
  const wasStranded = before !== null && isStranded(now, before);
  if (isStranded(once, ledger) && !wasStranded) throw refused([{ path: 'fields', code: 'changes-course' }]);
}

/**
 * Whether the day moves on which the round of the entry began.
 * @throws Refusal `before-earlier-fact` where the days of the case, or of that round, would stand in the wrong order, and did not before
 */
export function checkOrder(fact: CaseFact, correcting: Correcting, path: string): boolean {
  const { command, journal, law } = correcting;
  const orderOf = (entries: readonly JournalFact[]) => {
    const [whole, round] = [replay(entries, law), roundOf(command.entryId, entries, law)];
    const [ledger, begin] = [ledgerAfter(whole, correcting, path), ledgerAfter(round, correcting, path)];
    return {
      begunOn: begin.receivedOn,
      wrong: [...disorders(whole.file, ledger.receivedOn), ...disorders(round.file, begin.receivedOn)],
    };
  };
  const [before, after] = [orderOf(journal), orderOf(toldWith(fact, correcting))];
  const known = new Set(before.wrong.map(({ of }) => of));
  const added = after.wrong.find(({ of }) => !known.has(of));
  if (added) throw refused([{ path, code: 'before-earlier-fact', facts: { earlier: added.earlier } }]);
  return before.begunOn !== after.begunOn;
}
