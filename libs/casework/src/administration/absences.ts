import { randomUUID } from 'node:crypto';
import { addDays } from '@gongkai/calendar';
import { Refusal, type AbsenceList, type AbsenceView, type FieldProblem, type NewAbsence } from '@gongkai/contracts';
import type { Person } from '../person.js';
import { administers, makeChange, record, type AdministrationParts, type Change } from './change.js';
import { findStaff, subjectOf, type StaffRow } from './staff-rows.js';
import { ringProblems } from './substitute-ring.js';

const ADD = 'INSERT INTO absence (id, person_id, from_day, to_day, substitute_id) VALUES ($1, $2, $3, $4, $5)';

const HOLDS = (person: string): string => `EXISTS (
  SELECT FROM post WHERE post.person_id = ${person} AND post.organ_id = $2 AND post.role = 'caseworker'
     AND post.valid_from <= $4 AND (post.valid_to IS NULL OR post.valid_to >= $5))`;

/** Whoever stands in for a caseworker takes the steps of one. */
const SUBSTITUTES = `
  SELECT ${HOLDS('person.id')} OR NOT ${HOLDS('$3')} AS able FROM person WHERE id::text = $1 AND organ_id = $2 AND active`;

const STOOD_FOR = `
  SELECT absence.id, from_day AS "from", to_day AS "to", jsonb_build_object('id', person.id, 'name', person.name) AS person
    FROM absence JOIN person ON person.id = absence.person_id
   WHERE substitute_id = $1 AND to_day >= $2 ORDER BY from_day, absence.id`;

/** When people are away and who acts instead. Everybody says it for themselves; administrators also for others. */
export class Absences {
  constructor(private readonly parts: AdministrationParts) {}

  /** The absences of a person, and of those whom they stand in for, that are not over. @param id of the person, or `me` @throws Refusal `not-found` */
  async list(actor: Person, id: string): Promise<AbsenceList> {
    const { source, clock } = this.parts;
    const looking = { manager: source.manager, actor, today: clock.today(), now: clock.now() };
    const person = await personFor(looking, actor, id);
    const asSubstitute = await source.query<AbsenceList['asSubstitute']>(STOOD_FOR, [person.id, looking.today]);
    return { items: [...person.absences], asSubstitute };
  }

  /** Enters an absence. @throws Refusal `not-found`, or `invalid-request` with the fields */
  async enter(actor: Person, id: string, wanted: NewAbsence): Promise<AbsenceView> {
    return makeChange(this.parts, actor, async (change) => {
      const person = await personFor(change, actor, id);
      const problems = [...dayProblems(change, person, wanted), ...(await substituteProblems(change, person, wanted))];
      if (problems.length > 0) throw new Refusal('invalid-request', problems);
      const absenceId = randomUUID();
      await change.manager.query(ADD, [absenceId, person.id, wanted.from, wanted.to, wanted.substitute]);
      const made = absenceOf(await personFor(change, actor, id), absenceId);
      await record(change, { ...markOf('absence-entered', person), after: valuesOf(made) });
      return made;
    });
  }

  /**
   * The person is back: an absence that has begun ends yesterday, one to come is taken away.
   * @throws Refusal `not-found`, also for one that is over
   */
  async end(actor: Person, { personId, absenceId }: { readonly personId: string; readonly absenceId: string }): Promise<void> {
    return makeChange(this.parts, actor, async (change) => {
      const person = await personFor(change, actor, personId);
      const absence = absenceOf(person, absenceId);
      const { manager, today } = change;
      if (absence.from >= today) await manager.query('DELETE FROM absence WHERE id = $1', [absence.id]);
      else await manager.query('UPDATE absence SET to_day = $2 WHERE id = $1', [absence.id, addDays(today, -1)]);
      await record(change, { ...markOf('absence-ended', person), before: valuesOf(absence) });
    });
  }
}

/** The person whose absences the actor may set: themselves, or somebody they administer. */
async function personFor(change: Change, actor: Person, id: string): Promise<StaffRow> {
  const row = await findStaff(change, id === 'me' ? actor.id : id);
  if (row === undefined || !(row.id === actor.id || administers(actor, row.path))) throw new Refusal('not-found');
  return row;
}

function absenceOf({ absences }: StaffRow, id: string): AbsenceView {
  const absence = absences.find((candidate) => candidate.id === id);
  if (absence === undefined) throw new Refusal('not-found');
  return absence;
}

function dayProblems({ today }: Change, { absences }: StaffRow, { from, to }: NewAbsence): FieldProblem[] {
  if (to < from) return [{ path: 'to', code: 'ends-before-start' }];
  if (to < today) return [{ path: 'to', code: 'past-date' }];
  const other = absences.find((absence) => absence.from <= to && from <= absence.to);
  return other === undefined ? [] : [{ path: 'from', code: 'absence-overlaps', facts: { from: other.from, to: other.to } }];
}

async function substituteProblems(
  { manager }: Change,
  { id, organ_id }: StaffRow,
  { substitute, from, to }: NewAbsence,
): Promise<FieldProblem[]> {
  if (substitute === null) return [];
  if (substitute === id) return [{ path: 'substitute', code: 'same-person' }];
  const [found] = await manager.query<{ able: boolean }[]>(SUBSTITUTES, [substitute, organ_id, id, from, to]);
  if (found === undefined) return [{ path: 'substitute', code: 'unknown-person' }];
  if (!found.able) return [{ path: 'substitute', code: 'substitute-not-caseworker' }];
  return ringProblems(manager, { id, substitute, from, to });
}

const markOf = <A>(action: A, person: StaffRow) => ({ action, path: person.path, subject: subjectOf(person) });

const valuesOf = ({ from, to, substitute }: AbsenceView) => ({ from, to, substitute: substitute?.name ?? null });
