import type { LocalDate } from '@gongkai/calendar';
import {
  CASE_STATES,
  type CaseState,
  type CommandOf,
  type FieldCode,
  type FieldProblem,
  type PersonRef,
} from '@gongkai/contracts';
import type { CaseCommand } from '@gongkai/lifecycle';
import type { Sealer, Statement } from '@gongkai/platform';
import { isSameApplicant, openApplicant } from '../applicants.js';
import { readHelpers } from '../helping/helpers.js';
import { holdFiles } from '../loose-files.js';
import { readUnmailed, unmailedProblems } from '../mailed/unmailed.js';
import type { Person } from '../person.js';
import { isApplicant } from '../portal/applicant.js';
import { readSeeing } from '../queries/seeing.js';
import { asUuid, canSee } from '../visibility.js';
import { agentChangeProblems } from './agent-change.js';
import { askedProblems, readOwnNames } from './asked-party.js';
import { feeCountOf, feeCountProblems, readFeeCount } from './fee-count.js';
import { isFollowed, lockFamily } from './followers.js';
import { otherCase, type OtherCase } from './other-case.js';
import { giverProblems, readGiver } from './order-giver.js';
import type { StoredCase } from './stored-case.js';

/** What a check of subjects looks at: the rows that were read for it, and the case. */
type Seen = {
  readonly rows: readonly unknown[];
  /** Those of {@link readNamedFiles}. */
  readonly files: readonly unknown[];
  readonly stored: StoredCase;
  readonly actor: Person | 'clock';
  readonly sealer: Sealer;
};

/** For which case it is read, for whom, and on which day of the office. */
export type Reading = { readonly caseId: string; readonly actor: Person | 'clock'; readonly today: LocalDate };

/** Whom and what a command names outside its facts: how it is read, where it stands beside the case, and what is wrong with it. */
type Subject<C> = {
  readonly read?: (command: C, reading: Reading) => Statement | null;
  readonly check: (command: C, seen: Seen) => readonly FieldProblem[];
};

const problem = (path: string, code: FieldCode): FieldProblem => ({ path, code });

/**
 * An active caseworker of the organ, whose post is held on that day: nobody else could take the next step. Locked, so that whoever
 * is just being deactivated gets no case meanwhile.
 */
const caseworker = (id: string, reading: Reading): Statement => ({
  name: 'assignee',
  ...caseworkerWhere('id = $1', asUuid(id), reading),
});

/** @param which the condition that names the person by $1 */
const caseworkerWhere = (which: string, value: string, { caseId, today }: Reading): Statement => ({
  text: `SELECT id, name FROM person
          WHERE ${which} AND active AND organ_id = (SELECT organ_id FROM case_file WHERE id = $2)
            AND EXISTS (SELECT FROM post WHERE post.person_id = person.id AND post.role = 'caseworker'
                           AND post.organ_id = person.organ_id
                           AND post.valid_from <= $3 AND (post.valid_to IS NULL OR post.valid_to >= $3))
          FOR KEY SHARE`,
  values: [value, asUuid(caseId), today],
});

const assignee: Subject<CommandOf<'assign'>> = {
  read: ({ assignee: id }, reading) => caseworker(id, reading),
  check: ({ assignee: id }, { rows, stored }) => {
    if (rows.length === 0) return [problem('assignee', 'unknown-person')];
    return stored.around.assignee_id === id ? [problem('assignee', 'holds-it-already')] : [];
  },
};

/** Who answers for the unit that is asked works in the organ, or in one below it. */
const coHandler: Subject<CommandOf<'askUnit'>> = {
  read: ({ person }, { caseId, today }) => readHelpers(caseId, today, person),
  check: (_command, { rows }) => (rows.length === 0 ? [problem('person', 'unknown-person')] : []),
};

/** Where an order names a person, they can take steps of the case. */
const ordered: Subject<CommandOf<'issueOrder'>> = {
  read: ({ person }, reading) => (person === undefined ? null : caseworker(person, reading)),
  check: ({ person }, { rows }) => (person !== undefined && rows.length === 0 ? [problem('person', 'unknown-person')] : []),
};

const givenOrder: Subject<CommandOf<'repeatOrder' | 'closeOrder'>> = {
  read: ({ orderId }, { caseId }) => readGiver(caseId, orderId),
  check: (_command, { rows, actor }) => giverProblems(rows, actor),
};

/** Who claims a case gives it to themselves. The role is asked first, so that only who has just left it is refused here. */
const claimant: Subject<CommandOf<'claim'>> = {
  read: (_command, reading) => caseworker(reading.actor === 'clock' ? '' : reading.actor.id, reading),
  check: (_command, { rows }) => (rows.length === 0 ? [problem('', 'unknown-person')] : []),
};

const whoAssigned = (reading: Reading): Statement => ({
  name: 'assigner',
  ...caseworkerWhere(`id::text = (SELECT file ->> 'assignedBy' FROM case_file WHERE id = $1)`, asUuid(reading.caseId), reading),
});

