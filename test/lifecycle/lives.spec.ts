import { COMMAND_TYPES, Refusal, type CommandType, type CaseLedger } from '@gongkai/contracts';
import type { Alarm, CaseNow, ClockCommand, Standing, Steps, WatchedDeadline } from '@gongkai/lifecycle';
import fc from 'fast-check';
import { calendarDaysAfter } from '../support/days.js';
import { Life, personOf, type StepInput } from '../support/life.js';
import { sensibleStep, toldOf } from '../support/sensible-step.js';

/** What happens at one moment of a random life. */
type Throw = { readonly die: number; readonly wild: boolean; readonly daysOn: number; readonly told: number };

const throws = fc.record({
  die: fc.nat(9999),
  /** Any step at all, rather than one that is permitted. */
  wild: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  daysOn: fc.oneof(
    { weight: 5, arbitrary: fc.constant(0) },
    { weight: 4, arbitrary: fc.nat(4) },
    { weight: 1, arbitrary: fc.nat(40) },
  ),
  /** Days before today that a step is told of; one day ahead now and then. */
  told: fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.integer({ min: -1, max: 12 }) }),
});

const daysFrom = (first: string, days: number): fc.Arbitrary<string> =>
  fc.integer({ min: 0, max: days }).map((day) => calendarDaysAfter(first, day));

const beginnings = fc.record({
  start: fc.oneof(
    { weight: 3, arbitrary: daysFrom('2024-01-08', 500) },
    // Its periods reach a year without a published calendar.
    { weight: 1, arbitrary: daysFrom('2026-10-08', 80) },
  ),
  channel: fc.constantFrom('in_person', 'in_person', 'ordinary_mail', 'misaddressed'),
  items: fc.constantFrom(['a'], ['a', 'b']),
});
type Start = { start: string; channel: 'in_person' | 'ordinary_mail' | 'misaddressed'; items: readonly string[] };

function begin({ start, channel, items }: Start): Life {
  if (channel === 'in_person') return new Life({ channel, submittedOn: start }, { items });
  if (channel === 'ordinary_mail') return new Life({ channel, arrivedOn: start }, { items });
  return new Life({ channel: 'ems', signedOn: start, misaddressed: true }, { items });
}

/** Nothing may be changed in place: what was given is frozen through and through. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.values(value).forEach(frozen);
  return Object.freeze(value);
}

const CLOCK: Readonly<Partial<Record<Alarm['kind'], (subject: string) => ClockCommand>>> = {
  consultation_lapse: (consultationId) => ({ type: 'lapseConsultation', consultationId }),
  correction_over: () => ({ type: 'endCorrectionPeriod' }),
  fee_over: () => ({ type: 'endFeePeriod' }),
  public_notice_over: (noticeId) => ({ type: 'completePublicNotice', ...(noticeId === '' ? {} : { noticeId }) }),
};

/** A day dawns: the alarms set before ring, and each says what has become true. */
function dawn(life: Life, daysOn: number): void {
  const set = life.alarms;
  life.on(calendarDaysAfter(life.today, daysOn));
  for (const { kind, subject, ringsOn } of set) {
    const command = CLOCK[kind]?.(subject);
    if (!command || ringsOn > life.today) continue;
    life.ring(command);
    // It has rung: it is not set again for the same day.
    expect(life.alarms).not.toContainEqual({ kind, subject, ringsOn });
  }
}

/** One step; whether it was taken. A refusal is a Refusal and changes nothing. */
function tryStep(life: Life, step: StepInput): Refusal | null {
  const before = frozen(life.now);
  try {
    life.take(step);
    return null;
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
    expect(life.now).toBe(before);
    return problem;
  }
}

type Watch = (life: Life) => boolean;
const rings =
  (kind: Alarm['kind']): Watch =>
  (life) =>
    life.alarms.some((alarm) => alarm.kind === kind);
