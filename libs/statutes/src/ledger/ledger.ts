import type { LocalDate, WorkingDays } from '@gongkai/calendar';
import { Refusal, type CaseLedger, type Derivation, type Ledger } from '@gongkai/contracts';
import type { Statute } from '../in-force.js';
import { clockLaw, type ClockLaw, type Period } from '../law.js';
import { checkFacts } from './check-facts.js';
import { consultationDeadline } from './consultation-windows.js';
import { explainer, type Basis, type Explainer } from './derivations.js';
import { judgeExtensions, type Extensions } from './extensions.js';
import type { LedgerFacts } from './ledger-facts.js';
import { endOfWorkingDays, estimatedDate, publishedDate, type PeriodEnd } from './period-end.js';
import { hasCautiousReading, receiptDay } from './receipt-day.js';
import { reckon, replyBudget, type ClockInput, type DueDate, type Reckoning } from './reckoning.js';
import { noteReckoned } from './reckoned.js';
import type { Waits } from './waits.js';

/**
 * `asOf`: what was known at the end of that day. `derivation: false`: the dates alone, several times faster. `estimates`: what
 * somebody waits for has its estimate where it reaches a year without a published calendar.
 */
export type LedgerOptions = { readonly asOf?: LocalDate; readonly derivation?: boolean; readonly estimates?: boolean };

/**
 * Every deadline of an application with its full derivation, from the facts alone (REG 30–35; FEE). Due dates are
 * inclusive, the day of receipt never counts, and correcting any earlier fact replays everything after it.
 * @throws Refusal `invalid-request` naming each fact that does not fit
 */
export function ledger(facts: LedgerFacts, statute: Statute, calendar: WorkingDays, options: LedgerOptions = {}): CaseLedger {
  const problems = checkFacts(facts, statute, calendar, options.asOf);
  if (problems.length > 0) throw new Refusal('invalid-request', problems);
  noteReckoned(options.derivation !== false);
  return uncheckedLedger(facts, statute, calendar, options);
}

function uncheckedLedger(facts: LedgerFacts, statute: Statute, calendar: WorkingDays, options: LedgerOptions): CaseLedger {
  const received = receiptDay(statute, facts.receipt, options.asOf);
  const cautious = cautiousDue(facts, statute, calendar, options);
  const withdrawn = facts.events.some(
    (event) => event.type === 'withdrawn' && (options.asOf === undefined || event.on <= options.asOf),
  );
  if (received.on === null)
    return { ...NOT_STARTED, ...cautious.dates, clock: withdrawn ? 'withdrawn' : 'not_started', derivation: cautious.derivation };
  const input: ClockInput = { facts, receivedOn: received.on, law: clockLaw(statute, received.on), calendar };
  const extensions = judgeExtensions(input, options.asOf);
  const clock: Clock = {
    input,
    extensions,
    reckoning: reckon(input, options.asOf, extensions.workingDays),
    atRegistration: atRegistration(input),
  };
  const derivation = options.derivation === false ? [] : [...derivations(clock, options), ...cautious.derivation];
  return { ...dates(clock), ...(options.estimates ? estimates(clock) : {}), ...cautious.dates, derivation };
}

const NOT_STARTED = {
  receivedOn: null,
  correctionNoticeDeadline: null,
  replyDueAtRegistration: null,
  replyDue: null,
  extendedDue: null,
  finalDue: null,
  consultations: [],
} as const satisfies Partial<Ledger>;

type Clock = {
  readonly input: ClockInput;
  readonly extensions: Extensions;
  readonly reckoning: Reckoning;
  readonly atRegistration: { readonly correctionNotice: PeriodEnd; readonly reply: PeriodEnd };
};

function atRegistration({ calendar, law, receivedOn, facts }: ClockInput): Clock['atRegistration'] {
  return {
    correctionNotice: endOfWorkingDays(calendar, receivedOn, law.correctionNotice.days),
    reply: endOfWorkingDays(calendar, receivedOn, replyBudget(facts.receipt, law)),
  };
}

