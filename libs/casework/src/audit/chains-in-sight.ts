import type { CommandPool } from '@gongkai/platform';
import { needRole, type Person } from '../person.js';
import { asUuid } from '../visibility.js';
import { verifyChains, type ChainReport } from './chains.js';

/** The chains of the journals in a person's sight. @throws Refusal `role-missing` for who neither audits, supervises nor administers */
export async function verifyChainsInSight(pool: CommandPool, person: Person): Promise<ChainReport> {
  needRole(person, 'auditor', 'supervisor', 'admin');
  const { organId, seesBelow } = person;
  const own = `'${asUuid(organId)}'::uuid`;
  const organs = seesBelow ? `SELECT id FROM organ WHERE path @> ARRAY[${own}]` : own;
  return verifyChains(pool, undefined, `organ_id IN (${organs})`);
}
