import type { LocalDate } from '@gongkai/calendar';
import type { SuitOrder } from '@gongkai/contracts';
import { reconsiderationFirst, type Decision, type Grounds } from '@gongkai/statutes';
import type { CaseFile } from './case-file.js';

/** What the order of the ways is seen by: what was brought, what was decided, and what was answered when. */
export type Ordered = {
  readonly remedies: CaseFile['remedies'];
  readonly items: CaseFile['items'];
  readonly round: Pick<CaseFile['round'], 'order'> & { readonly reply: Pick<CaseFile['round']['reply'], 'dispatchedOn'> };
};
/** A suit as it is told: the day its copy came, and whether it is said to come after a reconsideration. */
type Suit = { readonly on: LocalDate; readonly afterReconsideration?: boolean | undefined };

/**
 * What stands against a suit in the order of the ways: an organ still reconsiders (ARL 29; ALL 44), or reconsideration had to come first and
 * none is on record (ARL 23). Its court decides what becomes of it; here it is only told. Who says that it comes after a reconsideration
 * says that this one is over, or that its organ decided nothing in its period (ARL 34; ALL 45).
 */
export function suitOrder(file: Ordered, suit: Suit, grounds: Grounds): SuitOrder | null {
  if (suit.afterReconsideration === true) return null;
  const before = file.remedies.filter(({ kind, openedOn }) => kind === 'reconsideration' && openedOn <= suit.on);
  if (before.some(({ closedOn }) => closedOn === null || closedOn > suit.on)) return 'while_reconsidered';
  const { dispatchedOn } = file.round.reply;
  if (dispatchedOn === null || before.some(({ openedOn }) => openedOn >= dispatchedOn)) return null;
  return everyFirst(file.items, grounds) ? 'reconsideration_first' : null;
}

/** Of several decisions one that can be sued over at once opens the way. */
function everyFirst(items: CaseFile['items'], grounds: Grounds): boolean {
  const decided = items.flatMap(({ decision }) => (decision === null ? [] : [decision]));
  return decided.length > 0 && decided.every((one) => reconsiderationFirst(one as Decision, one.decidedOn, grounds));
}