/** Who assigned the case takes it back where they are a caseworker; into the pool it always goes. */
const assigner: Subject<CommandOf<'handBack'>> = {
  read: ({ to }, reading) => (to === 'assigner' ? whoAssigned(reading) : null),
  check: ({ to }, { rows }) => (to === 'assigner' && rows.length === 0 ? [problem('to', 'no-assigner')] : []),
};

/** Whom a note names, as far as they may see the case: nobody else is told of it. */
const mentioned: Subject<CommandOf<'note'>> = {
  read: ({ mentions }, { caseId, today }) => (mentions === undefined ? null : readSeeing(caseId, today, mentions)),
  check: ({ mentions = [] }, { rows }) => {
    const seeing = new Set((rows as readonly { id: string }[]).map(({ id }) => id));
    return mentions.flatMap((id, i) => (seeing.has(id) ? [] : [problem(`mentions.${i}`, 'cannot-see-case')]));
  },
};

const filesIn = (command: CaseCommand): readonly string[] => ('fileIds' in command ? (command.fileIds ?? []) : []);

/** The files a command names, as far as the organ has them; null where it names none. */
export const readNamedFiles = (command: CaseCommand, caseId: string): Statement | null =>
  filesIn(command).length === 0
    ? null
    : {
        name: 'files-of-case',
        text: holdFiles('(SELECT organ_id FROM case_file WHERE id = $2)'),
        values: [filesIn(command), asUuid(caseId)],
      };

/** The files that were named and not found, each by its place in the list. */
export function unknownFiles(fileIds: readonly string[], rows: readonly unknown[]): FieldProblem[] {
  const known = new Set((rows as readonly { id: string }[]).map(({ id }) => id));
  return fileIds.flatMap((id, i) => (known.has(id) ? [] : [problem(`fileIds.${i}`, 'unknown-file')]));
}

/** Another case that the person may see. */
function visibleCase(path: string, id: string, { rows, stored, actor }: Seen): OtherCase | FieldProblem {
  if (id === stored.row.id) return problem(path, 'same-case');
  const other = rows[0] as OtherCase | undefined;
  const inSight = other !== undefined && (actor === 'clock' || canSee(actor, other.organ_path));
  return inSight ? other : problem(path, 'unknown-case');
}

const isProblem = (found: OtherCase | FieldProblem): found is FieldProblem => 'code' in found;

/**
 * What stands against answering one more application by the reply of a case in this state: the reply has been made, or no
 * date runs for it that this one could follow.
 */
const AGAINST_MERGING: Readonly<Partial<Record<CaseState, FieldCode>>> = {
  unconfirmed: 'waiting-case',
  awaiting_correction: 'waiting-case',
  awaiting_payment: 'waiting-case',
  signed: 'answered-case',
  dispatched: 'answered-case',
  returned: 'answered-case',
  closed: 'closed-case',
  filed: 'closed-case',
};

/** The states in which a case takes up another application of its applicant. */
export const TAKES_UP: readonly CaseState[] = CASE_STATES.filter((state) => AGAINST_MERGING[state] === undefined);

/** A reply that answers both has to be in time for both (REG 33). */
function againstMerging(other: OtherCase): FieldCode | undefined {
  const inTheWay = AGAINST_MERGING[other.state] ?? (other.asking ? 'waiting-case' : undefined);
  return inTheWay ?? (other.later ? 'later-case' : other.due_later ? 'later-date' : undefined);
}

const isOfSameApplicant = (other: OtherCase, { sealer, stored }: Seen): boolean =>
  isSameApplicant(openApplicant(sealer, other), openApplicant(sealer, stored.around));

/** The first application of the same organ and applicant, still to be answered: its date holds for both. */
const mergeTarget: Subject<CommandOf<'merge'>> = {
  read: ({ intoCaseId }, reading) => otherCase(intoCaseId, reading),
  check: ({ intoCaseId }, seen) => {
    const other = visibleCase('intoCaseId', intoCaseId, seen);
    if (isProblem(other)) return [other];
    if (other.organ_id !== seen.stored.row.organ_id) return [problem('intoCaseId', 'unknown-case')];
    const against = againstMerging(other);
    if (against !== undefined) return [problem('intoCaseId', against)];
    return isOfSameApplicant(other, seen) ? [] : [problem('intoCaseId', 'other-applicant')];
  },
};

/** The earlier application of the same organ and applicant, which a reply has gone out to (REG 36(6)). */
const earlierCase: Subject<CommandOf<'decideItem'>> = {
  read: ({ earlierCaseId }, reading) => (earlierCaseId === undefined ? null : otherCase(earlierCaseId, reading)),
  check: ({ earlierCaseId }, seen) => {
    if (earlierCaseId === undefined) return [];
    const other = visibleCase('earlierCaseId', earlierCaseId, seen);
    if (isProblem(other)) return [other];
    if (other.organ_id !== seen.stored.row.organ_id) return [problem('earlierCaseId', 'unknown-case')];
    if (!other.answered) return [problem('earlierCaseId', 'unanswered-case')];
    return isOfSameApplicant(other, seen) ? [] : [problem('earlierCaseId', 'other-applicant')];
  },
};

