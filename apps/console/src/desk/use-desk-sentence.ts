import type { CaseRow } from '@gongkai/contracts';
import { remedyDue } from '../clock/remedy-due.js';
import { useWords } from '../i18n/use-words.js';
import { useSession } from '../session/session.js';
import { useOwnSubstitute } from '../session/use-stood-in-for.js';

/** What matters today, in one sentence: how many, how many late, how many due today, how many challenges to answer. */
export function useDeskSentence(rows: readonly CaseRow[] | undefined): string {
  const t = useWords('desk');
  const { user } = useSession();
  const away = useAway();
  if (rows === undefined || rows.length === 0) return away.join('');
  const late = rows.filter(({ light }) => light === 'overdue').length;
  const today = rows.filter(({ light, daysLeft }) => light === 'red' && daysLeft === 0).length;
  const soon = rows.filter(({ light, daysLeft }) => light === 'red' && daysLeft === 1).length;
  const answers = rows.filter(({ turn }) => remedyDue(turn) !== null).length;
  const returned = rows.filter(({ state }) => state === 'returned').length;
  const open = rows.filter(({ state }) => state !== 'closed' && state !== 'filed');
  const clauses = [
    ...away,
    t('sentence.open', { count: open.length }),
    ...insteadOf(open, user.id).map(({ name, count }) => t('sentence.instead', { name, count })),
    ...(late === 0 ? [] : [t('sentence.late', { count: late })]),
    ...(today === 0 ? [] : [t('sentence.today', { count: today })]),
    ...(soon === 0 ? [] : [t('sentence.soon', { count: soon })]),
    ...(answers === 0 ? [] : [t('sentence.answers', { count: answers })]),
    ...(returned === 0 ? [] : [t('sentence.returned', { count: returned })]),
  ];
  return clauses.join(t('sentence.and'));
}

/** That the reader is away, where the absences say so: it is no mistake that another has these cases, too. */
function useAway(): readonly string[] {
  const t = useWords('desk');
  const substitute = useOwnSubstitute();
  if (substitute === undefined) return [];
  return [substitute === null ? t('sentence.away-alone') : t('sentence.away', { name: substitute })];
}

/** Whose cases are here beside the reader's own: those of colleagues who are away. */
function insteadOf(rows: readonly CaseRow[], reader: string): { readonly name: string; readonly count: number }[] {
  const names = rows.flatMap(({ assignee }) => (assignee === null || assignee.id === reader ? [] : [assignee.name]));
  return [...new Set(names)].map((name) => ({ name, count: names.filter((other) => other === name).length }));
}
