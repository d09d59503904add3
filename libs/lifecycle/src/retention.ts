import type { LocalDate } from '@gongkai/calendar';
import { RETENTION_PERIODS, type RetentionPeriod } from '@gongkai/contracts';
import { inForce, type RuleValue, type Statute } from '@gongkai/statutes';
import type { CaseFile } from './case-file.js';

type Row = keyof RuleValue<'archive.retention'>;

const CHALLENGES: readonly string[] = ['reconsideration', 'litigation'];

/** Which row of the table of retention periods a case falls under. */
function rowOf({ remedies, items }: CaseFile): Row {
  if (remedies.some(({ kind }) => CHALLENGES.includes(kind))) return 'remedied';
  return items.some(({ decision }) => decision !== null) ? 'answered' : 'unanswered';
}

/**
 * How long a case is kept by the organ's table of retention periods (REG 45; Archives Law 13, 14).
 * @param on the day on which it is filed
 */
export const retentionOf = (file: CaseFile, statute: Statute, on: LocalDate): RetentionPeriod =>
  inForce(statute, 'archive.retention', on)[rowOf(file)];

/** Whether a period is shorter than another. */
export const isShorter = (one: RetentionPeriod, other: RetentionPeriod): boolean =>
  RETENTION_PERIODS.indexOf(one) < RETENTION_PERIODS.indexOf(other);
