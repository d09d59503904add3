import { randomUUID } from 'node:crypto';
import type { LocalDate } from '@gongkai/calendar';
import {
  guideLacks,
  isClear,
  numberPattern,
  Refusal,
  USUAL_NUMBER_FORMAT,
  writeNumber,
  type AdministeredOrgan,
  type FeeTariff,
  type FieldProblem,
  type Guide,
  type NewOrgan,
  type OrganChange,
  type OrganKind,
} from '@gongkai/contracts';
import { EVERYTHING, withSight } from '@gongkai/platform';
import { guideInForce } from '../guides/wanting-guides.js';
import { prefixesOf } from '../desk/numbering.js';
import { TAKE_ALONE } from '../calendars/edition.js';
import { LOOK_AGAIN, NEW_EDITION } from '../ladders/ladder-rows.js';
import type { LawShelf } from '../law-shelf.js';
import type { Person } from '../person.js';
import { administers, makeChange, needAdmin, record, type AdministrationParts, type Change } from './change.js';

type OrganRow = {
  readonly id: string;
  readonly code: string;
  readonly name_zh: string;
  readonly name_en: string;
  readonly kind: OrganKind;
  readonly number_prefix: string;
  readonly number_format: string;
  readonly files_after_remedies: boolean | null;
  readonly fees_from: LocalDate | null;
  readonly parent: string | null;
  readonly path: readonly string[];
};
type CountedRow = OrganRow & { readonly people: number; readonly open_cases: number; readonly guide: Guide | null };

const COLUMNS = `
  organ.id, organ.code, organ.name_zh, organ.name_en, organ.kind, organ.number_prefix, organ.number_format,
  organ.files_after_remedies, organ.fees_from::text AS fees_from, above.code AS parent, organ.path`;
const FROM = 'FROM organ LEFT JOIN organ AS above ON above.id = organ.parent_id';

const BELOW = `
  SELECT ${COLUMNS},
         (SELECT count(*) FROM person WHERE person.organ_id = organ.id AND person.active) AS people,
         (SELECT count(*) FROM case_file WHERE case_file.organ_id = organ.id AND case_file.closed_on IS NULL) AS open_cases,
         ${guideInForce('$2')} AS guide
    ${FROM} WHERE organ.path @> ARRAY[$1::uuid] ORDER BY cardinality(organ.path), organ.code`;

const ADD = `
  INSERT INTO organ (id, code, name_zh, name_en, kind, parent_id, path, number_prefix, number_format, files_after_remedies,
                     fees_from)
  SELECT $1::uuid, $2, $3, $4, $5, above.id, above.path || $1::uuid, $6, $8, $9, $10 FROM organ AS above WHERE above.code = $7`;

const CHANGE = `
  UPDATE organ SET name_zh = $2, name_en = $3, kind = $4, number_prefix = $5, number_format = $6, files_after_remedies = $7, fees_from = $8
   WHERE id = $1`;

/** Everything below comes along: the part of each path above the organ is replaced. */
const MOVE_PATHS = `
  UPDATE organ SET path = above.path || organ.path[array_position(organ.path, $1::uuid):]
    FROM organ AS above WHERE above.code = $2 AND organ.path @> ARRAY[$1::uuid]`;
const MOVE_PARENT = 'UPDATE organ SET parent_id = above.id FROM organ AS above WHERE above.code = $2 AND organ.id = $1';

const FOREIGN_KEY_VIOLATION = '23503';

/** The tree of organs and units, as far as a person administers it. */
export class OrganAdministration {
  constructor(private readonly parts: AdministrationParts & { readonly laws: Pick<LawShelf, 'statute' | 'lawOf'> }) {}

  /** By what an organ reckons the fee that it charges; null where the installation has no tariff. */
  feeTariff(): FeeTariff | null {
    const { laws, clock } = this.parts;
    const { tariffs } = laws.lawOf(laws.statute, clock.today());
    if (tariffs === undefined) return null;
    const { instrument, perItem, perVolume } = tariffs;
    const standard = ({ tiers, beyond }: FeeTariff['perItem']) => ({ tiers, beyond });
    return { title: instrument.title, number: instrument.number, perItem: standard(perItem), perVolume: standard(perVolume) };
  }

  /** The own organ and everything below, from the top down. @throws Refusal `role-missing` */
  async list(actor: Person): Promise<AdministeredOrgan[]> {
    needAdmin(actor);
    const { source, clock } = this.parts;
    const rows = await source.query<CountedRow[]>(BELOW, [actor.organId, clock.today()]);
    return rows.map(viewOf);
  }

