import type { LocalDate } from '@gongkai/calendar';
import type { DutySource, LawShelf, OrganDuty } from '@gongkai/casework';

type OpenRow = {
  readonly id: string;
  readonly organId: string;
  readonly demandedOn: LocalDate;
  readonly workingDays: number;
};

const OPEN = `
  SELECT id, organ_id AS "organId", demanded_on AS "demandedOn", working_days AS "workingDays" FROM rectification WHERE state = 'open'`;

/** Answers that organs owe to what was demanded of them after an assessment (整改, REG 47). */
export const owedAnswers =
  (laws: LawShelf): DutySource =>
  async (today, read) => {
    const { calendar } = laws.lawOf(laws.statute, today);
    const rows = await read<OpenRow>({ name: 'open-rectifications', text: OPEN });
    return rows.map(({ id, organId, demandedOn, workingDays }) => (): OrganDuty => {
      const due = calendar.add(demandedOn, workingDays);
      return { organId, deadline: 'rectificationDue', about: id, due, provisional: calendar.isProvisional(due) };
    });
  };
