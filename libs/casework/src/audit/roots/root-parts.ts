import type { AuditKeys, Clock, CommandPool, SignedDays } from '@gongkai/platform';

/**
 * What signs the days.
 * @param keys asked for only where there is something to sign
 * @param signed what was signed last, apart from the database
 * @param most entries that are signed at a time, of whole days: they have to fit into memory
 */
export type RootParts = {
  readonly pool: CommandPool;
  readonly clock: Clock;
  readonly keys: () => AuditKeys;
  readonly signed: SignedDays;
  readonly most?: number;
};

export type SignedDay = NonNullable<ReturnType<SignedDays['last']>>;
