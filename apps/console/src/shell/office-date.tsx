import { addDays, type LocalDate } from '@gongkai/calendar';
import type { DayKind, OfficeView } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useDays } from '../i18n/use-days.js';
import { useWords } from '../i18n/use-words.js';
import { useOffice } from './use-office.js';

/** The day of the office, and below it what is unusual about tomorrow. */
export function OfficeDate(): ReactNode {
  const { data: office } = useOffice();
  const days = useDays();
  if (office === undefined) return null;
  return (
    <span className="top-day">
      <b>{days.full(office.today).replace(/（(.*)）/, ' $1')}</b>
      <Tomorrow office={office} />
    </span>
  );
}

/** The word before the sentence: worked, or off. */
const MARKS = { makeup: 'day.worked', holiday: 'day.off' } as const satisfies Partial<Record<DayKind, string>>;

function Tomorrow({ office }: { readonly office: OfficeView }): ReactNode {
  const t = useWords('shell');
  const days = useDays();
  const tomorrow = addDays(office.today, 1);
  const kind = kindOf(office, tomorrow);
  if (kind === 'makeup')
    return (
      <small>
        <em>{t(MARKS.makeup)}</em>
        {t('day.tomorrow-worked', { weekday: days.weekday(tomorrow) })}
      </small>
    );
  if (kind !== 'holiday' || kindOf(office, office.today) === 'holiday') return null;
  return (
    <small>
      <em>{t(MARKS.holiday)}</em>
      {t('day.tomorrow-off', { count: daysOffFrom(office, tomorrow) })}
    </small>
  );
}

const kindOf = ({ days }: OfficeView, day: LocalDate): DayKind | undefined => days.find(({ date }) => date === day)?.kind;

/** How many days off begin there, a weekend that joins included. */
function daysOffFrom(office: OfficeView, first: LocalDate): number {
  let length = 0;
  while (isOff(kindOf(office, addDays(first, length)))) length += 1;
  return length;
}

const isOff = (kind: DayKind | undefined): boolean => kind === 'holiday' || kind === 'weekend';
