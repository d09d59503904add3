import { isReleased } from '@gongkai/lifecycle';
import type { CaseView, Command, Role } from '@gongkai/contracts';

/** What is shown to the reviewer where a case has no file of it. */
export const ORIGINAL = { original: '所申请信息的原件', originalPages: '全部', originalPlace: '业务科室档案柜' } as const;

type Move = { readonly by: Role; readonly command: Command };
type Way = (view: CaseView) => Move | null;

const move = (by: Role, command: Command): Move => ({ by, command });

/** While it is being handled: reviews first, then decisions, then what the next person waits for. */
const handling: Way = ({ items, turn }) => {
  const pending = items.find(({ review }) => review?.status === 'pending');
  if (pending) return move('reviewer', { type: 'passReview', itemId: pending.id });
  const undecided = items.find(({ decision }) => decision === null);
  if (undecided) return move('caseworker', { type: 'decideItem', itemId: undecided.id, code: 'granted' });
  const unreviewed = items.find(
    ({ decision, review }) => decision !== null && isReleased(decision) && review?.status !== 'passed',
  );
  if (unreviewed) return move('caseworker', { type: 'submitReview', itemId: unreviewed.id, ...ORIGINAL });
  return turn.step === 'submitForApproval' ? move('caseworker', { type: 'submitForApproval' }) : null;
};

/** Why a simulated case is filed without scans of what proves its deliveries. */
export const UNSCANNED = '送达凭证原件在纸质卷内，未扫描';

/** By post, under a number that no other try of the case has. */
function posted({ version }: CaseView): Move {
  return move('caseworker', { type: 'dispatch', mode: 'ems', trackingNumber: `EC${String(version).padStart(9, '0')}CN` });
}

const WAYS: Readonly<Record<CaseView['state'], Way>> = {
  unconfirmed: () => move('clerk', { type: 'confirmReceipt', confirmedHow: '电话' }),
  received: () => move('caseworker', { type: 'accept' }),
  registered: () => move('caseworker', { type: 'accept' }),
  accepted: handling,
  awaiting_correction: ({ clock }) =>
    clock === 'deemed_abandoned'
      ? move('caseworker', { type: 'closeAbandoned', cause: 'correction', unproven: UNSCANNED })
      : null,
  awaiting_payment: ({ clock }) =>
    clock === 'deemed_abandoned' ? move('caseworker', { type: 'closeAbandoned', cause: 'fee', unproven: UNSCANNED }) : null,
  approving: ({ turn }) => move('approver', turn.step === 'signReply' ? { type: 'signReply' } : { type: 'approve' }),
  signed: posted,
  returned: posted,
  dispatched: () => move('clerk', { type: 'recordService', noticeId: 'reply', how: '签收' }),
  closed: () => move('archivist', { type: 'file', unproven: UNSCANNED, unkept: UNSCANNED }),
  filed: () => null,
};

/** What a sensible officer does next with a case that has left its script; null where there is nothing to do but wait. */
export const homeward: Way = (view) => WAYS[view.state](view);
