import type { LocalDate } from '@gongkai/calendar';
import { actingIn, needRole, type Person } from '@gongkai/casework';
import {
  Refusal,
  type AnnualReport,
  type AnnualReportQuery,
  type ChangeSinceFreeze,
  type Freeze,
  type FrozenReport,
  type ReportedCase,
  type ReportedCases,
  type ReportedCasesQuery,
  type ReportPeriodQuery,
} from '@gongkai/contracts';
import { canonicalJson, sha256 } from '@gongkai/platform';
import type { AnnualReportFormat, ReportNumbers } from '@gongkai/statutes';
import { toldOf } from './counting/checks.js';
import { caseOf } from './counting/counted.js';
import { namesOf } from './counting/names.js';
import { dueOf, membersOf, sectionsOf } from './counting/view-parts.js';
import { changesSince } from './frozen/changes.js';
import type { Frozen } from './frozen/frozen-reports.js';
import { withFigures } from './entry/live-fields.js';
import { textFieldsOf } from './entry/text-fields.js';
import { FoundReports, type FoundReport, type ReportParts } from './found-reports.js';
import { printedTables } from './print/printed-table.js';
import { readCases, readKnown, readNumbers } from './reads/reported-cases.js';
import type { Scope } from './reads/scope.js';
import { quotable, type Reckoned } from './reckoning.js';

/** Annual reports, counted from the cases whenever somebody asks: every number is the list behind it. Frozen, they stay. */
export class AnnualReports {
  readonly #reports: FoundReports;

  constructor(private readonly parts: ReportParts) {
    this.#reports = new FoundReports(parts);
  }

  /**
   * The report of a year: as it was frozen, else as the cases stand; of another period always as they stand.
   * @throws Refusal `role-missing`, `not-found`, `invalid-request` where the period ends before it begins
   */
  async of(person: Person, year: number, asked: ReportPeriodQuery): Promise<AnnualReport> {
    const found = await this.#reports.find(person, year, asked);
    const { scope, frozen, reckoned } = found;
    const { format, period } = reckoned.manner;
    const shown = asked.current === 'true' || frozen === null ? await this.#standing(found) : frozen;
    const { clock } = this.parts;
    return {
      year,
      organ: scope.organ,
      scope: scope.scope,
      ...period,
      whole: found.isWhole,
      today: clock.today(),
      at: clock.now().toISOString(),
      due: dueOf(year, scope.kind, this.#reports.reckoning.lawOn(period.to)),
      format: { id: format.id, number: format.instrument.number },
      sections: sectionsOf(format),
      tables: printedTables(format),
      names: namesOf(format),
      numbers: Object.fromEntries(format.cells.map(({ id }) => [id, shown.numbers[id] ?? null])),
      checks: shown.checks,
      members: shown.members,
      texts: shown.texts ?? [],
      digest: digestOf(reckoned),
      entry: found.entry?.state ?? null,
      frozen: frozen === null ? null : await this.#frozenView(frozen, reckoned),
      may: mayOf(found, person, clock.today()),
    };
  }

  /** The cases that a cell counts. @throws Refusal `role-missing`, `not-found` where there is no such organ, or no such cell that counts cases */
  async cases(person: Person, year: number, asked: ReportedCasesQuery & { readonly cell: string }): Promise<ReportedCases> {
    const { cell, limit, cursor, current } = asked;
    const { scope, reckoned, frozen } = await this.#reports.find(person, year, asked);
    checkSight(person, scope);
    const shown = current === 'true' ? null : frozen;
    const refs = (shown ?? reckoned.tally).behind.get(cell);
    const name = namesOf(reckoned.manner.format)[cell];
    if (refs === undefined || name === undefined) throw new Refusal('not-found');
    const from = Number(cursor ?? 0);
    const asIs = (await this.#inOrder(refs.map(caseOf))).slice(from, from + limit);
    const items = await this.#listed(asIs, scope, shown);
    const elsewhere = elsewhereIn(cell, refs.length, { ...(shown ?? reckoned.tally), ...reckoned.manner });
    return {
      cell,
      name,
      total: refs.length,
      elsewhere,
      items,
      nextCursor: from + limit < refs.length ? String(from + limit) : null,
    };
  }

  /**
   * Puts the report of a year that is over down for good, with the cases behind each cell.
   * @throws Refusal `role-missing`, `not-found`, `report-frozen`, `report-year-open`, `report-not-approved`, `report-changed` where the
   * numbers, texts or cases are others than those that were looked at, `report-differs` where an identity that must hold does not
   */
  async freeze(person: Person, year: number, { digest, ...asked }: AnnualReportQuery & Freeze): Promise<AnnualReport> {
    needRole(person, 'supervisor', 'admin');
    const found = await this.#reports.find(person, year, asked);
    const { scope, reckoned, frozen, entry } = found;
    const { format, period } = reckoned.manner;
    needRole(actingIn(person, scope.organId), 'supervisor', 'admin');
    if (frozen !== null) throw new Refusal('report-frozen');
    if (this.parts.clock.today() <= period.to) throw new Refusal('report-year-open', [], { facts: { year } });
    if (entry?.state !== 'approved') throw new Refusal('report-not-approved');
    if (digest !== digestOf(reckoned)) throw new Refusal('report-changed');
    const broken = reckoned.checks.filter(({ kind, result }) => kind === 'hard' && result === 'differs').map(({ id }) => id);
    if (broken.length > 0) throw new Refusal('report-differs', [], { facts: { identities: broken.join(', ') } });
    const { behind } = reckoned.tally;
    const cases = await readKnown([...new Set([...behind.values()].flat().map(caseOf))], this.parts.pool);
    await this.#reports.frozen.keep(
      person,
      { scope, year, format: format.id },
      { ...(await this.#standing(found)), behind, cases },
    );
    return this.of(person, year, asked);
  }

  /** What is said of a report as the cases stand. */
  async #standing({ scope, reckoned }: FoundReport) {
    const { manner, members, checks, tally, texts } = reckoned;
    const numbers = quotable(reckoned);
    const behind = checks.flatMap(({ differences }) => differences.flatMap(({ caseIds }) => caseIds));
    return {
      numbers: tally.numbers,
      checks: toldOf(checks, manner.format, await readNumbers(behind, this.parts.pool)),
      members: membersOf(scope, members, manner.format),
      texts: textFieldsOf(manner.format).map(({ id, section, title }) => ({
        ...{ id, section, title },
        text: withFigures(texts[id] ?? '', numbers),
      })),
    };
  }

  async #frozenView(frozen: Frozen, { tally, manner }: Reckoned): Promise<FrozenReport> {
    const { id, at, by, hash, intact, cases } = frozen;
    const names = namesOf(manner.format);
    const changes = changesSince(
      frozen,
      tally,
      manner.format.cells.map((cell) => cell.id),
    );
    const known = await readNumbers(
      changes.flatMap(({ added }) => added),
      this.parts.pool,
    );
    const told = changes.map(({ added, gone, ...change }): ChangeSinceFreeze => ({
      ...change,
      name: names[change.cell] ?? { 'zh-CN': change.cell, en: change.cell },
      added: added.map((one) => known.get(one) ?? one),
      gone: gone.map((one) => cases[one]?.number ?? one),
    }));
    return { id, at: at.toISOString(), by, hash, intact, changes: told };
  }

  /** By organ and number; what is gone comes last. */
  async #inOrder(ids: readonly string[]): Promise<string[]> {
    const order = new Map([...(await readNumbers(ids, this.parts.pool)).keys()].map((id, i) => [id, i]));
    const placeOf = (id: string): number => order.get(id) ?? order.size;
    return [...ids].sort((a, b) => placeOf(a) - placeOf(b));
  }

