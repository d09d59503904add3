import { randomUUID } from 'node:crypto';
import type { LocalDate } from '@gongkai/calendar';
import { Refusal, type DelegationView, type FieldProblem, type NewDelegation, type PersonRef } from '@gongkai/contracts';
import { ableToSign } from '../directory/people.js';
import type { LawShelf } from '../law-shelf.js';
import type { Person } from '../person.js';
import { asUuid } from '../visibility.js';
import { administers, makeChange, record, type AdministrationParts, type Change } from './change.js';
import { delegationRingProblems } from './delegation-ring.js';
import { onlyBearerProblems } from './only-bearer.js';
import { findStaff, subjectOf, type StaffRow } from './staff-rows.js';

const ref = (person: string): string =>
  `CASE WHEN ${person}.id IS NOT NULL THEN jsonb_build_object('id', ${person}.id, 'name', ${person}.name) END AS ${person}`;

/** Those of a person, given and taken, the newest first. The first parameter is the person. */
const LIST = `
  SELECT delegation.id, ${ref('principal')}, ${ref('delegate')}, ${ref('granter')}, ${ref('revoker')}, from_day, to_day, reason,
         granted_on, revoked_on
    FROM delegation
    JOIN person AS principal ON principal.id = principal_id
    JOIN person AS delegate ON delegate.id = delegate_id
    JOIN person AS granter ON granter.id = granted_by
    LEFT JOIN person AS revoker ON revoker.id = revoked_by
   WHERE principal_id = $1 OR delegate_id = $1
   ORDER BY from_day DESC, granted_on DESC, delegation.id LIMIT 100`;

