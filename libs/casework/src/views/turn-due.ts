import type { LocalDate } from '@gongkai/calendar';
import type { Turn } from '@gongkai/contracts';
import { deliveryOwed, owesAnswer, underDelivery, type CaseNow, type Standing } from '@gongkai/lifecycle';
import type { OtherDeadline, OtherDeadlineName } from '@gongkai/statutes';
import type { LawOfCase } from '../law-shelf.js';

/** By when each remedy has to be answered. */
const ANSWERS: readonly OtherDeadlineName[] = ['complaintDue', 'reconsiderationAnswerDue', 'defenceDue'];

type Turned = {
  readonly now: CaseNow;
  readonly standing: Standing;
  readonly others: readonly OtherDeadline[];
  readonly law: LawOfCase;
};

/**
 * The day by which whose turn it is has to act, where that is another than the date of the reply: the answer to a remedy, the earliest
 * of several, or the next try to deliver a reply that came back.
 */
export function turnDue(turned: Turned): LocalDate | null {
  const { standing } = turned;
  if (standing.state === 'returned') return againDue(turned);
  return standing.turn.step === 'answerRemedy' ? answerDue(turned) : null;
}

function againDue({ now: { file }, law }: Turned): LocalDate | null {
  const reply = underDelivery(file).find(({ kind }) => kind === 'reply');
  return reply === undefined ? null : (deliveryOwed(reply, law)?.due ?? null);
}

/** The answer to a remedy that is owed while the case goes on, beside whose turn it is (REG 51). */
export function besides(reckoned: Turned & { readonly today: LocalDate }): Pick<Turn, 'besides'> {
  const { now, standing, law, today } = reckoned;
  if (standing.turn.step === 'answerRemedy' || !owesAnswer(now.file)) return {};
  const due = answerDue(reckoned);
  return { besides: { step: 'answerRemedy', due, daysLeft: due === null ? null : law.calendar.count(today, due) } };
}

/** The earliest day of the answers to remedies that are owed; null where none is, or its day is not known. */
function answerDue({ now, others }: Pick<Turned, 'now' | 'others'>): LocalDate | null {
  const open = new Set(now.file.remedies.flatMap(({ id, closedOn }) => (closedOn === null ? [id] : [])));
  const owed = ({ deadline, about, metOn }: OtherDeadline): boolean =>
    metOn === null && ANSWERS.includes(deadline) && about !== undefined && open.has(about);
  const days = others.filter(owed).flatMap(({ due, provisionalDue }) => due ?? provisionalDue ?? []);
  return days.sort()[0] ?? null;
}
