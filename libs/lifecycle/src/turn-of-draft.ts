import type { LocalDate } from '@gongkai/calendar';
import type { CaseLedger, CommandType, Holder } from '@gongkai/contracts';
import type { CaseFile } from './case-file.js';
import type { CaseLaw } from './case-law.js';
import { consultedHeard, correctionsConfirmed, reviewsNamed } from './judgements.js';
import { owesLegalReview } from './legal-standing.js';
import { foundAfterAll } from './searches.js';
import { unsentLetters } from './unsent-letters.js';

/** Who is waited for, and for what. */
export type Waiting = { readonly role: Holder | null; readonly step: CommandType | null };

/** What a turn hangs on beside the file. */
export type Then = { readonly ledger: CaseLedger; readonly today: LocalDate; readonly law: Pick<CaseLaw, 'tariffs'> };

/** What goes before the rule of a state; null where nothing does. */
export type Special = (file: CaseFile, then: Then) => Waiting | null;

/** Something came by the link of a letter: it is looked at, and taken down. */
export const READ_ANSWER: Waiting = { role: 'caseworker', step: 'recordAnswer' };
/** An entry waits for a second person. */
export const CONFIRM: Waiting = { role: 'approver', step: 'confirmFact' };
/** A letter has to leave. */
export const SEND_LETTER: Waiting = { role: 'caseworker', step: 'dispatchNotice' };
const SEND_BACK: Waiting = { role: 'approver', step: 'sendBack' };

/** Whose turn a draft is that waits for approval or signature: what stands in the way of it comes first (REG 11, 15, 17, 32, 34, 36(4)). */
export const whileApproving: Special = (file, then) =>
  whileWrong(file, then) ??
  whileUnheard(file, then) ??
  whileUnsent(file, then) ??
  whileUnconfirmed(file, then) ??
  whileUnread(file, then) ??
  (file.round.reply.approvedBy === null ? null : { role: 'approver', step: 'signReply' });

/** Nothing leaves over what somebody still may say, or has said (REG 17, 32). */
export const whileUnheard: Special = (file, { ledger, today }) => {
  const unheard = consultedHeard(file, ledger, today);
  if (unheard === null) return null;
  if (unheard.code === 'answer-waits') return READ_ANSWER;
  return unheard.code.endsWith('-open') ? { role: 'consulted', step: 'recordAnswer' } : SEND_BACK;
};

/** No step but another draft helps: a search found what it says does not exist, or a reviewer was not shown what it gives out. */
const whileWrong: Special = (file) => ((foundAfterAll(file) ?? reviewsNamed(file)) === null ? null : SEND_BACK);

/** A letter that was made after the draft was submitted leaves first, or is taken back. */
const whileUnsent: Special = (file) => (unsentLetters(file).length > 0 ? SEND_LETTER : null);

const whileUnconfirmed: Special = (file) => (correctionsConfirmed(file) === null ? null : CONFIRM);

const whileUnread: Special = (file) =>
  owesLegalReview(file.round.reply.legal) ? { role: 'legal', step: 'reviewLegally' } : null;