const ADD = `
  INSERT INTO delegation (id, principal_id, delegate_id, organ_id, from_day, to_day, reason, granted_on, granted_by)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

const REVOKE = 'UPDATE delegation SET revoked_on = $2, revoked_by = $3 WHERE id = $1';

/** Somebody of the organ, and whether they can sign for another on a day. */
const DELEGATE = `
  SELECT ${ableToSign('person.id', 'person.organ_id', 3)} AS able FROM person WHERE id = $1 AND organ_id = $2 AND active`;

type Row = {
  readonly id: string;
  readonly principal: PersonRef;
  readonly delegate: PersonRef;
  readonly granter: PersonRef;
  readonly revoker: PersonRef | null;
  readonly from_day: LocalDate;
  readonly to_day: LocalDate | null;
  readonly reason: string;
  readonly granted_on: LocalDate;
  readonly revoked_on: LocalDate | null;
};

type Wanted = NewDelegation & { readonly from: LocalDate };

/** What delegations are kept with: the chains of approval say which steps are whose. */
export type DelegationParts = AdministrationParts & { readonly laws: Pick<LawShelf, 'statute' | 'lawOf'> };

/**
 * Who signs in whose place (委托审批). An approver gives it for themselves, an administrator for anybody below; what one signs for another
 * cannot be passed on, since only posts are delegated and never delegations.
 */
export class Delegations {
  constructor(private readonly parts: DelegationParts) {}

  /** Those a person has given and been given, the newest first, also past ones. @param id of the person, or `me` @throws Refusal `not-found` */
  async list(actor: Person, id: string): Promise<DelegationView[]> {
    const { source, clock } = this.parts;
    const looking = { manager: source.manager, actor, today: clock.today(), now: clock.now() };
    return listOf(looking, (await personFor(looking, actor, id)).id);
  }

  /** Lets somebody sign in a person's place. @throws Refusal `not-found`, or `invalid-request` with the fields */
  async grant(actor: Person, id: string, { from, ...asked }: NewDelegation): Promise<DelegationView> {
    return makeChange(this.parts, actor, async (change) => {
      const principal = await personFor(change, actor, id);
      const wanted = { ...asked, from: from ?? change.today };
      const problems = [
        ...dayProblems(change, principal, wanted),
        ...(await overlapProblems(change, principal, wanted)),
        ...(await this.#delegateProblems(change, principal, wanted)),
      ];
      if (problems.length > 0) throw new Refusal('invalid-request', problems);
      const given = randomUUID();
      const { delegate, to, reason } = wanted;
      await change.manager.query(ADD, [
        ...[given, principal.id, delegate, principal.organ_id, wanted.from, to, reason, change.today, actor.id],
      ]);
      const made = await delegationOf(change, principal, given);
      await record(change, { ...markOf('delegation-granted', principal), after: valuesOf(made) });
      return made;
    });
  }

  async #delegateProblems(change: Change, principal: StaffRow, wanted: Wanted): Promise<FieldProblem[]> {
    const problems = await delegateProblems(change, principal, wanted);
    if (problems.length === 0) problems.push(...(await delegationRingProblems(change.manager, { id: principal.id, ...wanted })));
    const { approvals } = this.parts.laws.lawOf(this.parts.laws.statute, wanted.from);
    if (problems.length > 0 || approvals === undefined) return problems;
    return onlyBearerProblems(change.manager, principal, { ...wanted, approvals });
  }

  /** Takes it back, at once. @throws Refusal `not-found`, also of one that was revoked or is over */
  async revoke(actor: Person, { personId, delegationId }: DelegationKey): Promise<void> {
    return makeChange(this.parts, actor, async (change) => {
      const principal = await personFor(change, actor, personId);
      const stands = await delegationOf(change, principal, delegationId);
      if (stands.state === 'over' || stands.state === 'revoked') throw new Refusal('not-found');
      await change.manager.query(REVOKE, [stands.id, change.today, actor.id]);
      await record(change, { ...markOf('delegation-revoked', principal), before: valuesOf(stands) });
    });
  }
}

/** A delegation that a person has given. */
type DelegationKey = { readonly personId: string; readonly delegationId: string };

/** The person whose delegations the actor may set: themselves, or somebody they administer. */
async function personFor(change: Change, actor: Person, id: string): Promise<StaffRow> {
  const row = await findStaff(change, id === 'me' ? actor.id : id);
  if (row === undefined || !(row.id === actor.id || administers(actor, row.path))) throw new Refusal('not-found');
  return row;
}

async function listOf({ manager, today }: Change, person: string): Promise<DelegationView[]> {
  return (await manager.query<Row[]>(LIST, [person])).map((row) => viewOf(row, today));
}

async function delegationOf(change: Change, principal: StaffRow, id: string): Promise<DelegationView> {
  const found = (await listOf(change, principal.id)).find((one) => one.id === id && one.principal.id === principal.id);
  if (found === undefined) throw new Refusal('not-found');
  return found;
}

const viewOf = (row: Row, today: LocalDate): DelegationView => ({
  ...{ id: row.id, principal: row.principal, delegate: row.delegate },
  ...{ from: row.from_day, to: row.to_day, reason: row.reason },
  granted: { on: row.granted_on, by: row.granter },
  revoked: row.revoked_on === null || row.revoker === null ? null : { on: row.revoked_on, by: row.revoker },
  state: stateOf(row, today),
});

function stateOf({ revoked_on, from_day, to_day }: Row, today: LocalDate): DelegationView['state'] {
  if (revoked_on !== null) return 'revoked';
  if (to_day !== null && to_day < today) return 'over';
  return from_day > today ? 'to_come' : 'in_force';
}

function dayProblems({ today }: Change, { posts }: StaffRow, { from, to }: Wanted): FieldProblem[] {
  const signs = posts.some((post) => post.role === 'approver' && post.validFrom <= from && (post.validTo ?? from) >= from);
  return [
    ...(signs ? [] : [{ path: '', code: 'delegates-nothing' } as const]),
    ...(from < today ? [{ path: 'from', code: 'past-date' } as const] : []),
    ...(to !== null && to < from ? [{ path: 'to', code: 'ends-before-start' } as const] : []),
  ];
}

/** One person at a time: whose signature it is stays plain. */
async function overlapProblems(change: Change, principal: StaffRow, { from, to }: Wanted): Promise<FieldProblem[]> {
  const other = (await listOf(change, principal.id)).find(
    (one) =>
      one.principal.id === principal.id &&
      (one.state === 'to_come' || one.state === 'in_force') &&
      (to === null || one.from <= to) &&
      (one.to === null || from <= one.to),
  );
  return other === undefined
    ? []
    : [{ path: 'from', code: 'delegation-overlaps', facts: { from: other.from, name: other.delegate.name } }];
}

async function delegateProblems(
  { manager, actor }: Change,
  principal: StaffRow,
  { delegate, from }: Wanted,
): Promise<FieldProblem[]> {
  if (delegate === principal.id) return [{ path: 'delegate', code: 'same-person' }];
  if (delegate === actor?.id) return [{ path: 'delegate', code: 'delegation-to-oneself' }];
  const [found] = await manager.query<{ able: boolean }[]>(DELEGATE, [asUuid(delegate), principal.organ_id, from]);
  if (found === undefined) return [{ path: 'delegate', code: 'unknown-person' }];
  return found.able ? [] : [{ path: 'delegate', code: 'delegate-without-post' }];
}

const markOf = <A>(action: A, person: StaffRow) => ({ action, path: person.path, subject: subjectOf(person) });

const valuesOf = ({ delegate, from, to, reason }: DelegationView) => ({ delegate: delegate.name, from, to, reason });
