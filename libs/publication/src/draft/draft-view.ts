import type { LocalDate } from '@gongkai/calendar';
import { actingIn, isOneWith, type LawShelf, type Person } from '@gongkai/casework';
import type { PersonRef, PublicationDraft, Role } from '@gongkai/contracts';
import { otherDeadlines } from '@gongkai/statutes';
import type { Kinds } from '../kinds.js';
import { hashOf, type DraftRow } from './draft-rows.js';

type Move = PublicationDraft['may'][number];

/** Whose it is to do something with a draft; the first is the one a refusal names. */
const WHOSE: Readonly<Record<Move, readonly [Role, ...Role[]]>> = {
  change: ['caseworker'],
  read: ['caseworker'],
  submit: ['caseworker'],
  pass: ['reviewer'],
  return: ['reviewer', 'approver'],
  publish: ['approver'],
  drop: ['caseworker'],
};

const OPEN: Readonly<Record<DraftRow['state'], readonly Move[]>> = {
  draft: ['change', 'read', 'submit', 'drop'],
  reviewing: ['pass', 'return', 'drop'],
  reviewed: ['publish', 'return', 'drop'],
  published: [],
  dropped: [],
};

/** The role that a move needs and somebody has not; null where they may. */
export function roleMissing(move: Move, person: Person, { organ_id }: Pick<DraftRow, 'organ_id'>): Role | null {
  const { roles } = actingIn(person, organ_id);
  return WHOSE[move].some((role) => roles.includes(role)) ? null : WHOSE[move][0];
}

export const isOpen = (move: Move, { state }: Pick<DraftRow, 'state'>): boolean => OPEN[state].includes(move);

/** Nobody reviews or publishes what they, or somebody in whose place they sign, have written, nor publishes what was so reviewed. */
export function isOwn(move: Move, person: Person, row: DraftRow): boolean {
  const reviewer = row.history.findLast(({ did }) => did === 'pass')?.by;
  if (move !== 'pass' && move !== 'publish') return false;
  const before = move === 'pass' ? row.made_by : [...row.made_by, reviewer];
  return before.some((by) => isOneWith(person, by));
}

/** Its file says nothing beside its pages, was read to the end, and nothing of anybody who asked is in it. */
export const isClean = ({ read, total, findings, fileId, sourceId }: DraftRow): boolean =>
  fileId !== sourceId && read === total && !findings.some(({ blocks }) => blocks);

const mayDo = (move: Move, person: Person, row: DraftRow): boolean =>
  roleMissing(move, person, row) === null &&
  !isOwn(move, person, row) &&
  (move !== 'submit' || isClean(row)) &&
  (move !== 'read' || row.read !== row.total);

type Surroundings = {
  readonly kinds: Kinds;
  readonly laws: LawShelf;
  readonly publicUrl: string;
  readonly today: LocalDate;
  readonly person: Person;
};

/** A draft as somebody sees it. */
export function draftView(row: DraftRow, around: Surroundings): PublicationDraft {
  const { kinds, publicUrl, person } = around;
  const who = (id: string): PersonRef => ({ id, name: row.names[id] ?? '' });
  return {
    id: row.id,
    version: row.version,
    case: { id: row.case_id, number: row.case_number },
    state: row.state,
    ...{ title: row.title, summary: row.summary, indexNumber: row.indexNumber, madeOn: row.madeOn },
    kind: kinds.named(row.kind),
    ...{ file: row.file, source: row.source },
    read: { pages: row.read, total: row.total },
    wordless: [...row.wordless],
    findings: [...row.findings],
    hash: hashOf(row),
    reviewedHash: row.reviewed_hash,
    due: dueOf(row, around),
    address: addressOf(publicUrl, row.id),
    withdrawn: row.withdrawal === null ? null : { reason: row.withdrawal },
    attribute: row.attribute === null ? null : { is: row.attribute.attribute, reason: row.attribute.reason ?? null },
    madeBy: row.made_by.map(who),
    history: row.history.map(({ by, ...deed }) => ({ ...deed, by: who(by) })),
    may: OPEN[row.state].filter((move) => mayDo(move, person, row)),
  };
}

/** Where an entry stands for everybody, for ever. */
export const addressOf = (publicUrl: string, id: string): string => `${publicUrl}/portal/information/${id}`;

/** Until when it is to be public (REG 44, `promote.days`): counted from the day it was decided. Past is what is not out by then. */
function dueOf({ decided_on: on, state, published_on }: DraftRow, { laws, today }: Surroundings): PublicationDraft['due'] {
  if (state === 'dropped') return null;
  const { statute, calendar, grounds } = laws.lawOf(laws.statute, on);
  const [deadline] = otherDeadlines([{ type: 'promotion_decided', on }], statute, calendar, grounds);
  const due = deadline?.due ?? deadline?.provisionalDue;
  if (deadline === undefined || due === undefined) return null;
  const { article } = deadline;
  return { on: due, article, provisional: deadline.due === null, isPast: due < (published_on ?? today) };
}
