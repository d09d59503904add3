import type { LocalDate } from '@gongkai/calendar';
import { articleText, type CaseView } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useDays } from '../i18n/use-days.js';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { isProvisional } from './deadlines.js';
import { lateDays } from './late-days.js';
import { stoppedBy } from './ledger-rows.js';
import { stoppedDays, type Reading } from './reading.js';
import { Ruler } from './ruler.js';

type Props = { readonly view: CaseView; readonly main: Reading; readonly today: LocalDate };

/** The ruler of the deadline the office looks at now, with its sum in words over it. */
export function MainRuler({ view, main, today }: Props): ReactNode {
  const t = useWords('clock');
  const language = useLanguage();
  const { full } = useDays();
  const { derivation, days, start, years } = main;
  const stopped = stoppedDays(days);
  const said = useSaid({ view, main, today });
  return (
    <>
      <div className="band-head dense">
        <span>{said.join(' · ')}</span>
        <span className="small muted no-wrap">{articleText(derivation.article, language)}</span>
      </div>
      <Ruler
        days={days}
        late={view.light === 'overdue' ? lateDays(derivation.due, today, years) : []}
        lateBy={Math.max(0, -(view.daysLeft ?? 0))}
        today={today}
        start={start}
        stopCaption={t('caption', { what: stoppedBy(main, view, t), count: stopped })}
        provisional={isProvisional(derivation)}
        label={t('ruler', { said: said.join(t('comma')), due: full(derivation.due) })}
      />
    </>
  );
}

/** The sum in words: since when, which day it is today, what was left out, what remains. */
function useSaid({ view, main, today }: Props): string[] {
  const t = useWords('clock');
  const { short } = useDays();
  const { derivation, days, start } = main;
  const stopped = stoppedDays(days);
  const now = days.find(({ date }) => date === today);
  const left = view.daysLeft ?? 0;
  return [
    t(`start.${start}.on`, { date: short(derivation.from) }),
    ...(now?.ordinal ? [t('today-is', { ordinal: now.ordinal })] : []),
    ...(stopped === 0 ? [] : [t('left-out', { what: stoppedBy(main, view, t), count: stopped })]),
    ...(left > 0 ? [t('still', { count: left })] : []),
    ...(left < 0 ? [t('late', { count: -left })] : []),
  ];
}