function dates(clock: Clock): Omit<Ledger, 'derivation'> {
  const { reckoning, extensions, atRegistration: first } = clock;
  const { waits } = reckoning;
  return {
    receivedOn: clock.input.receivedOn,
    correctionNoticeDeadline: publishedDate(first.correctionNotice),
    replyDueAtRegistration: publishedDate(first.reply),
    clock: reckoning.clock,
    replyDue: shown(reckoning.replyDue),
    extendedDue: shown(reckoning.extendedDue),
    finalDue: shown(reckoning.finalDue),
    consultations: reckoning.windows.map(consultationDeadline),
    ...(waits.correctionDue ? { correctionDueFromApplicant: publishedDate(waits.correctionDue) } : {}),
    ...(waits.lateCorrection ? { lateCorrection: true } : {}),
    ...present('restartedOn', waits.restartedOn),
    ...(waits.paymentDue ? { feePaymentDue: publishedDate(waits.paymentDue) } : {}),
    ...present('feeLiftedOn', waits.undone?.on ?? null),
    ...present('extensionRefused', extensions.refused),
    ...present('calendarUnknownFrom', unknownFrom(clock)),
    ...present('provisionalReplyDue', estimate(reckoning.replyDue)),
    ...present('provisionalFinalDue', estimate(reckoning.finalDue)),
  };
}

/** What the case works with while no firm date can be given (§5: waits and lapses are judged by the estimate). */
function estimates({ reckoning: { windows, waits }, atRegistration: first }: Clock): Partial<CaseLedger> {
  return {
    consultations: windows.map((window) => ({
      ...consultationDeadline(window),
      ...present('provisionalAnswerDue', estimatedDate(window.answerDue)),
    })),
    ...present('provisionalCorrectionNoticeDeadline', estimatedDate(first.correctionNotice)),
    ...present('provisionalCorrectionDueFromApplicant', estimatedDate(waits.correctionDue)),
    ...present('provisionalFeePaymentDue', estimatedDate(waits.paymentDue)),
  };
}

const present = <K extends string, V>(key: K, value: V | null): Partial<Record<K, V>> =>
  (value === null ? {} : { [key]: value }) as Partial<Record<K, V>>;
const endOf = (due: DueDate): PeriodEnd | null => (due === 'no_forecast' ? null : due);
const shown = (due: DueDate): LocalDate | null => publishedDate(endOf(due));
const estimate = (due: DueDate): LocalDate | null => estimatedDate(endOf(due));

/** The first day of the first year without a calendar that any period reaches. */
function unknownFrom({ reckoning: { waits, windows, ...dues }, atRegistration: first }: Clock): LocalDate | null {
  const ends = [
    first.correctionNotice,
    first.reply,
    waits.correctionDue,
    waits.paymentDue,
    endOf(dues.replyDue),
    endOf(dues.extendedDue),
    endOf(dues.finalDue),
  ];
  const reached = [...ends, ...windows.map(({ answerDue }) => answerDue)].flatMap((end) => end?.unknownFrom ?? []);
  return reached.sort()[0] ?? null;
}

type Cautious = {
  readonly dates: Pick<CaseLedger, 'cautiousFinalDue' | 'provisionalCautiousFinalDue' | 'calendarUnknownFrom'>;
  readonly derivation: Derivation[];
};

/**
 * The date if the organ had received the letter on the day it signed for it; reminders go by the earlier of the two.
 * It begins no later than the other reading, so the first unpublished year it reaches is no later either.
 */
function cautiousDue(facts: LedgerFacts, statute: Statute, calendar: WorkingDays, options: LedgerOptions): Cautious {
  if (!hasCautiousReading(statute, facts.receipt)) return { dates: {}, derivation: [] };
  const { channel, signedOn } = facts.receipt;
  const strict = uncheckedLedger({ receipt: { channel, signedOn }, events: facts.events }, statute, calendar, options);
  const derivation = (deadline: 'finalDue' | 'provisionalFinalDue', as: keyof CaseLedger): Derivation[] =>
    strict.derivation.flatMap((entry) => (entry.deadline === deadline ? [{ ...entry, deadline: as }] : []));
  if (strict.finalDue !== null)
    return { dates: { cautiousFinalDue: strict.finalDue }, derivation: derivation('finalDue', 'cautiousFinalDue') };
  // No firm date: it reaches an unpublished year, or there is none at all.
  const provisional = strict.provisionalFinalDue;
  if (provisional === undefined) return { dates: {}, derivation: [] };
  const dates = { cautiousFinalDue: null, ...present('calendarUnknownFrom', strict.calendarUnknownFrom ?? null) };
  if (!options.estimates) return { dates, derivation: [] };
  return {
    dates: { ...dates, provisionalCautiousFinalDue: provisional },
    derivation: derivation('provisionalFinalDue', 'provisionalCautiousFinalDue'),
  };
}

