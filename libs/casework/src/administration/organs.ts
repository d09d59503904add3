import { randomUUID } from 'node:crypto';
import {
  Refusal,
  type AdministeredOrgan,
  type FieldProblem,
  type NewOrgan,
  type OrganChange,
  type OrganKind,
} from '@gongkai/contracts';
import type { Person } from '../person.js';
import { administers, makeChange, needAdmin, record, type AdministrationParts, type Change } from './change.js';

type OrganRow = {
  readonly id: string;
  readonly code: string;
  readonly name_zh: string;
  readonly name_en: string;
  readonly kind: OrganKind;
  readonly number_prefix: string;
  readonly parent: string | null;
  readonly path: readonly string[];
};
type CountedRow = OrganRow & { readonly people: number; readonly open_cases: number };

const COLUMNS = `
  organ.id, organ.code, organ.name_zh, organ.name_en, organ.kind, organ.number_prefix, above.code AS parent, organ.path`;
const FROM = 'FROM organ LEFT JOIN organ AS above ON above.id = organ.parent_id';

const BELOW = `
  SELECT ${COLUMNS},
         (SELECT count(*) FROM person WHERE person.organ_id = organ.id AND person.active) AS people,
         (SELECT count(*) FROM case_file WHERE case_file.organ_id = organ.id AND case_file.closed_on IS NULL) AS open_cases
    ${FROM} WHERE organ.path @> ARRAY[$1::uuid] ORDER BY cardinality(organ.path), organ.code`;

const ADD = `
  INSERT INTO organ (id, code, name_zh, name_en, kind, parent_id, path, number_prefix)
  SELECT $1::uuid, $2, $3, $4, $5, above.id, above.path || $1::uuid, $6 FROM organ AS above WHERE above.code = $7`;

const CHANGE = 'UPDATE organ SET name_zh = $2, name_en = $3, kind = $4, number_prefix = $5 WHERE id = $1';

/** Everything below comes along: the part of each path above the organ is replaced. */
const MOVE_PATHS = `
  UPDATE organ SET path = above.path || organ.path[array_position(organ.path, $1::uuid):]
    FROM organ AS above WHERE above.code = $2 AND organ.path @> ARRAY[$1::uuid]`;
const MOVE_PARENT = 'UPDATE organ SET parent_id = above.id FROM organ AS above WHERE above.code = $2 AND organ.id = $1';

const FOREIGN_KEY_VIOLATION = '23503';

/** The tree of organs and units, as far as a person administers it. */
export class OrganAdministration {
  constructor(private readonly parts: AdministrationParts) {}

  /** The own organ and everything below, from the top down. @throws Refusal `role-missing` */
  async list(actor: Person): Promise<AdministeredOrgan[]> {
    needAdmin(actor);
    const rows = await this.parts.source.query<CountedRow[]>(BELOW, [actor.organId]);
    return rows.map(viewOf);
  }

  /** Adds an organ or unit below another. @throws Refusal `role-missing`, or `invalid-request` with the fields */
  async create(actor: Person, organ: NewOrgan): Promise<AdministeredOrgan> {
    needAdmin(actor);
    return makeChange(this.parts, actor, async (change) => {
      const above = await findOrgan(change, organ.parent);
      const problems = [
        ...(above && administers(actor, above.path) ? [] : [UNKNOWN_PARENT]),
        ...((await findOrgan(change, organ.code)) ? [taken('code', organ.code)] : []),
        ...(await prefixProblems(change, organ)),
      ];
      if (problems.length > 0) throw new Refusal('invalid-request', problems);
      const { code, name, kind, parent, numberPrefix } = organ;
      await change.manager.query(ADD, [randomUUID(), code, name['zh-CN'], name.en, kind, numberPrefix, parent]);
      const made = await organInScope(change, actor, code);
      await record(change, { ...markOf('organ-created', made), after: valuesOf(made) });
      return viewOf({ ...made, people: 0, open_cases: 0 });
    });
  }

