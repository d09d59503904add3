import { Day, RetentionPeriod } from '@gongkai/contracts';
import { z } from 'zod';
import { withValueFrom, type Statute } from './in-force.js';
import { parseConfig } from './parse-config.js';

const Table = z.strictObject({
  /** Codes of organs. */
  organs: z.array(z.string().min(1)).min(1),
  /** For what is filed from that day on. */
  from: Day,
  answered: RetentionPeriod,
  unanswered: RetentionPeriod,
  remedied: RetentionPeriod,
});

const RetentionFile = z.strictObject({ id: z.string().min(1), tables: z.array(Table) });

/** The tables of retention periods that organs have of their own: `config/retention.yaml`. */
export type RetentionTables = z.infer<typeof RetentionFile>['tables'];

/** Reads `config/retention.yaml`. @throws ConfigError with every problem */
export const parseRetentionTables = (text: string, file: string): RetentionTables =>
  parseConfig(text, file, RetentionFile).tables;

/**
 * The statute as an organ keeps its cases by it (REG 45; Archives Law 13, 14).
 * @param organ its code
 */
export function withRetention(statute: Statute, tables: RetentionTables, organ: string): Statute {
  const own = tables.filter(({ organs }) => organs.includes(organ)).sort((one, other) => one.from.localeCompare(other.from));
  return own.reduce(
    (law, { from, answered, unanswered, remedied }) =>
      withValueFrom(law, 'archive.retention', from, { answered, unanswered, remedied }),
    statute,
  );
}
