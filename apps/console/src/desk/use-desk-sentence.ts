import type { CaseRow } from '@gongkai/contracts';
import { useWords } from '../i18n/use-words.js';

/** What matters today, in one sentence: how many, how many late, how many due today, how many challenges to answer. */
export function useDeskSentence(rows: readonly CaseRow[] | undefined): string {
  const t = useWords('desk');
  if (rows === undefined || rows.length === 0) return '';
  const late = rows.filter(({ light }) => light === 'overdue').length;
  const today = rows.filter(({ light, daysLeft }) => light === 'red' && daysLeft === 0).length;
  const soon = rows.filter(({ light, daysLeft }) => light === 'red' && daysLeft === 1).length;
  const answers = rows.filter(({ turn }) => turn.due !== null).length;
  const over = rows.filter(({ state }) => state === 'closed' || state === 'filed').length;
  const clauses = [
    t('sentence.open', { count: rows.length - over }),
    ...(late === 0 ? [] : [t('sentence.late', { count: late })]),
    ...(today === 0 ? [] : [t('sentence.today', { count: today })]),
    ...(soon === 0 ? [] : [t('sentence.soon', { count: soon })]),
    ...(answers === 0 ? [] : [t('sentence.answers', { count: answers })]),
  ];
  return clauses.join(t('sentence.and'));
}
