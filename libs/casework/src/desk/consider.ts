import { randomUUID } from 'node:crypto';
import { problemStatus, Refusal, type CommandType, type PersonRef } from '@gongkai/contracts';
import {
  decide,
  ledgerOf,
  lettersUnkept,
  mayTake,
  standingOf,
  type Asking,
  type CaseNow,
  type Decision,
  type JournalFact,
  type TitleBorne,
} from '@gongkai/lifecycle';
import { sha256, type Sealer } from '@gongkai/platform';
import type { LawOfCase } from '../law-shelf.js';
import { actorOf, stepsFor } from '../views/case-view.js';
import { refuseWhereTied } from '../views/tied-cases.js';
import { openApplicant } from '../applicants.js';
import { mailProblems } from '../mailed/mail-address.js';
import { addressProblems } from './agreed-address.js';
import { reckon, type Reckoned } from './columns.js';
import { correct, restore } from './correction.js';
import { withEarlierReply } from './earlier-reply.js';
import type { Envelope } from './envelope.js';
import { follow, type Followed } from './follow.js';
import type { Follower } from './followers.js';
import { numberText, type Drawn } from './numbering.js';
import { recordProblems } from './named-records.js';
import { redactedProblems } from './redacted-files.js';
import { numberedOn, retellsCase, seriesOf } from './reads.js';
import type { RowsBeside } from './rows-beside.js';
import type { Moment } from './settle.js';
import type { StoredCase } from './stored-case.js';
import { assigneeAfter, subjectProblems } from './subjects.js';

/** Everything there is to decide on. */
export type Matter = {
  readonly envelope: Envelope;
  readonly stored: StoredCase;
  /** What stands of it in other tables. */
  readonly beside: RowsBeside;
  readonly now: CaseNow;
  /** Read where a fact is to be corrected, or the case filed. */
  readonly journal: readonly JournalFact[];
  /** The cases that a split has taken out of this one, where they follow the command. */
  readonly followers: readonly Follower[];
  readonly subject: readonly unknown[];
  readonly files: readonly unknown[];
  readonly drawn: Drawn | undefined;
  /** Who bears a title there; read where a draft is submitted. */
  readonly borne: readonly TitleBorne[];
  /** What was made of its files by redaction; read where something is let out. */
  readonly redacted: readonly unknown[];
  /** The files of the case among those that a decision keeps back. */
  readonly records: readonly unknown[];
  /** What was drawn with the step; undefined as long as nobody knows whether anything is. */
  readonly made?: readonly string[] | undefined;
  readonly law: LawOfCase;
  readonly moment: Moment;
  readonly sealer: Sealer;
  /** Letters that leave by e-mail are mailed from here. */
  readonly mailsLetters?: boolean | undefined;
};

/** What a command brings about; nothing has been written. */
export type Considered = {
  readonly decision: Decision;
  readonly reckoned: Reckoned;
  readonly assignee: PersonRef | null;
  /** What becomes of other cases with it. */
  readonly followed: readonly Followed[];
};

/**
 * The questions to a command in their order: role, version, chart, what it names, law.
 * @throws Refusal with the first no; where the case stands in the way, it tells its state and what is permitted instead
 */
export function consider(matter: Matter): Considered {
  try {
    checkVersion(matter);
    const { decision, followed } = followedDecision(matter);
    const reckoned = reckon(decision.after, decision.ledger, matter.law, matter.moment.today);
    return { decision, reckoned, assignee: assigneeAfter(matter.envelope.command, seenBy(matter)), followed };
  } catch (problem) {
    throw problem instanceof Refusal && IN_THE_WAY.has(problemStatus[problem.code]) ? withState(problem, matter) : problem;
  }
}

/** A stale version is told before anything the case could say, and after the role. */
function checkVersion({ envelope: { actor, command, expectedVersion }, stored: { row } }: Matter): void {
  if (expectedVersion === undefined || expectedVersion === row.version) return;
  const mayAsk = actor === 'clock' || mayTake(actorOf(actor), command.type as CommandType);
  if (mayAsk) throw new Refusal('case-changed', [], { version: row.version });
}

