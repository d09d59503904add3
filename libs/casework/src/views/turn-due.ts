import type { LocalDate } from '@gongkai/calendar';
import type { Standing } from '@gongkai/lifecycle';
import type { OtherDeadline, OtherDeadlineName } from '@gongkai/statutes';
import type { Reckoned } from '../desk/columns.js';

/** By when each remedy has to be answered. */
export const ANSWERS: readonly OtherDeadlineName[] = ['complaintDue', 'reconsiderationAnswerDue', 'defenceDue'];

/** The day by which whose turn it is has to act, where that is another than the date of the reply; the earliest of several. */
export function turnDue({ now, standing, others }: Pick<Reckoned, 'now' | 'standing' | 'others'>): LocalDate | null {
  if (!isToAnswer(standing)) return null;
  const open = new Set(now.file.remedies.flatMap(({ id, closedOn }) => (closedOn === null ? [id] : [])));
  const owed = ({ deadline, about, metOn }: OtherDeadline): boolean =>
    metOn === null && ANSWERS.includes(deadline) && about !== undefined && open.has(about);
  const days = others.filter(owed).flatMap(({ due, provisionalDue }) => due ?? provisionalDue ?? []);
  return days.sort()[0] ?? null;
}

const isToAnswer = ({ turn }: Standing): boolean => turn.step === 'answerRemedy';
