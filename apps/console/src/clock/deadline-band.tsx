import type { LocalDate } from '@gongkai/calendar';
import type { CaseView, Derivation, LedgerView } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { OVER_PAGE } from '../case/over-page.js';
import { useDays } from '../i18n/use-days.js';
import { useWords } from '../i18n/use-words.js';
import { Light } from '../parts/light.js';
import { awaitsMail } from './awaits-mail.js';
import { deadlineKey, firmName, isCautious } from './deadlines.js';
import { FiveLinks } from './five-links.js';
import { MainRuler } from './main-ruler.js';
import type { Reading } from './reading.js';
import { remedyDue } from './remedy-due.js';
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
      <Countdown view={view} main={main} today={today} />
      <div className="band-line">
        <ClockLine view={view} ledger={ledger} main={main} today={today} />
        <FiveLinks view={view} due={main?.derivation.due ?? null} isProvisional={(main?.provisionalIn ?? null) !== null} />
      </div>
    </section>
  );
}

/** The ruler, or why there is none. */
function ClockLine({ view, ledger, main, today }: Props): ReactNode {
  const t = useWords('clock');
  if (main === null) return <p className="dense muted">{t(`no-date.${noDateKey(view, ledger)}`)}</p>;
  return <MainRuler view={view} main={main} today={today} />;
}

/** The clock of a case beside a paper: the ruler alone, with its date and why. */
export function ClockCard(props: Props): ReactNode {
  const { view, main } = props;
  const t = useWords('clock');
  return (
    <section className="card clock-card" aria-label={t('band')}>
      <div className="clock-card-head">
        <Lit view={view} />
        {main === null ? null : <DateAndWhy view={view} main={main} />}
      </div>
      <ClockLine {...props} />
    </section>
  );
}

function Lit({ view }: Pick<Props, 'view'>): ReactNode {
  const t = useWords('clock');
  const unlit = useUnlit(view);
  return (
    <Light light={view.light} pill>
      {unlit ?? `${t(`light.${view.light}`)} · ${t(`clock.${awaitsMail(view) ? 'in_the_mail' : view.clock}`)}`}
    </Light>
  );
}

/** Why no light is lit: the date of receipt is not settled, the reply is out, or the case is over. */
function useUnlit({ light, clock, state, voided }: CaseView): string | null {
  const t = useWords('clock');
  const terms = useWords('terms');
  if (light !== 'none') return null;
  if (voided) return terms('voided');
  if (clock === 'withdrawn') return t('clock.withdrawn');
  return state === 'unconfirmed' ? `${t('light.none')} · ${terms(`state.${state}`)}` : terms(`state.${state}`);
}

function DateAndWhy({ view, main }: Pick<Props, 'view'> & { readonly main: Reading }): ReactNode {
  const t = useWords('clock');
  const days = useDays();
  return (
    <>
      <p className={`countdown-date${main.provisionalIn === null ? '' : ' provisional'}`}>
        {t(`by.${byKey(view, main)}`, { date: days.full(main.derivation.due) })}
      </p>
      {isCautious(main.derivation) ? <OtherReading view={view} /> : null}
      {main.provisionalIn === null ? null : <p className="small">{t('provisional.short', { year: main.provisionalIn })}</p>}
      <p className="no-wrap">
        <Link to={`/case/${view.id}/why`} state={OVER_PAGE}>
          {t('why')}
        </Link>{' '}
        <kbd>W</kbd>
      </p>
    </>
  );
}

/** The later reading of the same letter, counted from the day it was confirmed. */
function OtherReading({ view: { deadlines } }: Pick<Props, 'view'>): ReactNode {
  const t = useWords('clock');
  const days = useDays();
  const later = deadlines.finalDue ?? deadlines.provisionalFinalDue;
  return <p className="small">{later === undefined ? t('by.unconfirmed') : t('by.confirmed', { date: days.full(later) })}</p>;
}

const noDateKey = ({ closedOn, clock }: CaseView, { receivedOn }: LedgerView) => {
  if (receivedOn === null) return closedOn === null ? 'not_started' : 'never_started';
  return clock === 'running' || clock === 'stopped' ? 'no_forecast' : 'ended';
};

function Countdown({ view, main, today }: Pick<Props, 'view' | 'main' | 'today'>): ReactNode {
  const days = main === null ? null : daysCounted(view, main);
  const isPast = main !== null && main.derivation.due < today;
  return (
    <div className="countdown">
      <Lit view={view} />
      {days === null ? null : <BigNumber days={days} isPast={isPast} isStopped={view.light === 'stopped'} />}
      {main === null ? null : <DateAndWhy view={view} main={main} />}
    </div>
  );
}

/** Where the case is over and challenged, what counts now is the day of our answer, not that of the old reply. */
function daysCounted({ turn, daysLeft, clock }: CaseView, main: Reading): number | null {
  if (remedyDue(turn) !== null) return turn.daysLeft;
  return clock === 'running' || clock === 'stopped' || isCautious(main.derivation) ? daysLeft : null;
}

/** Until when what: a reply that is owed, one that was, the answer to a remedy, or something the applicant owes or owed. */
function byKey(view: CaseView, { derivation }: Reading): OfApplicant | OfReply | OfRemedy | 'cautious' {
  if (isCautious(derivation)) return 'cautious';
  const remedy = OF_REMEDY.find((name) => name === deadlineKey(derivation.deadline));
  return remedy ?? ofApplicant(view, derivation) ?? ofReply(view);
}

const OF_REMEDY = ['complaintDue', 'reconsiderationAnswerDue', 'defenceDue'] as const;
type OfRemedy = (typeof OF_REMEDY)[number];

type OfApplicant = 'awaiting_correction' | 'awaiting_payment' | 'not_corrected' | 'not_paid';

function ofApplicant({ clock }: CaseView, derivation: Derivation): OfApplicant | null {
  const deadline = firmName(derivation.deadline);
  if (deadline === 'correctionDueFromApplicant') return clock === 'awaiting_correction' ? clock : 'not_corrected';
  if (deadline === 'feePaymentDue') return clock === 'awaiting_payment' ? clock : 'not_paid';
  return null;
}

type OfReply = 'reply' | 'forecast' | 'overdue' | 'was';

function ofReply({ clock, light }: CaseView): OfReply {
  if (clock === 'stopped' && light === 'stopped') return 'forecast';
  if (clock === 'running' || clock === 'stopped') return light === 'overdue' ? 'overdue' : 'reply';
  return 'was';
}

type NumberProps = {
  /** Working days left; negative when the day has passed. */
  readonly days: number;
  /** On the days off after the last day no working day has passed, and yet it is not today. */
  readonly isPast: boolean;
  /** What is left stays as it is until the clock runs again. */
  readonly isStopped?: boolean;
};

function BigNumber({ days, isPast, isStopped = false }: NumberProps): ReactNode {
  const t = useWords('clock');
  const overdue = useWords('terms')('light.overdue');
  if (isPast && days === 0) return <p className="countdown-number">{overdue}</p>;
  const key = days < 0 ? 'overdue' : isStopped ? 'stopped' : days === 0 ? 'today' : 'left';
  return (
    <p className="countdown-number">
      {t(`number.${key}.before`)}
      {key === 'today' ? null : <b>{Math.abs(days)}</b>}
      {t(`number.${key}.after`, { count: Math.abs(days) })}
    </p>
  );
}