const watches =
  (name: WatchedDeadline['deadline']): Watch =>
  (life) =>
    life.watched.some(({ deadline }) => deadline === name);
const turnIs =
  (step: CommandType): Watch =>
  (life) =>
    life.standing.turn.step === step;
const isReplyMade: Watch = ({ now }) => now.file.round.reply.dispatchedOn !== null;
const asksSecrecyAuthority: Watch = ({ clock }) =>
  clock.consultations.some(({ kind, closedOn }) => kind === 'secrecy_authority' && closedOn === null);

/** Nobody abandons by not paying what counts what was withdrawn, nor by a period on which nobody else has looked: that comes first. */
const isToEnd: Watch = (life) => (['closeAbandoned', 'liftFee', 'confirmFact'] as const).some((step) => turnIs(step)(life));

/** Why nobody forgets an open case: a date that runs, a reason that none does, or an alarm. */
const KEPT_IN_MIND: Readonly<Record<Standing['clock'], Watch>> = {
  not_started: watches('arrival'),
  running: watches('finalDue'),
  stopped: (life) => watches('finalDue')(life) || asksSecrecyAuthority(life),
  awaiting_correction: rings('correction_over'),
  awaiting_payment: rings('fee_over'),
  deemed_abandoned: (life) => isToEnd(life) || rings('correction_over')(life) || rings('fee_over')(life),
  withdrawn: () => false,
  ended: (life) => isReplyMade(life) || ['closed', 'filed'].includes(life.standing.state),
};

const PERSONAL = /^(name|phone|idNumber|idType|address|email|applicant)$/;
const keysIn = (value: unknown): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => [...(Array.isArray(value) ? [] : [key]), ...keysIn(inner)])
    : [];

const beginningInForce = ({ restartedOn, receivedOn }: CaseLedger): string => restartedOn ?? receivedOn ?? '';

function extensionDays({ derivation }: CaseLedger): number {
  const counted = (name: string): number => derivation.find(({ deadline }) => deadline === name)?.counted ?? 0;
  return counted('extendedDue') === 0 ? 0 : counted('extendedDue') - counted('replyDue');
}

const correctionNotices = ({ file }: CaseNow): number =>
  file.notices.filter(({ kind, round }) => kind === 'correction' && round === file.round.number).length;

/** An extension is before the approver in the chart where it is in the facts, and nowhere else. */
function checkProposal({ file: { round }, value }: CaseNow): void {
  if (typeof value === 'string' || value.open === undefined) return;
  expect({ value, isProposed: round.extensionProposed !== null }).toMatchObject({
    isProposed: typeof value.open === 'object' && value.open.extension === 'proposed',
  });
}

/** What the law promises at every moment. */
function checkMoment(life: Life, before: { readonly round: number; readonly t: string }): void {
  const { now, clock: ledger } = life;
  const { clock, state } = life.standing;
  expect({ clock, state, isForgotten: !KEPT_IN_MIND[clock](life) }).toEqual({ clock, state, isForgotten: false });
  // A withdrawal told late takes back the restarts dated after it: it ends all on its own day.
  const sameRound = before.round === now.file.round.number && ledger.clock !== 'withdrawn';
  if (sameRound) expect(beginningInForce(ledger) >= before.t).toBe(true);
  checkProposal(now);
  expect(correctionNotices(now)).toBeLessThanOrEqual(1);
  if (ledger.extendedDue !== null) expect(extensionDays(life.ledger)).toBeLessThanOrEqual(20);
}

/** Steps that lead on come more often than letters and endings, and those that only leave a word hardly ever. */
function weightOf(type: CommandType): number {
  if (/^(note|linkCase|change|assign|handBack|voidCase|withdraw|merge|split|suggest|correctFact|recordSearch)/.test(type))
    return 1;
  return /^(ask|recordUnit|recordComplaint|sendBack|block|logContact)/.test(type) ? 2 : 6;
}

