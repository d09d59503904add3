import { randomUUID } from 'node:crypto';
import { addDays, localDate, type LocalDate } from '@gongkai/calendar';
import { asUuid, needRole, type LawShelf, type Person } from '@gongkai/casework';
import {
  Refusal,
  type AssessedCases,
  type Assessment,
  type AssessmentEntry,
  type AssessmentOfOrgan,
  type Assessments as List,
  type AssessmentStep,
  type AssessmentStepName,
  type NewAssessment,
} from '@gongkai/contracts';
import type { Clock, CommandPool } from '@gongkai/platform';
import { readEvidence, unknownFiles, type Named } from '../evidence.js';
import { Measures } from '../measures/measures.js';
import { readRectifications } from '../rectifications/rectification-rows.js';
import { standingOf } from '../rectifications/standing.js';
import { readScheme, type Scheme } from '../scheme/scheme.js';
import { LEADERS, leads, sightOf, type Sight } from '../sight.js';
import {
  beginAssessment,
  changeAssessed,
  readAssessed,
  readAssessment,
  readAssessments,
  type AssessedRow,
  type AssessmentDeed,
  type AssessmentRow,
  type KeptAssessment,
  type KeptEntry,
} from './assessment-rows.js';
import { assessedOf, countAll, type Standing } from './figures.js';
import { placesOf } from './score.js';
import { check, checkText, enteredBy, inBoth, lacksOf, mayOf, wrongIn, type Part } from './steps.js';
import { newsOf } from './told.js';
import { headOf, historyOf, nameOf } from './views.js';

type Parts = { readonly pool: CommandPool; readonly clock: Clock; readonly laws: LawShelf; readonly configDir: string };
/** One organ of an assessment. */
export type Where = { readonly id: string; readonly organ: string };

/** What a step makes of it; an objection leaves it told. */
const STATES: Readonly<Record<AssessmentStepName, KeptAssessment['state']>> = {
  tell: 'told',
  object: 'told',
  reopen: 'draft',
  settle: 'settled',
};

/** Assessments of organs by a scheme (REG 46): counted from cases and registers, judged with evidence, told, settled. */
export class Assessments {
  readonly #measures: Measures;
  readonly #scheme: Scheme;

  /** @throws ConfigError where the scheme is missing or wrong */
  constructor(private readonly parts: Parts) {
    this.#measures = new Measures(parts);
    this.#scheme = readScheme(parts.configDir);
  }

  /** Those in sight, and those in which an organ in sight was told. @throws Refusal `role-missing` */
  async list(person: Person): Promise<List> {
    const rows = await readAssessments(sightOf(person), this.parts.pool);
    return {
      items: rows.map(({ id, organ, year, quarter, from, to, scheme, states }) => ({
        ...{ id, organ, year, quarter, from, to },
        name: nameOf(scheme),
        states: { draft: 0, told: 0, settled: 0, ...states },
      })),
      mayBegin: leads(person, person.organId),
    };
  }

