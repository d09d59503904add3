import type { LocalDate } from '@gongkai/calendar';
import { articleText, type CaseView } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useDays } from '../i18n/use-days.js';
import type { Say } from '../i18n/i18n.js';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { eventName } from './event-name.js';
import { lateDays } from './late-days.js';
import { stoppedBy } from './ledger-rows.js';
import { extendedDays, stoppedDays, type Reading } from './reading.js';
import { remedyDue } from './remedy-due.js';
import { Ruler } from './ruler.js';
import { stageOf, type Stage } from './stage.js';

type Props = { readonly view: CaseView; readonly main: Reading; readonly today: LocalDate };

/** The ruler of the deadline the office looks at now, with its sum in words over it. */
export function MainRuler({ view, main, today }: Props): ReactNode {
  const t = useWords('clock');
  const language = useLanguage();
  const { full } = useDays();
  const { derivation, days, start, years } = main;
  const stopped = stoppedDays(days);
  const said = useSaid({ view, main, today });
  const late = lateBy(view);
  return (
    <>
      <div className="band-head dense">
        <span>{said.join(' · ')}</span>
        <span className="small muted no-wrap">{articleText(derivation.article, language)}</span>
      </div>
      <Ruler
        days={days}
        late={late > 0 ? lateDays(derivation.due, today, years) : []}
        lateBy={late}
        stage={stageOf(view, today)}
        start={start}
        stopCaption={t('caption', { what: stoppedBy(main, view, t), count: stopped })}
        provisional={main.provisionalIn !== null}
        label={t('ruler', { said: said.join(t('comma')), due: full(derivation.due) })}
      />
    </>
  );
}

/** Working days to the date that counts now: of the answer to a remedy where one is owed, else of the reply. */
const daysLeft = ({ turn, daysLeft: ofReply }: CaseView): number | null => (remedyDue(turn) === null ? ofReply : turn.daysLeft);

/** Working days since it passed, as long as something is owed. */
function lateBy(view: CaseView): number {
  const isLate = remedyDue(view.turn) !== null || view.light === 'overdue';
  return isLate ? Math.max(0, -(daysLeft(view) ?? 0)) : 0;
}

type Wording = { readonly t: Say<'clock'>; readonly short: (day: string) => string };

/** Which day of the period it is today; once that is over, when, and how late the reply left. */
function stageSaid({ day, is }: Stage, { derivation, days, years }: Reading, { t, short }: Wording): string[] {
  const ordinal = days.find(({ date }) => date === day)?.ordinal ?? null;
  if (is === 'today') return ordinal === null ? [] : [t('today-is', { ordinal })];
  const late = is === 'replied' ? lateDays(derivation.due, day, years).filter(({ kind }) => kind === 'late').length : 0;
  return [t(`stage.${is}`, { date: short(day) }), ...(late === 0 ? [] : [t('late', { count: late })])];
}

/** The sum in words: since when, which day it is today, what was left out, what was added, what remains. */
function useSaid({ view, main, today }: Props): string[] {
  const t = useWords('clock');
  const { short } = useDays();
  const { derivation, days, start } = main;
  const event = eventName(main, t);
  const stopped = stoppedDays(days);
  const added = extendedDays(main);
  const left = daysLeft(view) ?? 0;
  return [
    t(`start.${start}.on`, { date: short(derivation.from), event }),
    ...stageSaid(stageOf(view, today), main, { t, short }),
    ...(stopped === 0 ? [] : [t('left-out', { what: stoppedBy(main, view, t), count: stopped })]),
    ...(added === 0 ? [] : [t('extended-by', { count: added })]),
    ...(left > 0 ? [t('still', { count: left })] : []),
    ...(left < 0 ? [t('late', { count: -left })] : []),
  ];
}
