import { randomUUID } from 'node:crypto';
import { yearOf } from '@gongkai/calendar';
import { needRole, type Person } from '@gongkai/casework';
import {
  Refusal,
  type Language,
  type PersonRef,
  type PublishedReport,
  type PublishedReportLine,
  type PublishedReportQuery,
  type PublishedReports as List,
} from '@gongkai/contracts';
import { sha256 } from '@gongkai/platform';
import type { AnnualReportFormat, ReportNumbers } from '@gongkai/statutes';
import { toldOf } from '../counting/checks.js';
import { templateOf, type ReportFile } from '../print/files.js';
import { needReader, readsBelow, type Scope } from '../reads/scope.js';
import { Reckoning } from '../reckoning.js';
import type { ReportParts } from '../found-reports.js';
import { lastBefore } from './last-year.js';
import { checksOf, figuresOf } from './look-at-report.js';
import {
  end,
  findPublished,
  keeping,
  lockOrgan,
  readPublished,
  stands,
  type PublishedRow,
  type Taken,
} from './published-rows.js';
import { readReportFile } from './read-report-file.js';
import { saidOf, whichOf, withOrgan, type Which } from './which-report.js';

/** A file as it was handed in. */
type Handed = { readonly name: string; readonly content: Buffer };
type Kept = Which & Pick<Taken, 'keptBy'>;
type Looked = {
  readonly which: Which;
  readonly shown: Scope['organ'] | null;
  readonly format: AnnualReportFormat;
  readonly numbers: ReportNumbers;
};

/**
 * Annual reports that were made elsewhere, and are taken in: a unit that does not use this system counts with its report in the roll-up
 * (A6), last year's report is what this year's is held against (A5), and others are there to be compared with.
 */
export class PublishedReports {
  readonly #reckoning: Reckoning;

  constructor(private readonly parts: ReportParts) {
    this.#reckoning = new Reckoning(parts);
  }

