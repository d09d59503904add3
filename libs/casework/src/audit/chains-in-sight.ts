import { Refusal, type Role } from '@gongkai/contracts';
import type { CommandPool } from '@gongkai/platform';
import type { Person } from '../person.js';
import { asUuid } from '../visibility.js';
import { verifyChains, type ChainReport } from './chains.js';

const MAY_VERIFY: readonly Role[] = ['auditor', 'supervisor', 'admin'];

/** The chains of the journals in a person's sight. @throws Refusal `role-missing` for who neither audits, supervises nor administers */
export async function verifyChainsInSight(pool: CommandPool, { roles, organId, seesBelow }: Person): Promise<ChainReport> {
  if (!roles.some((role) => MAY_VERIFY.includes(role))) throw new Refusal('role-missing', [], { facts: { role: 'auditor' } });
  const own = `'${asUuid(organId)}'::uuid`;
  const organs = seesBelow ? `SELECT id FROM organ WHERE path @> ARRAY[${own}]` : own;
  return verifyChains(pool, undefined, `organ_id IN (${organs})`);
}
