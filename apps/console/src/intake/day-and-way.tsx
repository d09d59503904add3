import type { LocalDate } from '@gongkai/calendar';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { Choice } from '../parts/choice.js';
import { DateInput } from '../parts/date-input.js';
import { CONTACT_WAYS } from './draft.js';

/** On which day the applicant was spoken to, as it is typed, and by which way. */
type DayAndWay = { readonly on: string; readonly how: (typeof CONTACT_WAYS)[number] };

/** Today, by the usual way. */
export const firstDayAndWay = (today: LocalDate): DayAndWay => ({ on: today, how: CONTACT_WAYS[0] });

type Props = {
  readonly label: string;
  readonly value: DayAndWay;
  readonly today: LocalDate;
  readonly onChange: (value: DayAndWay) => void;
};

/** The fields for it. */
export function DayAndWayFields({ label, value, today, onChange }: Props): ReactNode {
  const t = useWords('inbox');
  const words = useWords('intake');
  return (
    <>
      <label htmlFor="contact-day">{label}</label>
      <DateInput id="contact-day" value={value.on} today={today} onChange={(on) => onChange({ ...value, on })} autoFocus />
      <span className="label">{t('confirm.how')}</span>
      <Choice
        label={t('confirm.how')}
        options={CONTACT_WAYS.map((way) => ({ value: way, label: words(`way.${way}`) }))}
        value={value.how}
        onChange={(how) => onChange({ ...value, how })}
      />
    </>
  );
}