/** A step and what `refused` says of it; a step of today, or one told of another day. */
type Next = { readonly step: StepInput; readonly refusal: string | null; readonly isOfToday: boolean };

/** What the table says of everybody; whether a case can be handed back, of who would. */
function stepsOf(life: Life): Steps {
  const [all, own] = [life.steps(), life.steps(personOf('caseworker'))];
  const isOf = ({ type }: { readonly type: CommandType }): boolean => type === 'handBack';
  const joined = <T extends { readonly type: CommandType }>(those: readonly T[], hers: readonly T[]): T[] => [
    ...those.filter((one) => !isOf(one)),
    ...hers.filter(isOf),
  ];
  return { permitted: joined(all.permitted, own.permitted), refused: joined(all.refused, own.refused) };
}

function nextStep(life: Life, { die, wild, told }: Throw): Next | null {
  const steps = stepsOf(life);
  const permitted = steps.permitted.map(({ type }) => type);
  const from = wild ? COMMAND_TYPES : permitted.flatMap((type) => new Array<CommandType>(weightOf(type)).fill(type));
  const type = from[die % from.length];
  const sensible = type && type !== 'correctFact' && sensibleStep(type, life.now, Math.floor(die / 7), life.today);
  if (!sensible) return null;
  const step = told === 0 ? sensible : toldOf(sensible, calendarDaysAfter(life.today, -told));
  const refusal = steps.refused.find((refused) => refused.type === type)?.code ?? null;
  return { step, refusal, isOfToday: step === sensible };
}

/** The law's answers of today that may be otherwise for a fact of another day: the clock may have been running then. */
const DECIDED_BY_A_DAY: ReadonlySet<string> = new Set(['correction-notice-late', 'fee-notice-late', 'clock-not-running']);
const BY_ROLE_OR_CHART: ReadonlySet<string> = new Set(['role-missing', 'step-not-permitted']);

/** What is permitted is not refused by role or chart; what is refused is not taken, unless the law looks at another day. */
function checkAgreement({ step, refusal, isOfToday }: Next, answer: Refusal | null): void {
  const isPromiseBroken = refusal === null && BY_ROLE_OR_CHART.has(answer?.code ?? '');
  const isTakenAllTheSame = refusal !== null && answer === null && (isOfToday || !DECIDED_BY_A_DAY.has(refusal));
  expect({ step, refusal, answer, isPromiseBroken, isTakenAllTheSame }).toMatchObject({
    isPromiseBroken: false,
    isTakenAllTheSame: false,
  });
}

function live(start: Start, moments: readonly Throw[]): Life {
  const life = begin(start);
  for (const moment of moments) {
    const before = { round: life.now.file.round.number, t: beginningInForce(life.clock) };
    dawn(life, moment.daysOn);
    const next = nextStep(life, moment);
    const refused = next && tryStep(life, next.step);
    if (next) checkAgreement(next, refused);
    checkMoment(life, before);
  }
  return life;
}

const lives = fc.property(beginnings, fc.array(throws, { maxLength: 60, size: 'max' }), (start, moments) => {
  const life = live(start, moments);
  expect(life.replayed()).toEqual(life.now);
  expect(life.journal.flatMap(({ fact }) => keysIn(fact)).filter((key) => PERSONAL.test(key) && key !== 'address')).toEqual([]);
});

describe('random lives', () => {
  test('keep the law at every moment, and are told again by their journals', () => {
    // A whole life takes long to be made smaller: its seed tells it again as well.
    fc.assert(lives, { numRuns: 100, endOnFailure: true });
  });

  test.each([
    ['a correction notice counts as served by its public notice while payment is awaited', -1818826491, '22'],
    ['a fee notice told of a day on which the clock was running', 727565518, '3282'],
  ])('one that went wrong once: %s', (_name, seed, path) => {
    fc.assert(lives, { seed, path, endOnFailure: true });
  });
});
