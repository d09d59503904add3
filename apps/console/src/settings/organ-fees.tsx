import type { AdministeredOrgan, FeeTariff } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useDays } from '../i18n/use-days.js';
import { useWords } from '../i18n/use-words.js';
import { DateInput } from '../parts/date-input.js';
import { useOffice } from '../shell/use-office.js';
import { fieldProblem, FormField } from './form-field.js';
import { useFeeTariff } from './queries.js';

type Props = { readonly value: string; readonly error: Error | null; readonly onChange: (day: string) => void };

/** From when an organ charges the processing fee, and by what it is reckoned (REG 42; FEE 2, 4, 5). */
export function FeesField({ value, error, onChange }: Props): ReactNode {
  const t = useWords('settings');
  const today = useOffice().data?.today;
  const tariff = useFeeTariff().data ?? null;
  if (today === undefined) return null;
  return (
    <FormField id="organ-fees" label={t('organ.fees')} field="feesFrom" error={error} hint={t('organ.fees-hint')}>
      <DateInput
        id="organ-fees"
        today={today}
        leaning="future"
        value={value}
        onChange={onChange}
        invalid={fieldProblem(error, 'feesFrom') !== undefined}
      />
      {tariff === null ? null : <Tariff tariff={tariff} />}
    </FormField>
  );
}

function Tariff({ tariff }: { readonly tariff: FeeTariff }): ReactNode {
  const t = useWords('settings');
  return (
    <details>
      <summary>{t('tariff', { title: tariff.title, number: tariff.number })}</summary>
      {(['perItem', 'perVolume'] as const).map((standard) => (
        <section key={standard} className="dense">
          <p className="strong">{t(`tariff.${standard}`)}</p>
          <Tiers standard={tariff[standard]} />
        </section>
      ))}
    </details>
  );
}

/** The tiers of a standard, each in a line. */
function Tiers({ standard: { tiers, beyond } }: { readonly standard: FeeTariff['perItem'] }): ReactNode {
  const t = useWords('settings');
  const { upTo, yuanEach } = tiers.at(-1) ?? { upTo: 0, yuanEach: 0 };
  const from = upTo + 1;
  return (
    <ul>
      {tiers.map((tier, i) => (
        <li key={tier.upTo}>{t('tariff.tier', { from: (tiers[i - 1]?.upTo ?? 0) + 1, to: tier.upTo, yuan: tier.yuanEach })}</li>
      ))}
      <li>
        {'yuanEach' in beyond
          ? t('tariff.rest', { from, yuan: beyond.yuanEach })
          : t('tariff.rising', { from, every: beyond.everyFurther, yuan: yuanEach + beyond.yuanMore, more: beyond.yuanMore })}
      </li>
    </ul>
  );
}

/** The day from which an organ charges, in words. */
export function FeesFact({ feesFrom }: Pick<AdministeredOrgan, 'feesFrom'>): ReactNode {
  const t = useWords('settings');
  const days = useDays();
  return (
    <div>
      <dt>{t('organ.fees')}</dt>
      <dd>{feesFrom === null ? t('organ.fees.usual') : days.full(feesFrom)}</dd>
    </div>
  );
}
