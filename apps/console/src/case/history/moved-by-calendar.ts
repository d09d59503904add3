import type { JournalEntryView } from '@gongkai/contracts';
import { recorded } from '../../clock/earlier-values.js';
import { firmName } from '../../clock/deadlines.js';

/** A deadline beside the reply date that another calendar has moved. */
export type MovedDeadline = { readonly deadline: string; readonly before: string; readonly after: string };

/** Told by the reply date itself, or by nothing that anybody waits for. */
const BESIDE: ReadonlySet<string> = new Set([
  'finalDue',
  'replyDue',
  'replyDueAtRegistration',
  'extendedDue',
  'cautiousFinalDue',
]);

/** What the entry of a changed calendar moved beside the reply date; nothing of any other entry. */
export function movedByCalendar(entry: JournalEntryView, journal: readonly JournalEntryView[]): MovedDeadline[] {
  const earlier = journal[journal.indexOf(entry) - 1];
  if (entry.type !== 'CALENDAR_CHANGED' || earlier === undefined) return [];
  const names = new Set(Object.keys(entry.deadlines).map(firmName));
  const own = [...names]
    .filter((name) => !BESIDE.has(name))
    .map((name) => sides(name, recorded(earlier, name), recorded(entry, name)));
  const [were, are] = [answersIn(earlier), answersIn(entry)];
  const answers = [...are].map(([id, after]) => sides(`answerDue:${id}`, were.get(id) ?? null, after));
  return [...own, ...answers].flat();
}

const sides = (deadline: string, before: string | null, after: string | null): MovedDeadline[] =>
  before === null || after === null || before === after ? [] : [{ deadline, before, after }];

/** By when each consultation is to be answered, firm or provisional. */
function answersIn({ deadlines: { consultations } }: JournalEntryView): ReadonlyMap<string, string | null> {
  const all = Array.isArray(consultations) ? (consultations as readonly Readonly<Record<string, unknown>>[]) : [];
  return new Map(
    all.map(({ id, answerDue, provisionalAnswerDue }) => [String(id), textIn(answerDue) ?? textIn(provisionalAnswerDue)]),
  );
}

const textIn = (value: unknown): string | null => (typeof value === 'string' ? value : null);
