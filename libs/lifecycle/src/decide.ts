import type { LocalDate } from '@gongkai/calendar';
import { Refusal, type CommandType, type CaseLedger } from '@gongkai/contracts';
import { inForce } from '@gongkai/statutes';
import type { CaseFile } from './case-file.js';
import { ledgerOf, situationIn, type CaseLaw } from './case-law.js';
import { advance, BEGINNING, openingFor, openingsOf, type ChartValue } from './chart.js';
import { clockFact } from './clock-facts.js';
import type { CaseCommand, ClockCommand } from './case-command.js';
import type { Digest } from './draft.js';
import { establish } from './establish.js';
import type { CaseFact, FactOf } from './facts.js';
import { fold, openFile } from './fold.js';
import type { Entry } from './fold-step.js';
import { judge } from './judge.js';
import { mayTake, type Actor } from './permissions.js';
import { closedStep, reasonOfOpening, refusalFor, roleMissing } from './reasons.js';

/** A case as it is stored: its folded facts and its place in the chart. */
export type CaseNow = { readonly file: CaseFile; readonly value: ChartValue };

/** Who asks, when, under which law. `today` is the office's day. */
export type Asking = {
  readonly actor: Actor | 'clock';
  readonly entryId: string;
  readonly today: LocalDate;
  readonly law: CaseLaw;
  readonly newId: () => string;
  /** Makes the fingerprint of a draft. */
  readonly digest: Digest;
  /** The number drawn for a step that makes a notice (`noticeKindOf`). */
  readonly noticeNumber?: string | undefined;
};

/** What follows from a command. Nothing has been done yet. */
export type Decision = {
  readonly fact: CaseFact;
  readonly after: CaseNow;
  /** The deadlines as of today, before and after. */
  readonly before: CaseLedger | null;
  readonly ledger: CaseLedger;
};

/** Opens a case with its application. @throws Refusal `invalid-request` when the dates of its arrival do not fit */
export function openCase(fact: FactOf<'APPLICATION_RECEIVED'>, asking: Omit<Asking, 'digest'>): Decision {
  const file = openFile(fact, entryOf(asking));
  const ledger = ledgerOf(file, asking.law, { asOf: asking.today, derivation: false });
  const value = advance(BEGINNING, situationIn(file, asking.law), fact.type);
  return { fact, after: { file, value }, before: null, ledger };
}

/**
 * Asks the four questions in their order: may this person, may this case now, does what is named exist and wait for this,
 * what does the law make of it by the day of the fact.
 * @throws Refusal with the first no
 */
export function decide(now: CaseNow, command: CaseCommand, asking: Asking): Decision {
  const step = command.type as CommandType;
  if (asking.actor !== 'clock' && !mayTake(asking.actor, step)) throw refusalFor(roleMissing(step));
  const { law, today } = asking;
  const situation = situationIn(now.file, law);
  const openings = openingsOf(now.value, situation);
  const closed = closedStep(command.type, openings, situation);
  if (closed) throw refusalFor(closed);
  const before = ledgerOf(now.file, law, { asOf: today, derivation: false });
  const fact = factOf(now, command, asking, before);
  const opening = openingFor(openings, fact.type);
  if (!opening.open) throw refusalFor(reasonOfOpening(command.type, opening, situation));
  const file = fold(now.file, fact, entryOf(asking));
  const ledger = ledgerAfter(file, fact, asking);
  const actorId = entryOf(asking).actorId;
  judge(fact, {
    before: now.file,
    after: file,
    clock: before,
    next: ledger,
    today,
    actorId,
    digest: asking.digest,
    statute: law.statute,
    calendar: law.calendar,
  });
  return { fact, after: { file, value: advance(now.value, situation, fact.type) }, before, ledger };
}

const entryOf = ({ actor, entryId, today }: Omit<Asking, 'digest'>): Entry => ({
  id: entryId,
  actorId: actor === 'clock' ? 'clock' : actor.id,
  today,
});

function factOf(now: CaseNow, command: CaseCommand, asking: Asking, ledger: CaseLedger): CaseFact {
  if (isClockCommand(command)) return clockFact(command, { file: now.file, ledger, law: asking.law, today: asking.today });
  const correctionPeriod = inForce(asking.law.statute, 'correction.applicant_period', asking.today);
  return establish(command, {
    file: now.file,
    today: asking.today,
    actorId: entryOf(asking).actorId,
    roles: asking.actor === 'clock' ? [] : asking.actor.roles,
    newId: asking.newId,
    digest: asking.digest,
    noticeNumber: asking.noticeNumber,
    correctionPeriod,
    statute: asking.law.statute,
    grounds: asking.law.grounds,
    ledger,
  });
}

const CLOCK_STEPS: ReadonlySet<string> = new Set<ClockCommand['type']>([
  'lapseConsultation',
  'endCorrectionPeriod',
  'endFeePeriod',
  'completePublicNotice',
]);
const isClockCommand = (command: CaseCommand): command is ClockCommand => CLOCK_STEPS.has(command.type);

/** The clock after the fact; what does not fit is told by the field of the step that brought it. */
function ledgerAfter(file: CaseFile, fact: CaseFact, { law, today }: Asking): CaseLedger {
  try {
    return ledgerOf(file, law, { asOf: today, derivation: false });
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
    throw new Refusal(
      problem.code,
      problem.fields.map((field) => ({ ...field, path: dayFieldOf(fact) })),
    );
  }
}

function dayFieldOf(fact: CaseFact): string {
  const fields = ['confirmedOn', 'answeredOn', 'until', 'dispatchedOn', 'on'];
  return fields.find((field) => field in fact) ?? 'on';
}
