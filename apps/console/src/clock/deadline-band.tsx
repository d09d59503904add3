import type { LocalDate } from '@gongkai/calendar';
import { articleText, type CaseView, type LedgerView } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useDays } from '../i18n/use-days.js';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { Light } from '../parts/light.js';
import { isProvisional } from './deadlines.js';
import { FiveLinks } from './five-links.js';
import { stoppedBy } from './ledger-rows.js';
import { stoppedDays, type Reading } from './reading.js';
import { Ruler } from './ruler.js';
import './deadline-band.css';

type Props = {
  readonly view: CaseView;
  readonly ledger: LedgerView;
  /** The deadline the office looks at now; null where none runs. */
  readonly main: Reading | null;
  readonly today: LocalDate;
};

/** The date, how far it is, why it is that day, and where the case is in its five links. */
export function DeadlineBand({ view, ledger, main, today }: Props): ReactNode {
  const t = useWords('clock');
  return (
    <section className="card band" aria-label={t('band')}>
      <Countdown view={view} main={main} />
      <div className="band-line">
        {main === null ? (
          <p className="dense muted">{t(`no-date.${noDateKey(view, ledger)}`)}</p>
        ) : (
          <MainRuler view={view} main={main} today={today} />
        )}
        <FiveLinks view={view} due={main?.derivation.due ?? null} />
      </div>
    </section>
  );
}

const noDateKey = ({ clock }: CaseView, { receivedOn }: LedgerView): 'not_started' | 'no_forecast' | 'ended' => {
  if (receivedOn === null) return 'not_started';
  return clock === 'running' || clock === 'stopped' ? 'no_forecast' : 'ended';
};

function Countdown({ view, main }: Pick<Props, 'view' | 'main'>): ReactNode {
  const t = useWords('clock');
  const days = useDays();
  return (
    <div className="countdown">
      <Light light={view.light} pill>
        {t(`light.${view.light}`)} · {t(`clock.${view.clock}`)}
      </Light>
      <BigNumber view={view} hasDate={main !== null} />
      {main === null ? null : (
        <>
          <p className={`countdown-date${isProvisional(main.derivation) ? ' provisional' : ''}`}>
            {t(`by.${byKey(view)}`, { date: days.full(main.derivation.due) })}
          </p>
          <p>
            <Link to={`/case/${view.id}/why`}>{t('why')}</Link> <kbd>W</kbd>
          </p>
        </>
      )}
    </div>
  );
}

/** Until when what: a reply that is owed, one that was, or something the applicant owes. */
function byKey({ clock, light }: CaseView): 'reply' | 'forecast' | 'overdue' | 'correction' | 'payment' | 'was' {
  if (clock === 'awaiting_correction') return 'correction';
  if (clock === 'awaiting_payment') return 'payment';
  if (clock === 'stopped' && light === 'stopped') return 'forecast';
  if (clock === 'running' || clock === 'stopped') return light === 'overdue' ? 'overdue' : 'reply';
  return 'was';
}

function BigNumber({ view, hasDate }: { readonly view: CaseView; readonly hasDate: boolean }): ReactNode {
  const t = useWords('clock');
  const { daysLeft, clock } = view;
  if (daysLeft === null || !hasDate || (clock !== 'running' && clock !== 'stopped')) return null;
  const key = daysLeft < 0 ? 'overdue' : daysLeft === 0 ? 'today' : 'left';
  return (
    <p className="countdown-number">
      {t(`number.${key}.before`)}
      {key === 'today' ? null : <b>{Math.abs(daysLeft)}</b>}
      {t(`number.${key}.after`, { count: Math.abs(daysLeft) })}
    </p>
  );
}

function MainRuler({ view, main, today }: Pick<Props, 'view' | 'today'> & { readonly main: Reading }): ReactNode {
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
