import type { Role } from '@gongkai/contracts';
import { ROLES } from '@gongkai/contracts';
import type { TestApi } from '../support/api.js';
import type { Officer } from '../support/officer.js';
import { ORGANS, type OrganCode } from './sample.js';

/** Somebody who asks. */
export type Viewer = {
  readonly name: string;
  readonly organ: OrganCode;
  readonly roles: readonly Role[];
  /** The person in a post to whom what is personal was given. */
  readonly isWhose: boolean;
  readonly officer: Officer;
};

const ADD = `
  INSERT INTO person (id, username, name, password_hash, organ_id)
  SELECT gen_random_uuid(), $1, $1, password_hash, organ_id FROM person WHERE username = $2`;
const APPOINT = `
  INSERT INTO post (id, person_id, organ_id, role, ogi_head, valid_from)
  SELECT gen_random_uuid(), person.id, person.organ_id, role, role = 'approver', '2019-01-01'
    FROM person, unnest($2::text[]) AS role WHERE username = $1`;

/** Sees below as an auditor, and holds every post in which one acts at home: who looks from above brings only what is of above. */
const MANY = ROLES.filter((role) => role !== 'supervisor' && role !== 'assessor');

/** Appoints somebody to nearly everything, in each organ. */
export async function appointMany({ services: { source } }: TestApi): Promise<void> {
  for (const organ of ORGANS) {
    await source.query(ADD, [`many.${organ}`, `clerk.${organ}`]);
    await source.query(APPOINT, [`many.${organ}`, MANY]);
  }
}

/** One person for each role in each organ, and the one who holds nearly all of them. */
export async function everybody(api: TestApi): Promise<readonly Viewer[]> {
  const viewers: Viewer[] = [];
  for (const organ of ORGANS) {
    for (const role of [...ROLES, 'many'] as const) {
      const officer = await api.officer(`${role}.${organ}`);
      const isMany = role === 'many';
      viewers.push({ name: role, organ, roles: isMany ? MANY : [role], isWhose: !isMany, officer });
    }
  }
  return viewers;
}
