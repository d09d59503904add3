import type { LocalDate } from '@gongkai/calendar';
import type { CaseNow, Standing } from '@gongkai/lifecycle';
import type { OtherDeadline, OtherDeadlineName } from '@gongkai/statutes';

/** By when each remedy has to be answered. */
const ANSWERS: readonly OtherDeadlineName[] = ['complaintDue', 'reconsiderationAnswerDue', 'defenceDue'];

type Remedied = { readonly now: CaseNow; readonly standing: Standing; readonly others: readonly OtherDeadline[] };

/** The day by which whose turn it is has to act, where that is another than the date of the reply; the earliest of several. */
export function turnDue(remedied: Remedied): LocalDate | null {
  if (!isToAnswer(remedied.standing)) return null;
  const { now, others } = remedied;
  const open = new Set(now.file.remedies.flatMap(({ id, closedOn }) => (closedOn === null ? [id] : [])));
  const owed = ({ deadline, about, metOn }: OtherDeadline): boolean =>
    metOn === null && ANSWERS.includes(deadline) && about !== undefined && open.has(about);
  const days = others.filter(owed).flatMap(({ due, provisionalDue }) => due ?? provisionalDue ?? []);
  return days.sort()[0] ?? null;
}

const isToAnswer = ({ turn }: Standing): boolean => turn.step === 'answerRemedy';
