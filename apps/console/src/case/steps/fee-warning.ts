import type { CaseView, CommandType } from '@gongkai/contracts';

type Charged = {
  readonly round: number;
  readonly clock: string;
  readonly notices: readonly Pick<CaseView['notices'][number], 'kind' | 'round' | 'servedOn'>[];
};

/** Steps after which a fee notice counts more than what remains. */
const LESSENS: ReadonlySet<CommandType> = new Set(['withdrawItem']);

/** Whether a step takes back what a fee notice counts that is unpaid: it is still on its way, or its payment is awaited (FEE). */
export const isCountedByFee = (type: CommandType, { round, clock, notices }: Charged): boolean =>
  LESSENS.has(type) &&
  (clock === 'awaiting_payment' ||
    notices.some((notice) => notice.kind === 'fee' && notice.round === round && notice.servedOn === null));
