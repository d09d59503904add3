import type { CaseView, CommandType, FeeCount } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useEarlierOfCase } from '../../earlier/use-earlier.js';
import { useDays } from '../../i18n/use-days.js';
import { useWords } from '../../i18n/use-words.js';
import { isCountedByFee } from './fee-warning.js';
import type { StepValues } from './step-values.js';

/** What the register counts for a fee; undefined for other steps, and until it is read. */
export function useFeeCount(type: CommandType, { id }: CaseView): FeeCount | undefined {
  const isFee = type === 'sendFeeNotice';
  const { data } = useEarlierOfCase(id, isFee);
  // What the page has read already is there for every step.
  return isFee ? (data?.feeCount ?? undefined) : undefined;
}

/** The form begins with what the register counts; who knows better changes it. */
export const withCount = (values: StepValues, counted: FeeCount | undefined): StepValues =>
  counted === undefined || 'itemsBefore' in values ? values : { ...values, itemsBefore: String(counted.items) };

/** How the number was counted, case by case. */
export function FeeCountNotice({ type, view }: { readonly type: CommandType; readonly view: CaseView }): ReactNode {
  const t = useWords('step');
  const { listed } = useDays();
  const counted = useFeeCount(type, view);
  if (counted === undefined) return null;
  const cases = counted.cases.map(({ number, receivedOn, items }) =>
    t('fee-count.case', { number, day: listed(receivedOn), items: String(items) }),
  );
  return (
    <div className="small muted" role="note">
      {cases.length === 0 ? t('fee-count.none') : t('fee-count', { count: String(counted.items), cases: cases.join(t('comma')) })}
      <div>{t('fee-count.rule')}</div>
    </div>
  );
}

/** What is withdrawn was counted by a fee notice that nobody has paid: said before it is withdrawn, which cannot be taken back. */
export function FeeWarning({ type, view }: { readonly type: CommandType; readonly view: CaseView }): ReactNode {
  const t = useWords('step');
  if (!isCountedByFee(type, view)) return null;
  return (
    <p role="alert" className="changed-meanwhile dense">
      {t('fee-counts-it')}
    </p>
  );
}
