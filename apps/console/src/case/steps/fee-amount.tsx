import type { PreviewView } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useWords } from '../../i18n/use-words.js';

/** What a fee notice would ask for, and how it follows from the tariff, tier by tier, as the notice says it. */
export function FeeAmount({ fee }: Pick<PreviewView, 'fee'>): ReactNode {
  const t = useWords('step');
  if (fee === null) return null;
  const { basis, amount, paidBefore, lines } = fee;
  return (
    <>
      <dt>{t('after.fee')}</dt>
      <dd>
        <b>{t('after.fee.amount', { amount: amount.toFixed(2) })}</b>
        {paidBefore === undefined ? null : (
          <div>{t('after.fee.paidBefore', { paid: paidBefore.toFixed(2), amount: amount.toFixed(2) })}</div>
        )}
        {lines.map(({ from, to, units, yuanEach, yuan }) => (
          <div key={from} className="small muted">
            {t(`after.fee.${basis}`, {
              span: from === to ? String(from) : t('after.fee.span', { from: String(from), to: String(to) }),
              units: String(units),
              each: String(yuanEach),
              yuan: String(yuan),
            })}
          </div>
        ))}
      </dd>
    </>
  );
}
