import { hash } from '@node-rs/argon2';
import type { DataSource } from 'typeorm';

/** The least that argon2id takes: KiB of memory, and times over it. */
const LEAST = { memoryCost: 8, timeCost: 1, parallelism: 1 };

/**
 * Gives everybody the same password anew, at costs that a log-in does not feel: a hash names its costs, and the program goes by them. What
 * the program itself pays for a password is looked at in `crypto.spec`; thousands of log-ins of the tests need not pay it again.
 * @param source behind which are people, all with this password
 */
export async function quickenLogIns(source: DataSource, password: string): Promise<void> {
  await source.query('UPDATE person SET password_hash = $1', [await hash(password, LEAST)]);
}