  /** Begins one of the organs right below the own one. @throws Refusal `role-missing`, `assessment-exists`, `invalid-request` */
  async begin(person: Person, { year, quarter }: NewAssessment): Promise<Assessment> {
    needRole(person, ...LEADERS);
    const { from, to } = periodOf(year, quarter);
    const { clock, pool } = this.parts;
    if (from > clock.today()) throw new Refusal('invalid-request', [{ path: 'year', code: 'future-date' }]);
    const id = randomUUID();
    const at = clock.now();
    const history = [this.#deed(person, 'begin')];
    const { organId, id: by } = person;
    const isNew = await beginAssessment({ id, organId, year, quarter, from, to, scheme: this.#scheme, at, by, history }, pool);
    if (!isNew) throw new Refusal('assessment-exists');
    return this.of(person, id);
  }

  /** The league table, as far as the reader sees its organs. @throws Refusal `role-missing`, `not-found` */
  async of(person: Person, id: string): Promise<Assessment> {
    const { row, organs, sight } = await this.#find(person, id);
    const { pool, clock, laws } = this.parts;
    const standing = await this.#standing(row, organs);
    const files = await readEvidence(namedBy(organs), pool);
    const rectifications = await readRectifications(sight, { assessment: row.id }, pool);
    const today = clock.today();
    const assessed = organs.map((one) => ({ one, got: assessedOf(one, row, { standing, files }) }));
    const places = placesOf(assessed.map(({ got }) => (got.lacks > 0 ? null : got.score)));
    const lines = assessed.map(({ one, got }, i) => {
      const { calendar } = laws.lawOf(laws.statute, today, one.organId);
      const states = rectifications.flatMap((demand) =>
        demand.organId === one.organId ? [standingOf(demand, { calendar, today }).state] : [],
      );
      const open = states.filter((state) => state !== 'closed').length;
      const overdue = states.filter((state) => state === 'overdue').length;
      return { one, line: { ...got, place: places[i] ?? null, rectifications: { open, overdue } } };
    });
    const shown = lines.filter(({ one }) => isShown(person, { row: one, assessment: row }));
    const last = organs.length + 1;
    return {
      ...headOf(row, today),
      organs: shown.map(({ line }) => line).sort((a, b) => (a.place ?? last) - (b.place ?? last)),
    };
  }

  /** What one organ got, and what was done to it. @throws Refusal `role-missing`, `not-found` */
  async organ(person: Person, where: Where): Promise<AssessmentOfOrgan> {
    const part = await this.#part(person, where);
    const { row, assessment } = part;
    const standing = await this.#standing(assessment, [row]);
    const files = await readEvidence(namedBy([row]), this.parts.pool);
    return {
      ...assessedOf(row, assessment, { standing, files }),
      assessment: headOf(assessment, this.parts.clock.today()),
      version: row.version,
      history: historyOf(row),
      may: mayOf(part, person),
    };
  }

  /** Keeps what an assessor entered. @throws Refusal `role-missing`, `not-found`, `assessment-settled`, `assessment-changed`, `invalid-request` */
  async enter(person: Person, where: Where, { version, entries }: AssessmentEntry): Promise<AssessmentOfOrgan> {
    const part = await this.#part(person, where);
    check('enter', part, person);
    const { row, assessment } = part;
    const wrong = [...wrongIn(assessment.scheme, entries), ...(await this.#wrongFiles(person, row, entries))];
    if (wrong.length > 0) throw new Refusal('invalid-request', wrong);
    const changed = Object.entries(entries).flatMap(([indicator, { choice }]) => {
      const before = row.entries[indicator]?.choice ?? null;
      return before === choice ? [] : [{ indicator, before, after: choice }];
    });
    const history = [...row.history, { ...this.#deed(person, 'enter'), changed }];
    return this.#keep(person, where, { part, version, kept: { state: row.state, entries, figures: null, history } });
  }

  /**
   * Tells it to the organ with the figures as they stand, takes its objection down, takes it back, or settles it.
   * @throws Refusal `role-missing`, `not-found`, `assessment-open`, `assessment-lacks`, `assessment-own`, `assessment-settled`,
   * `assessment-changed`, `invalid-request`
   */
  async step(person: Person, where: Where, { version, step, text }: AssessmentStep): Promise<AssessmentOfOrgan> {
    const part = await this.#part(person, where);
    check(step, part, person);
    checkText(step, text);
    const { row, assessment } = part;
    if (step === 'tell') this.#checkComplete(part);
    const told = step === 'tell' ? (await this.#standing(assessment, [row])).get(row.organId) : undefined;
    const figures = step === 'reopen' ? null : (told ?? row.figures);
    const history = [...row.history, { ...this.#deed(person, step), text: text ?? null }];
    const kept = { state: STATES[step], entries: row.entries, figures, history };
    return this.#keep(person, where, { part, version, kept });
  }

  /** The cases that a figure counts: numbers and days, and nothing that could tell whose they are. @throws Refusal `role-missing`, `not-found` */
  async cases(person: Person, where: Where, indicator: string): Promise<AssessedCases> {
    const { row, assessment } = await this.#part(person, where);
    const figures = row.figures ?? (await this.#standing(assessment, [row])).get(row.organId) ?? {};
    const counted = Object.hasOwn(figures, indicator) ? figures[indicator] : undefined;
    if (counted === undefined || 'number' in counted) throw new Refusal('not-found');
    return { items: [...counted.items] };
  }

  /** The organ of a settled assessment of which something is demanded. @throws Refusal `role-missing`, `not-found`, `assessment-not-settled` */
  async settledIn(person: Person, where: Where) {
    const part = await this.#part(person, where);
    check('rectify', part, person);
    const { row, assessment } = part;
    return { assessmentId: row.assessmentId, organId: row.organId, indicators: assessment.scheme.indicators.map(inBoth) };
  }

  /** Files that were handed in as evidence, as far as the reader sees the organs. @throws Refusal `role-missing`, `not-found` */
  async filesOf(person: Person, id: string): Promise<Named> {
    const { row: assessment, organs } = await this.#find(person, id);
    return namedBy(organs.filter((row) => isShown(person, { row, assessment })));
  }

  async #find(person: Person, id: string): Promise<{ row: AssessmentRow; organs: AssessedRow[]; sight: Sight }> {
    const sight = sightOf(person);
    const { pool } = this.parts;
    const row = await readAssessment(sight, asUuid(id), pool);
    if (row === null) throw new Refusal('not-found');
    return { row, organs: await readAssessed(sight, row.id, pool), sight };
  }

  async #part(person: Person, { id, organ }: Where): Promise<Part> {
    const { row: assessment, organs } = await this.#find(person, id);
    const row = organs.find((one) => one.organ.code === organ);
    if (row === undefined || !isShown(person, { row, assessment })) throw new Refusal('not-found');
    return { row, assessment };
  }

  /** Figures of those that were not told yet. */
  #standing({ from, to, scheme }: AssessmentRow, organs: readonly AssessedRow[]): Promise<Standing> {
    const organIds = organs.flatMap(({ organId, figures }) => (figures === null ? [organId] : []));
    return countAll(scheme, { organIds, period: { from, to }, today: this.parts.clock.today() }, this.#measures);
  }

  async #keep(
    person: Person,
    where: Where,
    { part: { row }, version, kept }: { readonly part: Part; readonly version: number; readonly kept: KeptAssessment },
  ): Promise<AssessmentOfOrgan> {
    const tell = await newsOf(row, kept, this.parts);
    const isFirst = row.version === version && (await changeAssessed(row, kept, { pool: this.parts.pool, tell }));
    if (!isFirst) throw new Refusal('assessment-changed');
    return this.organ(person, where);
  }

  #checkComplete({ row, assessment: { to, scheme } }: Part): void {
    if (this.parts.clock.today() <= to) throw new Refusal('assessment-open', [], { facts: { to } });
    const lacks = lacksOf(scheme, row.entries);
    if (lacks.length > 0) throw new Refusal('assessment-lacks', lacks);
  }

  #wrongFiles({ id }: Person, row: AssessedRow, entries: Readonly<Record<string, KeptEntry>>) {
    const known = new Set(fileIdsOf(row));
    const named = Object.entries(entries).flatMap(([indicator, { fileIds }]) =>
      fileIds.map((file, i) => ({ id: file, path: `entries.${indicator}.fileIds.${String(i)}` })),
    );
    return unknownFiles(
      named.filter((file) => !known.has(file.id)),
      id,
      this.parts.pool,
    );
  }

  #deed({ id: by }: Person, did: AssessmentDeed['did']): AssessmentDeed {
    return { at: this.parts.clock.now().toISOString(), by, did, text: null, changed: [] };
  }
}

const fileIdsOf = ({ entries }: AssessedRow): string[] => Object.values(entries).flatMap(({ fileIds }) => [...fileIds]);

/** What is named for some organs, by whoever entered something. */
const namedBy = (rows: readonly AssessedRow[]): Named => ({
  ids: rows.flatMap(fileIdsOf),
  givers: rows.flatMap((row) => [...enteredBy(row)]),
});

/** Who assesses sees every organ, an organ itself what it was told. */
const isShown = ({ organId, organPath }: Person, { row, assessment }: Part): boolean =>
  row.seen && (row.state !== 'draft' || organId === assessment.organId || !organPath.includes(assessment.organId));

/** First and last day of a year, or of one of its quarters. */
function periodOf(year: number, quarter: number | null): { readonly from: LocalDate; readonly to: LocalDate } {
  const MONTHS = 3;
  const first = (month: number): LocalDate =>
    month > 12 ? localDate(`${String(year + 1)}-01-01`) : localDate(`${String(year)}-${String(month).padStart(2, '0')}-01`);
  if (quarter === null) return { from: first(1), to: localDate(`${String(year)}-12-31`) };
  const month = (quarter - 1) * MONTHS + 1;
  return { from: first(month), to: addDays(first(month + MONTHS), -1) };
}
