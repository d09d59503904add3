import { needRole, organInSight, type Person } from '@gongkai/casework';
import { Refusal, type AnnualReport, type OrganKind } from '@gongkai/contracts';
import type { CommandPool } from '@gongkai/platform';

type OrganName = AnnualReport['organ'];

/** Whose report it is: the organ alone, or with everything below it. */
export type Scope = {
  readonly organId: string;
  readonly organ: OrganName;
  readonly kind: OrganKind;
  readonly scope: AnnualReport['scope'];
  /** The organs that are counted, the own one first. */
  readonly members: readonly (OrganName & { readonly id: string })[];
};

/** An organ that has nothing below it has one report, however it is asked for: the first is how it is kept. */
export const scopesOf = ({ members, scope }: Pick<Scope, 'members' | 'scope'>): readonly [Scope['scope'], ...Scope['scope'][]] =>
  members.length === 1 ? ['own', 'below'] : [scope];

type Asked = { readonly organ?: string | undefined; readonly scope?: AnnualReport['scope'] | undefined };
type OrganRow = {
  readonly id: string;
  readonly code: string;
  readonly kind: OrganKind;
  readonly zh: string;
  readonly en: string;
};

const ORGANS = `
  SELECT organ.id, organ.code, organ.kind, organ.name_zh AS zh, organ.name_en AS en
    FROM organ
   WHERE ${organInSight(1, 2)} AND organ.path @> ARRAY[(SELECT id FROM organ WHERE code = $3)]
   ORDER BY cardinality(organ.path), organ.code`;

/** Who reads the report; the first is the one that is told. */
export const needReader = (person: Person): void => needRole(person, 'supervisor', 'admin', 'auditor', 'approver');

/** Who heads an organ or administers it reads and approves its report with everything below: the numbers, not the cases of the units. */
export const readsBelow = ({ seesBelow, roles }: Person): boolean =>
  seesBelow || roles.includes('approver') || roles.includes('admin');

const isSeen = ({ seesBelow, organCode }: Person, code: string): boolean => seesBelow || code === organCode;
const scopeOfReader = ({ seesBelow }: Person): Scope['scope'] => (seesBelow ? 'below' : 'own');

/** @throws Refusal `role-missing`; `not-found` where the organ is not in sight */
export async function scopeOf(person: Person, { organ, scope }: Asked, pool: CommandPool): Promise<Scope> {
  needReader(person);
  const code = organ ?? person.organCode;
  const values = [person.organId, readsBelow(person), code];
  const { rows } = await pool.query<OrganRow>({ text: ORGANS, values });
  const [own] = rows;
  if (own?.code !== code || !isSeen(person, code)) throw new Refusal('not-found');
  const asked = scope ?? scopeOfReader(person);
  const members = asked === 'own' ? [own] : rows;
  return {
    organId: own.id,
    organ: nameOf(own),
    kind: own.kind,
    scope: asked,
    members: members.map((row) => ({ id: row.id, ...nameOf(row) })),
  };
}

const nameOf = ({ code, zh, en }: OrganRow): OrganName => ({ code, name: { 'zh-CN': zh, en } });
