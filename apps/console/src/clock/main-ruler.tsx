import type { LocalDate } from '@gongkai/calendar';
import { articleText, type CaseView } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useDays } from '../i18n/use-days.js';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { isProvisional } from './deadlines.js';
import { stoppedBy } from './ledger-rows.js';
import { stoppedDays, type Reading } from './reading.js';
import { Ruler } from './ruler.js';

type Props = { readonly view: CaseView; readonly main: Reading; readonly today: LocalDate };

/** The ruler of the deadline the office looks at now, with its sum in words over it. */
export function MainRuler({ view, main, today }: Props): ReactNode {
  const t = useWords('clock');
  const language = useLanguage();
  const { short, full } = useDays();
  const { derivation, days, start } = main;
  const stopped = stoppedDays(days);
  const now = days.find(({ date }) => date === today);
  const said = [
    t(`start.${start}.on`, { date: short(derivation.from) }),
    ...(now?.ordinal ? [t('today-is', { ordinal: now.ordinal })] : []),
    ...(stopped === 0 ? [] : [t('left-out', { what: stoppedBy(main, view, t), count: stopped })]),
    ...(view.daysLeft !== null && view.daysLeft > 0 && view.clock === 'running' ? [t('still', { count: view.daysLeft })] : []),
  ];
  return (
    <>
      <div className="band-head dense">
        <span>{said.join(' · ')}</span>
        <span className="small muted no-wrap">{articleText(derivation.article, language)}</span>
      </div>
      <Ruler
        days={days}
        today={today}
        start={start}
        stopCaption={t('caption', { what: stoppedBy(main, view, t), count: stopped })}
        provisional={isProvisional(derivation)}
        label={t('ruler', { said: said.join(t('comma')), due: full(derivation.due) })}
      />
    </>
  );
}
