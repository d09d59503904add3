import type { CaseRow } from '@gongkai/contracts';
import { useDays } from '../i18n/use-days.js';
import { useWords } from '../i18n/use-words.js';
import { isKey } from '../i18n/i18n.js';
import { useOrganName } from '../list/use-organ-name.js';
import type { ListFilters } from './number-link.js';

/** Green, yellow, red, overdue and stopped. */
const OWED = 5;

/** What the cases of a list have in common, in the words of the overview; its general name where it has no words for it. */
export function useGroupName(filters: ListFilters, rows: readonly CaseRow[]): string {
  const t = useWords('overview');
  const { dueFrom, turnRole } = filters;
  const terms = useWords('terms');
  const days = useDays();
  const organ = useOrganName();
  const named = (group: 'light' | 'state', values: string): string =>
    values
      .split(',')
      .map((value) => `${group}.${value}`)
      .flatMap((key) => (isKey('terms', key) ? terms(key) : []))
      .join(t('list'));
  const said: Readonly<Record<string, (value: string) => string>> = {
    unit: organ,
    waiting: (what) => (what === 'confirmation' ? t('to-confirm') : what === 'remedy' ? t('answers') : ''),
    answerDueTo: () => t('answers.late'),
    entered: () => t('entered-late'),
    assignee: (id) => (id === 'none' ? t(turnRole === undefined ? 'nobody' : 'unclaimed') : (rows[0]?.assignee?.name ?? '')),
    // All lights of what is owed are no choice among them.
    light: (lights) => (lights.split(',').length >= OWED ? '' : named('light', lights)),
    state: (states) => named('state', states),
    dueOn: (day) => t('cases.due', { day: days.listed(day) }),
    dueTo: (to) =>
      dueFrom === undefined ? t('cases.due-to', { day: days.listed(to) }) : t('cases.due', { day: days.range(dueFrom, to) }),
  };
  const parts = Object.entries(filters).flatMap(([name, value]) => said[name]?.(value) ?? []);
  return parts.filter(Boolean).join(' · ') || t('cases.from');
}