/** A correction waits for a second person also where only the date of a case that follows moves. */
function followedDecision(matter: Matter): Pick<Considered, 'decision' | 'followed'> {
  const decision = decisionOn(matter);
  const followed = followedBy(decision, matter);
  const waits = decision.fact.type === 'FACT_CORRECTED' && !decision.fact.moves && followed.some(({ moves }) => moves);
  if (!waits) return { decision, followed };
  const waiting = decisionOn(matter, true);
  return { decision: waiting, followed: followedBy(waiting, matter) };
}

function followedBy({ fact, after }: Decision, matter: Matter): readonly Followed[] {
  const { stored, journal, followers, law, moment } = matter;
  const led = { caseId: stored.row.id, journal, entry: { ...entryOf(askingOf(matter)), fact }, after };
  return follow(led, { followers, law, moment });
}

const entryOf = ({ entryId, actor, today }: Asking): Omit<JournalFact, 'fact'> => ({
  id: entryId,
  actorId: actor === 'clock' ? actor : actor.id,
  today,
});

function decisionOn(matter: Matter, waits?: true): Decision {
  const { envelope, stored, sealer, now, law, redacted, records } = matter;
  const { command } = envelope;
  const known = () => openApplicant(sealer, stored.around);
  const mailed = { today: matter.moment.today, email: () => known().email };
  const problems = [
    ...subjectProblems(command, seenBy(matter)),
    ...redactedProblems(command, now.file, redacted),
    ...recordProblems(command, records),
    ...addressProblems(command, now.file, known),
    ...(matter.mailsLetters === true ? mailProblems(command, now.file, mailed) : []),
  ];
  const decision = decided(matter, problems);
  refuseWhereTied(command.type, stored.around);
  if (problems.length > 0) throw new Refusal('invalid-request', problems);
  // A letter that is sent back changes nothing that was said before.
  if (!retellsCase(command) || decision.fact.type === 'PAPER_SENT_BACK') return decision;
  const retelling = { now, journal: matter.journal, entry: entryOf(askingOf(matter)), law, allowed: decision };
  return command.type === 'correctFact' ? correct({ command, ...retelling }, waits) : restore(retelling);
}

/** Wrong fields are told all at once, whoever finds them. */
function decided(matter: Matter, problems: ReturnType<typeof subjectProblems>): Decision {
  try {
    return decide(matter.now, withEarlierReply(matter.envelope.command, matter.subject), askingOf(matter));
  } catch (problem) {
    if (problem instanceof Refusal && problem.code === 'invalid-request')
      throw new Refusal('invalid-request', [...problem.fields, ...problems]);
    throw problem;
  }
}

const seenBy = ({ subject, files, stored, envelope: { actor }, sealer }: Matter) => ({
  rows: subject,
  files,
  stored,
  actor,
  sealer,
});

function askingOf(matter: Matter): Asking {
  const { envelope, stored, drawn, borne, made, law } = matter;
  const { today } = matter.moment;
  const { id, actor, command, noticeNumber } = envelope;
  const series = seriesOf(command);
  const number = drawn && series ? numberText(series, drawn, numberedOn(command, today)) : noticeNumber;
  return {
    actor: actor === 'clock' ? 'clock' : actorOf(actor),
    entryId: id,
    today,
    law,
    newId: randomUUID,
    digest: sha256,
    organ: stored.around.organ_code,
    borne,
    made,
    unkept: unkeptIn(matter),
    noticeNumber: series === 'case' ? undefined : number,
  };
}

/** Asked of who files it; the journal is read then. */
const unkeptIn = ({ envelope: { command }, now, journal }: Matter): Asking['unkept'] =>
  command.type !== 'file'
    ? undefined
    : lettersUnkept(
        now.file.notices,
        journal.map(({ fact }) => fact),
      );

/** What the case itself says no to: it may not do this now, or has changed since. */
const IN_THE_WAY: ReadonlySet<number> = new Set([409, 412]);

function withState(refusal: Refusal, { envelope, stored, now, law, moment: { today } }: Matter): Refusal {
  const { actor, language = 'zh-CN' } = envelope;
  const ledger = ledgerOf(now.file, law, { asOf: today, derivation: false });
  const { permitted } = stepsFor(now, { law, today }, { actor, language }, stored.around);
  return new Refusal(refusal.code, refusal.fields, {
    ...refusal.details,
    permitted: permitted.map(({ type }) => ({ type })),
    version: stored.row.version,
    state: standingOf(now, ledger, today, law).state,
  });
}