  async #listed(ids: readonly string[], { members }: Scope, frozen: Frozen | null): Promise<ReportedCase[]> {
    const found = new Map((await readCases(ids, this.parts.pool)).map((one) => [one.caseId, one]));
    return ids.map((id) => {
      const { number = id, organ: code = '' } = frozen?.cases[id] ?? {};
      const organ = members.find((one) => one.code === code);
      return found.get(id) ?? { ...GONE, caseId: id, number, organ: { code, name: organ?.name ?? { 'zh-CN': code, en: code } } };
    });
  }
}

const GONE = {
  known: false,
  isRecord: false,
  category: null,
  subject: null,
  receivedOn: null,
  concludedOn: null,
  outcome: null,
  ground: null,
  items: null,
} as const satisfies Partial<ReportedCase>;

/** How many a number counts of reports that were made elsewhere: their cases are not here. A sum of fees counts no cases. */
function elsewhereIn(
  cell: string,
  here: number,
  { numbers, format }: { readonly numbers: ReportNumbers; readonly format: AnnualReportFormat },
): number {
  const isCount = format.cells.some(({ id, measure }) => id === cell && measure !== 'fees');
  return isCount ? Math.max(0, (numbers[cell] ?? 0) - here) : 0;
}

/** Who may freeze it does so once its year is over and what people wrote is approved. */
function mayOf({ scope, frozen, entry, reckoned }: FoundReport, person: Person, today: LocalDate): AnnualReport['may'] {
  const { roles } = actingIn(person, scope.organId);
  const isReady = frozen === null && entry?.state === 'approved' && today > reckoned.manner.period.to;
  return isReady && (roles.includes('supervisor') || roles.includes('admin')) ? ['freeze'] : [];
}

/** Of everything that is put down: numbers, the cases behind each, and the texts with the figures they quote. */
function digestOf({ tally: { numbers, behind }, texts: written, quoted }: Reckoned): string {
  const others = Object.fromEntries(quoted.map(({ id, value }) => [id, value]));
  const texts = Object.fromEntries(Object.entries(written).map(([part, text]) => [part, withFigures(text, others)]));
  return sha256(canonicalJson({ numbers, texts, cells: Object.fromEntries(behind) }));
}

/** Who reads the numbers of a roll-up without seeing the cases of the units is not shown them. */
function checkSight(person: Person, { members }: Scope): void {
  if (members.length > 1 && !person.seesBelow) needRole(person, 'supervisor');
}