  /** What was taken in. @throws Refusal `role-missing` */
  async list(person: Person, year: number | null): Promise<List> {
    needReader(person);
    const rows = await readPublished(sightOf(person), year, this.parts.pool);
    return { items: rows.map((row) => lineOf(row, this.#reckoning.mannerOf(row.year).format)) };
  }

  /** What a file holds and what does not agree in it; nothing is kept. @throws Refusal as `take`, but of identities */
  async look(person: Person, file: Handed, asked: PublishedReportQuery): Promise<PublishedReport> {
    const looked = await this.#look(person, file, asked);
    const { which, shown, format, numbers } = looked;
    const name = which.name ?? '';
    return {
      id: null,
      organ: shown?.code ?? null,
      name: shown?.name ?? { 'zh-CN': name, en: name },
      year: which.year,
      scope: which.scope,
      ...(await this.#judged({ ...which, keptBy: person.organId }, numbers, format)),
      file: { name: file.name, sha256: sha256(file.content) },
      taken: null,
      over: null,
      replaces: await stands({ ...which, keptBy: person.organId }, this.parts.pool),
    };
  }

  /**
   * Takes a report in, in the place of one of the same organ and year.
   * @throws Refusal `role-missing`; `invalid-request` with each field or cell that is wrong, or an organ that is not in sight;
   * `published-report-differs` where an identity that must hold does not
   */
  async take(person: Person, file: Handed, asked: PublishedReportQuery): Promise<PublishedReport> {
    const { which, format, numbers } = await this.#look(person, file, asked);
    const { checks } = await this.#judged({ ...which, keptBy: person.organId }, numbers, format);
    const broken = checks.filter(({ kind, result }) => kind === 'hard' && result === 'differs').map(({ id }) => id);
    if (broken.length > 0) throw new Refusal('published-report-differs', [], { facts: { identities: broken.join(', ') } });
    const { pool, clock } = this.parts;
    const id = randomUUID();
    const taken: Taken = {
      ...{ ...which, id, numbers, format: format.id, keptBy: person.organId, by: person.id, at: clock.now() },
      ...{ fileName: file.name, fileHash: sha256(file.content) },
    };
    const organId = which.organId ?? person.organId;
    await pool.flights({ organId, reads: [lockOrgan(organId)] }, async (_rows, transaction) => {
      const [replaced, kept] = keeping(taken);
      await transaction.commit(replaced, kept);
    });
    return this.find(person, id);
  }

  /** One of them. @throws Refusal `role-missing`, `not-found` */
  async find(person: Person, id: string): Promise<PublishedReport> {
    needReader(person);
    const [row] = await findPublished(sightOf(person), [id], this.parts.pool);
    if (row === undefined) throw new Refusal('not-found');
    const { format } = this.#reckoning.mannerOf(row.year);
    const { organId, keptBy, year, scope, numbers } = row;
    const which = { organId, keptBy, name: organId === null ? row.zh : null, year, scope };
    return { ...lineOf(row, format), ...(await this.#judged(which, numbers, format)) };
  }

  /** Takes one out of count, for a reason that stays with it. @throws Refusal `role-missing`, `not-found`, `published-report-over` */
  async end(person: Person, id: string, why: string): Promise<PublishedReport> {
    needRole(person, 'supervisor', 'admin');
    await this.find(person, id);
    const { pool, clock } = this.parts;
    if (!(await end(id, { at: clock.now(), by: person.id, why }, pool))) throw new Refusal('published-report-over');
    return this.find(person, id);
  }

  /** A workbook for a unit to fill in. @throws Refusal `role-missing`; `not-found` where no format is known for the year */
  async template(person: Person, year: number, language: Language): Promise<ReportFile> {
    needReader(person);
    return templateOf(this.#reckoning.mannerOf(year).format, year, language);
  }

  async #look(person: Person, { content }: Handed, asked: PublishedReportQuery): Promise<Looked> {
    needRole(person, 'supervisor', 'admin');
    const read = await withOrgan(await readReportFile(content), this.parts.pool);
    const { which, shown } = await whichOf(person, saidOf(read, asked), this.parts.pool);
    if (which.year >= yearOf(this.parts.clock.today()))
      throw new Refusal('invalid-request', [{ path: 'year', code: 'year-not-over', facts: { year: which.year } }]);
    const { format } = this.#reckoning.mannerOf(which.year);
    return { which, shown, format, numbers: figuresOf(read.figures, format) };
  }

  async #judged(which: Kept, numbers: ReportNumbers, format: AnnualReportFormat) {
    const last = await lastBefore(which, this.parts.pool);
    return {
      format: format.id,
      numbers,
      missing: missingIn(numbers, format),
      checks: toldOf(checksOf(numbers, format, last), format, new Map()),
    };
  }
}

const sightOf = (person: Person) => [person.organId, readsBelow(person)] as const;
const missingIn = (numbers: ReportNumbers, { cells }: AnnualReportFormat): number =>
  cells.filter(({ id }) => numbers[id] === undefined).length;

function lineOf(row: PublishedRow, format: AnnualReportFormat): PublishedReportLine {
  const { id, organ, zh, en, year, scope, numbers, fileName, fileHash, takenAt, takenById, takenByName } = row;
  return {
    id,
    organ,
    name: { 'zh-CN': zh, en },
    year,
    scope,
    format: row.format,
    missing: missingIn(numbers, format),
    file: { name: fileName, sha256: fileHash },
    taken: { at: takenAt.toISOString(), by: { id: takenById, name: takenByName } },
    over: overOf(row),
    replaces: false,
  };
}

const overOf = ({ overAt, overById, overByName, overWhy }: PublishedRow): PublishedReport['over'] =>
  overAt === null ? null : { at: overAt.toISOString(), by: refOf(overById, overByName), why: overWhy ?? '' };
const refOf = (id: string | null, name: string | null): PersonRef => ({ id: id ?? '', name: name ?? '' });