  /** Adds an organ or unit below another. @throws Refusal `role-missing`, or `invalid-request` with the fields */
  async create(actor: Person, organ: NewOrgan): Promise<AdministeredOrgan> {
    needAdmin(actor);
    return makeChange(this.parts, actor, async (change) => {
      const { numberFormat = USUAL_NUMBER_FORMAT, filesAfterRemedies = null, feesFrom = null } = organ;
      const above = await findOrgan(change, organ.parent);
      const problems = [
        ...(above && administers(actor, above.path) ? [] : [UNKNOWN_PARENT]),
        ...((await findOrgan(change, organ.code)) ? [taken('code', organ.code)] : []),
        ...(await numberProblems(change, { ...organ, numberFormat })),
        ...feesProblems(change, null, feesFrom),
      ];
      if (problems.length > 0) throw new Refusal('invalid-request', problems);
      const { code, name, kind, parent, numberPrefix } = organ;
      const values = [randomUUID(), code, name['zh-CN'], name.en, kind, numberPrefix, parent, numberFormat, filesAfterRemedies];
      await change.manager.query(ADD, [...values, feesFrom]);
      // Editions are read in the order of their numbers: the later one waits for this one.
      await change.manager.query(TAKE_ALONE);
      await change.manager.query(NEW_EDITION, [change.now]);
      const made = await organInScope(change, actor, code);
      await record(change, { ...markOf('organ-created', made), after: valuesOf(made) });
      return viewOf({ ...made, people: 0, open_cases: 0, guide: null });
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
        ...(writesAlike(before, wished) ? [] : await numberProblems(change, wished)),
        ...feesProblems(change, before.fees_from, wished.feesFrom),
      ];
      if (problems.length > 0) throw new Refusal('invalid-request', problems);
      const { name, kind, numberPrefix, numberFormat, filesAfterRemedies, feesFrom, parent } = wished;
      const values = [before.id, name['zh-CN'], name.en, kind, numberPrefix, numberFormat, filesAfterRemedies, feesFrom];
      await change.manager.query(CHANGE, values);
      if (moves) {
        // Nobody writes by the ladders above while the organ goes under others.
        await change.manager.query(TAKE_ALONE);
        for (const move of [MOVE_PATHS, MOVE_PARENT]) await change.manager.query(move, [before.id, parent]);
        await change.manager.query(NEW_EDITION, [change.now]);
        await change.manager.query(LOOK_AGAIN, [before.id, change.today, null]);
      }
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

/** An organ that somebody administers. @throws Refusal `not-found` */
export async function organInScope(change: Pick<Change, 'manager'>, actor: Person, code: string): Promise<OrganRow> {
  const organ = await findOrgan(change, code);
  if (organ === undefined || !administers(actor, organ.path)) throw new Refusal('not-found');
  return organ;
}

type Numbered = { readonly code: string; readonly numberPrefix: string; readonly numberFormat: string };

const writesAlike = (before: OrganRow, { numberPrefix, numberFormat }: Numbered): boolean =>
  before.number_prefix === numberPrefix && before.number_format === numberFormat;

const OTHERS = 'SELECT number_prefix, number_format FROM organ WHERE code <> $1';
const GIVEN_ELSEWHERE = `
  SELECT 1 FROM case_file JOIN organ ON organ.id = case_file.organ_id WHERE organ.code <> $1 AND number ~ $2 LIMIT 1`;

/** Numbers of two organs that read alike could not be told apart, nor those that another has given before. */
async function numberProblems({ manager }: Change, organ: Numbered): Promise<FieldProblem[]> {
  const { code, numberPrefix, numberFormat } = organ;
  const others = await manager.query<Pick<OrganRow, 'number_prefix' | 'number_format'>[]>(OTHERS, [code]);
  if (others.some(({ number_prefix }) => number_prefix === numberPrefix)) return [taken('numberPrefix', numberPrefix)];
  if (!isClear(numberFormat, numberPrefix))
    return [{ path: 'numberFormat', code: 'wrong-format', facts: { expected: 'number-format' } }];
  const own = { prefix: numberPrefix, format: numberFormat };
  const alike = others.some(({ number_prefix: prefix, number_format: format }) => readAlike(own, { prefix, format }));
  const elsewhere = () => manager.query<unknown[]>(GIVEN_ELSEWHERE, [code, patternOf(own)]);
  const given = alike ? [] : await withSight(EVERYTHING, elsewhere);
  return alike || given.length > 0 ? [taken('numberFormat', numberFormat)] : [];
}

type Written = { readonly prefix: string; readonly format: string };

const patternOf = ({ prefix, format }: Written): string => numberPattern(format, prefixesOf(prefix));

/** With a serial that could be a year: one may stand where the other does. */
const sampleOf = ({ prefix, format }: Written): string => writeNumber(format, { prefix, year: 2026, n: 2026 });

const readAlike = (one: Written, other: Written): boolean =>
  new RegExp(patternOf(one)).test(sampleOf(other)) || new RegExp(patternOf(other)).test(sampleOf(one));

type Move = { readonly before: OrganRow; readonly parent: string | null };

async function moveProblems(change: Change, actor: Person, { before, parent }: Move): Promise<FieldProblem[]> {
  const above = parent === null ? undefined : await findOrgan(change, parent);
  if (above === undefined || !administers(actor, above.path)) return [UNKNOWN_PARENT];
  return above.path.includes(before.id) ? [{ path: 'parent', code: 'organ-cycle' }] : [];
}

const markOf = <A>(action: A, { id, name_zh, path }: OrganRow) => ({ action, path, subject: { id, name: name_zh } });

/** Nobody is charged who has asked before: a decision holds for what is received from today on, at the earliest (REG 42). */
const feesProblems = ({ today }: Pick<Change, 'today'>, before: LocalDate | null, wished: LocalDate | null): FieldProblem[] =>
  wished !== null && wished !== before && wished < today ? [{ path: 'feesFrom', code: 'past-date' }] : [];

const valuesOf = ({ code, name_zh, name_en, kind, parent, ...row }: OrganRow) => ({
  code,
  name: { 'zh-CN': name_zh, en: name_en },
  kind,
  parent,
  numberPrefix: row.number_prefix,
  numberFormat: row.number_format,
  filesAfterRemedies: row.files_after_remedies,
  feesFrom: row.fees_from,
});

const viewOf = (row: CountedRow): AdministeredOrgan => ({
  id: row.id,
  ...valuesOf(row),
  people: row.people,
  openCases: row.open_cases,
  guideLacks: [...guideLacks(row.guide)],
});
