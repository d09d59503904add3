import { z } from 'zod';

/** How long a case is kept once it is filed (保管期限), from the shortest to the longest. */
export const RETENTION_PERIODS = ['10_years', '30_years', 'permanent'] as const;
export const RetentionPeriod = z.enum(RETENTION_PERIODS);
export type RetentionPeriod = z.infer<typeof RetentionPeriod>;
