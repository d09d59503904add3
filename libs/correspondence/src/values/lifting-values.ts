import type { LocalDate } from '@gongkai/calendar';
import { dueOf, type CaseNotice, type FactOf } from '@gongkai/lifecycle';
import type { Values } from '../content/places.js';
import { dayText } from './days.js';
import { withoutStop } from './sentence.js';
import { lastFact, ofThisRound, type Telling } from './telling.js';

/** What the applicant is told when a fee is taken back: which one, why, and what that does to the period of the reply (REG 42). */
export function liftingValues({ matter }: Telling, notice: CaseNotice | undefined): Values {
  const lifted = notice?.kind === 'fee_lifted' ? lastFact(matter, 'FEE_LIFTED', notice.id) : undefined;
  if (lifted === undefined) return {};
  const { now, ledger, today } = matter.reckoned;
  const { lifted: anew = [] } = now.file.round.moves;
  const isAnew = lifted.inError !== true && anew.includes(lifted.on);
  return {
    ...askedBefore(lifted, matter),
    'lifted.on': dayText(lifted.on),
    'lifted.reason': withoutStop(lifted.reason),
    'lifted.anewFrom': isAnew ? dayText(lifted.on) : undefined,
    'lifted.due': dayText(stillAhead(dueOf(ledger), today)),
  };
}

/** A day that has passed is no promise. */
const stillAhead = (due: LocalDate | null, today: LocalDate): LocalDate | null => (due !== null && due >= today ? due : null);

/** The fee notice that is taken back: the last one made before. */
function askedBefore(lifted: FactOf<'FEE_LIFTED'>, matter: Telling['matter']): Values {
  const entries = ofThisRound(matter);
  const until = entries.findIndex(({ fact }) => fact === lifted);
  const asked = lastFact({ journal: entries.slice(0, until) }, 'FEE_NOTICE_MADE');
  const made = matter.reckoned.now.file.notices.find(({ id }) => id === asked?.noticeId);
  return {
    'lifted.number': asked?.number,
    'lifted.amount': asked?.amount.toFixed(2),
    'lifted.askedOn': dayText(made?.dispatchedOn ?? made?.madeOn),
  };
}
