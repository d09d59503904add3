import type { LocalDate } from '@gongkai/calendar';
import type { ApprovalStep } from '@gongkai/contracts';
import type { ApprovalChain } from '@gongkai/statutes';

/** The chain that a draft was submitted under. */
export type ChainInForce = ApprovalChain;

/** The approval of one step. */
export type Approval = {
  readonly by: string;
  /** In whose place, where it was not in their own. */
  readonly actingFor: string | null;
  /** The day that was delegated. */
  readonly delegatedOn?: LocalDate | undefined;
  readonly on: LocalDate;
  readonly reason?: string | undefined;
  /** The fingerprint of what was approved. */
  readonly draft: string | null;
};

/** Without a chain any approver's word is enough. */
export const stepsOfChain = (chain: ChainInForce | null): readonly ApprovalStep[] => chain?.steps ?? ['approver'];

type Under = { readonly chain: ChainInForce | null; readonly approvals: readonly Approval[] };

/** Whether the approval that comes next is the last one. */
export const isLastStep = ({ chain, approvals }: Under): boolean => approvals.length + 1 >= stepsOfChain(chain).length;
