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

/** What of a case says that it is kept, and for how long. */
export type Kept = Pick<CaseFile, 'filedOn' | 'retention'>;
type Filed = { readonly file: Kept; readonly statute: Statute; readonly today: LocalDate };

/**
 * What a filed case is kept for from now on that is taken to reconsideration or court: the row of those, where that is longer (REG 45). Left out of
 * one that is not filed, which is decided then, and of one that is kept as long already.
 */
export function liftedFor({ file, statute, today }: Filed): { readonly retention?: RetentionPeriod } {
  if (file.filedOn === null) return {};
  const row = inForce(statute, 'archive.retention', today).remedied;
  return isShorter(file.retention as RetentionPeriod, row) ? { retention: row } : {};
}

/** Whether a period is shorter than another. */
export const isShorter = (one: RetentionPeriod, other: RetentionPeriod): boolean =>
  RETENTION_PERIODS.indexOf(one) < RETENTION_PERIODS.indexOf(other);
