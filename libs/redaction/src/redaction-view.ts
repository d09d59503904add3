import type { PersonRef, RedactionList, RedactionsToCheck, RedactionView, Role } from '@gongkai/contracts';
import { actingIn, isOneWith, type Person } from '@gongkai/casework';
import type { RedactionRow } from './redaction-rows.js';
import { releasedName } from './released-name.js';

type May = RedactionView['may'][number];

const MARKS: readonly Role[] = ['caseworker'];
/** Whoever handles, reviews or signs can be the second person. */
const CHECKS: readonly Role[] = ['caseworker', 'reviewer', 'legal', 'approver'];

const has = (person: Person, { organ_id }: Pick<RedactionRow, 'organ_id'>, roles: readonly Role[]): boolean =>
  actingIn(person, organ_id).roles.some((role) => roles.includes(role));

export const mayMark = (person: Person, row: Pick<RedactionRow, 'organ_id'>): boolean => has(person, row, MARKS);
export const mayCheck = (person: Person, row: Pick<RedactionRow, 'organ_id'>): boolean => has(person, row, CHECKS);
/** Nobody approves their own marks, nor those of somebody in whose place they sign. */
export const isOwn = (person: Person, { marked_by, history }: RedactionRow): boolean =>
  [...marked_by, history.findLast(({ did }) => did === 'submit')?.by].some((by) => isOneWith(person, by));
/** Can all pages be looked at? */
export const isWhole = ({ total, pages, unreadable }: RedactionRow): boolean =>
  unreadable === null && total !== null && pages.length === total;

const OPEN: Readonly<Record<RedactionView['state'], (row: RedactionRow, person: Person) => readonly May[]>> = {
  marking: (row, person) => {
    if (!mayMark(person, row)) return [];
    if (row.unreadable !== null) return ['again'];
    return isWhole(row) && row.marks.length > 0 ? ['mark', 'submit'] : ['mark'];
  },
  checking: (row, person) => (mayCheck(person, row) ? (isOwn(person, row) ? ['return'] : ['approve', 'return']) : []),
  burning: (row, person) => (mayCheck(person, row) ? ['return'] : []),
  burnt: () => [],
  failed: (row, person) => (mayMark(person, row) ? ['again'] : []),
};

/** What somebody may do to it now. */
export const openTo = (person: Person, row: RedactionRow): readonly May[] => OPEN[row.state](row, person);

/** A redaction as somebody sees it. */
export const redactionView = (row: RedactionRow, person: Person): RedactionView => ({
  ...headOf(row, person),
  pages: row.pages,
  marks: [...row.marks],
});

export type WaitingRow = RedactionRow & { readonly case_number: string };

/** One that waits for a second person, as somebody sees it in a list. */
export function waitingOf(row: WaitingRow, person: Person): RedactionsToCheck['items'][number] {
  const { by = '', at = '' } = row.history.findLast(({ did }) => did === 'submit') ?? {};
  return {
    id: row.id,
    case: { id: row.case_id, number: row.case_number },
    source: row.source,
    submitted: { by: { id: by, name: row.names[by] ?? '' }, at },
    mine: openTo(person, row).includes('approve'),
  };
}

/** The same without pages and marks. */
export const headOf = (row: RedactionRow, person: Person): RedactionList['items'][number] => {
  const who = (id: string): PersonRef => ({ id, name: row.names[id] ?? '' });
  return {
    id: row.id,
    version: row.version,
    caseId: row.case_id,
    state: row.state,
    source: row.source,
    total: row.total,
    unreadable: row.unreadable,
    done: row.done,
    marksHash: row.marks_hash,
    result: row.result,
    releasedName: row.result?.name ?? releasedName(row),
    markedBy: row.marked_by.map(who),
    history: row.history.map(({ by, name: _, ...deed }) => ({ ...deed, by: who(by) })),
    may: [...openTo(person, row)],
  };
};