  /** Renames an organ, or moves it with everything below. @throws Refusal `role-missing`, `not-found`, `invalid-request` */
  async change(actor: Person, code: string, wanted: OrganChange): Promise<AdministeredOrgan> {
    needAdmin(actor);
    await makeChange(this.parts, actor, async (change) => {
      const before = await organInScope(change, actor, code);
      const wished = { ...valuesOf(before), ...wanted };
      const moves = wished.parent !== before.parent;
      const problems = [
        ...(moves ? await moveProblems(change, actor, { before, parent: wished.parent }) : []),
        ...(await prefixProblems(change, wished)),
      ];
      if (problems.length > 0) throw new Refusal('invalid-request', problems);
      const { name, kind, numberPrefix, parent } = wished;
      await change.manager.query(CHANGE, [before.id, name['zh-CN'], name.en, kind, numberPrefix]);
      if (moves) for (const move of [MOVE_PATHS, MOVE_PARENT]) await change.manager.query(move, [before.id, parent]);
      const after = await organInScope(change, actor, code);
      await record(change, { ...markOf('organ-changed', after), before: valuesOf(before), after: valuesOf(after) });
    });
    const changed = (await this.list(actor)).find((organ) => organ.code === code);
    if (changed === undefined) throw new Refusal('not-found');
    return changed;
  }

  /** Takes away an organ that has never been worked in. @throws Refusal `role-missing`, `not-found`, `organ-not-empty` */
  async remove(actor: Person, code: string): Promise<void> {
    needAdmin(actor);
    await makeChange(this.parts, actor, async (change) => {
      const organ = await organInScope(change, actor, code);
      await record(change, { ...markOf('organ-removed', organ), before: valuesOf(organ) });
      // What belongs to an organ is known to the database alone, whatever tables there are.
      await change.manager.query('DELETE FROM organ WHERE id = $1', [organ.id]).catch((error: unknown) => {
        const { code: problem } = (error as { driverError?: { code?: string } }).driverError ?? {};
        if (problem !== FOREIGN_KEY_VIOLATION) throw error;
        throw new Refusal('organ-not-empty', [], { facts: { name: organ.name_zh } });
      });
    });
  }
}

const UNKNOWN_PARENT: FieldProblem = { path: 'parent', code: 'unknown-organ' };
const taken = (path: string, value: string): FieldProblem => ({ path, code: 'taken', facts: { value } });

/** An organ by its code, wherever it stands. */
export async function findOrgan({ manager }: Pick<Change, 'manager'>, code: string): Promise<OrganRow | undefined> {
  const [row] = await manager.query<OrganRow[]>(`SELECT ${COLUMNS} ${FROM} WHERE organ.code = $1`, [code]);
  return row;
}

async function organInScope(change: Change, actor: Person, code: string): Promise<OrganRow> {
  const organ = await findOrgan(change, code);
  if (organ === undefined || !administers(actor, organ.path)) throw new Refusal('not-found');
  return organ;
}

type Numbered = { readonly code: string; readonly numberPrefix: string };

/** Numbers of two organs with one prefix could not be told apart. */
async function prefixProblems({ manager }: Change, { code, numberPrefix }: Numbered): Promise<FieldProblem[]> {
  const others = await manager.query<unknown[]>('SELECT 1 FROM organ WHERE number_prefix = $1 AND code <> $2', [
    numberPrefix,
    code,
  ]);
  return others.length === 0 ? [] : [taken('numberPrefix', numberPrefix)];
}

type Move = { readonly before: OrganRow; readonly parent: string | null };

async function moveProblems(change: Change, actor: Person, { before, parent }: Move): Promise<FieldProblem[]> {
  const above = parent === null ? undefined : await findOrgan(change, parent);
  if (above === undefined || !administers(actor, above.path)) return [UNKNOWN_PARENT];
  return above.path.includes(before.id) ? [{ path: 'parent', code: 'organ-cycle' }] : [];
}

const markOf = <A>(action: A, { id, name_zh, path }: OrganRow) => ({ action, path, subject: { id, name: name_zh } });

const valuesOf = ({ code, name_zh, name_en, kind, parent, number_prefix }: OrganRow) => ({
  code,
  name: { 'zh-CN': name_zh, en: name_en },
  kind,
  parent,
  numberPrefix: number_prefix,
});

const viewOf = (row: CountedRow): AdministeredOrgan => ({
  id: row.id,
  ...valuesOf(row),
  people: row.people,
  openCases: row.open_cases,
});