/** A period beside that of the reply, and what it rests on. */
type Beside = readonly [Basis, PeriodEnd | null];

/** One entry per date given, in the order of the fields. */
function derivations(clock: Clock, options: LedgerOptions): Derivation[] {
  const { law, calendar, facts } = clock.input;
  const explain = explainer(calendar, law.version);
  const { windows, waits, ...dues } = clock.reckoning;
  const published = ([basis, end]: Beside): Derivation[] => (end?.unknownFrom === null ? [explain.period(basis, end)] : []);
  const estimated = ([basis, end]: Beside): Derivation[] =>
    end?.unknownFrom ? [explain.period({ ...basis, deadline: provisionalName(basis.deadline) }, end)] : [];
  const answers = windows.map(({ consultation: { id, kind }, answerDue }): Beside => [
    basisOf(`answerDue:${id}`, law.consultations[kind].answer ?? law.reply),
    answerDue,
  ]);
  const notice: Beside = [basisOf('correctionNoticeDeadline', law.correctionNotice), clock.atRegistration.correctionNotice];
  const correction: Beside = [
    { deadline: 'correctionDueFromApplicant', rule: 'correction.applicant_period', article: law.correctionArticle },
    waits.correctionDue,
  ];
  const payment: Beside[] = law.feePayment ? [[basisOf('feePaymentDue', law.feePayment), waits.paymentDue]] : [];
  const reply = facts.receipt.channel === 'order' ? law.redo : law.reply;
  const running = runningDerivations({ windows, waits, ...dues }, law, explain, reply);
  return [
    ...published(notice),
    ...published([basisOf('replyDueAtRegistration', reply), clock.atRegistration.reply]),
    ...running.filter(({ deadline }) => !deadline.startsWith('provisional')),
    ...answers.flatMap(published),
    ...published(correction),
    ...restartDerivation(waits, law, explain),
    ...payment.flatMap(published),
    ...undoneDerivation(waits, law, explain),
    ...running.filter(({ deadline }) => deadline.startsWith('provisional')),
    ...(options.estimates ? [notice, correction, ...payment, ...answers].flatMap(estimated) : []),
  ];
}

/** What let the period begin anew, and the wait that ended with it. */
function restartDerivation({ restartedOn, restartedBy, ...waits }: Waits, law: ClockLaw, explain: Explainer): Derivation[] {
  if (restartedOn === null) return [];
  const { rule, article, wait } =
    restartedBy !== 'correction' && law.feePayment
      ? { rule: restartedBy === 'lifting' ? 'fee_lifted' : 'fee_paid', article: law.feePayment.article, wait: waits.paymentDue }
      : { rule: 'correction_received', article: law.correctionArticle, wait: waits.correctionDue };
  return [explain.set({ deadline: 'restartedOn', rule, article }, wait?.from ?? restartedOn, restartedOn)];
}

/** The wait for a fee that was asked in error: its days count like any other (REG 42). */
const undoneDerivation = ({ undone }: Waits, law: ClockLaw, explain: Explainer): Derivation[] =>
  undone && law.feePayment
    ? [
        explain.set(
          { deadline: 'feeLiftedOn', rule: 'fee_lifted_in_error', article: law.feePayment.article },
          undone.from,
          undone.on,
        ),
      ]
    : [];

const basisOf = (deadline: string, { rule, article }: Period): Basis => ({ deadline, rule, article });

function runningDerivations(reckoning: Reckoning, law: ClockLaw, explain: Explainer, reply: Period): Derivation[] {
  const { windows, delay } = reckoning;
  const period = (deadline: string, basis: Period, due: DueDate): Derivation[] => {
    const end = endOf(due);
    if (!end) return [];
    return [explain.period(basisOf(end.unknownFrom === null ? deadline : provisionalName(deadline), basis), end, windows)];
  };
  const final = reckoning.extendedDue ? law.extension : reply;
  const set = { deadline: 'finalDue', rule: 'delay_set', article: law.delayArticle };
  const finalEnd = endOf(reckoning.finalDue);
  return [
    ...period('replyDue', reply, reckoning.replyDue),
    ...period('extendedDue', law.extension, reckoning.extendedDue).filter(({ deadline }) => deadline === 'extendedDue'),
    ...(delay && finalEnd ? [explain.set(set, finalEnd.from, finalEnd.date)] : period('finalDue', final, reckoning.finalDue)),
  ];
}

const provisionalName = (deadline: string): string => `provisional${deadline.charAt(0).toUpperCase()}${deadline.slice(1)}`;