const linkTarget: Subject<CommandOf<'linkCase'>> = {
  read: ({ caseId }, reading) => otherCase(caseId, reading),
  check: ({ caseId }, seen) => {
    const other = visibleCase('caseId', caseId, seen);
    return isProblem(other) ? [other] : [];
  },
};

/** Nobody has got what was not sent to them, unless somebody knows better; the applicants themselves do. */
const served: Subject<CommandOf<'recordService'>> = {
  read: (command, { caseId, actor }) => (isApplicant(actor) ? null : readUnmailed(command, caseId)),
  check: (_command, { rows }) => unmailedProblems(rows),
};

/** How much was asked before is counted by the register. */
const charged: Subject<CommandOf<'sendFeeNotice'>> = {
  read: (_command, { caseId }) => readFeeCount(caseId),
  check: (command, { rows, stored, sealer }) =>
    feeCountProblems(command, feeCountOf(rows, openApplicant(sealer, stored.around), sealer)),
};

/** Whom a letter asks is somebody else. */
const askedParty: Subject<CommandOf<'askThirdParty' | 'askJointProducer' | 'askOtherOrgan' | 'askSecrecyAuthority'>> = {
  read: (_command, { caseId }) => readOwnNames(caseId),
  check: ({ party }, { rows, stored, sealer }) =>
    askedProblems(party, {
      rows,
      units: stored.row.file.unitRequests.map(({ unit }) => unit),
      applicant: openApplicant(sealer, stored.around),
    }),
};

const agent: Subject<CommandOf<'changeAgent'>> = {
  check: (command, { stored, sealer }) => agentChangeProblems(command, openApplicant(sealer, stored.around)),
};

const subjects: Readonly<Partial<Record<CaseCommand['type'], Subject<CaseCommand>>>> = {
  assign: assignee as Subject<CaseCommand>,
  askUnit: coHandler as Subject<CaseCommand>,
  issueOrder: ordered as Subject<CaseCommand>,
  repeatOrder: givenOrder as Subject<CaseCommand>,
  closeOrder: givenOrder as Subject<CaseCommand>,
  claim: claimant as Subject<CaseCommand>,
  handBack: assigner as Subject<CaseCommand>,
  decideItem: earlierCase as Subject<CaseCommand>,
  merge: mergeTarget as Subject<CaseCommand>,
  linkCase: linkTarget as Subject<CaseCommand>,
  askThirdParty: askedParty as Subject<CaseCommand>,
  askJointProducer: askedParty as Subject<CaseCommand>,
  askOtherOrgan: askedParty as Subject<CaseCommand>,
  askSecrecyAuthority: askedParty as Subject<CaseCommand>,
  changeAgent: agent as Subject<CaseCommand>,
  sendFeeNotice: charged as Subject<CaseCommand>,
  recordService: served as Subject<CaseCommand>,
  note: mentioned as Subject<CaseCommand>,
};

/**
 * Both cases of a merger, locked in the order of their ids and before anything is read: of two that would go into each other
 * one comes first, and the other sees what it has done.
 */
const bothCases = (caseId: string, intoCaseId: string): Statement => ({
  name: 'lock-both-cases',
  text: 'SELECT id FROM case_file WHERE id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE',
  values: [[asUuid(caseId), asUuid(intoCaseId)]],
});

/** The locks a command takes beside that of its case, before it; null where it takes none. */
export const lockOthers = (command: CaseCommand, caseId: string): Statement | null =>
  command.type === 'merge' ? bothCases(caseId, command.intoCaseId) : isFollowed(command) ? lockFamily(caseId) : null;

/** The read for what a command names outside its case; null where it names nothing. */
export const readSubject = (command: CaseCommand, reading: Reading): Statement | null =>
  subjects[command.type]?.read?.(command, reading) ?? null;

/** What is wrong with what a command names outside its case. */
export const subjectProblems = (command: CaseCommand, seen: Seen): readonly FieldProblem[] => [
  ...(subjects[command.type]?.check(command, seen) ?? []),
  ...unknownFiles(filesIn(command), seen.files),
];

/** Who holds the case after a command: the rows of `assign` and of `handBack` name the person. */
export function assigneeAfter(command: CaseCommand, { rows, stored, actor }: Seen): PersonRef | null {
  if (command.type === 'assign' || command.type === 'handBack') return (rows[0] as PersonRef | undefined) ?? null;
  if (command.type === 'claim' && actor !== 'clock') return { id: actor.id, name: actor.name };
  const { assignee_id: id, assignee_name: name } = stored.around;
  return id === null ? null : { id, name: name ?? '' };
}
