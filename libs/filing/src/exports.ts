import { PassThrough, type Readable } from 'node:stream';
import { asUuid, canSee, entryInLog, needRole, type Person } from '@gongkai/casework';
import { Refusal, type ArchiveYears } from '@gongkai/contracts';
import { officeDay, type CommandPool, type Statement } from '@gongkai/platform';
import { Bag } from './bag/bag.js';
import { safeName } from './bag/names.js';
import type { Target } from './bag/target.js';
import { zipTarget } from './bag/zip-target.js';
import { addCase, type ContentParts, type Incomplete, type LostDocument } from './contents/case-contents.js';
import { yearPage, type Lacks } from './contents/year-page.js';

type Parts = ContentParts & { readonly pool: CommandPool };

/** What was put into a bag; what could not be, and what was never in the case though the archive asks for it. */
export type ExportReport = {
  readonly cases: number;
  readonly lost: readonly LostDocument[];
  readonly incomplete: readonly Incomplete[];
};

type CaseRow = {
  readonly id: string;
  readonly number: string;
  readonly subject: string;
  readonly opened_on: string;
  readonly organ_code: string;
  readonly organ: string;
  readonly path: readonly string[];
};

/** What tells who exports: nobody where it is the command line. */
type Asking = { readonly person: Person; readonly byCommandLine?: true };

/** Cases as bags (BagIt, RFC 8493), for an archive or a court: who asks for one stands in the log. */
export class Exports {
  constructor(private readonly parts: Parts) {}

  /** One case as a ZIP archive that is made as it is read: where that fails, the stream does. @throws Refusal `case-not-found` */
  async zipOfCase(caseId: string, person: Person): Promise<{ readonly name: string; readonly content: Readable }> {
    const { number } = await this.#caseOf(caseId, person);
    const content = this.#zipped((target) => this.ofCase(caseId, target, { person }));
    return { name: `${safeName(number)}.zip`, content };
  }

  /** The years of which somebody may take the cases out, the latest first, with how many they are. @throws Refusal `role-missing` */
  async years(person: Person): Promise<ArchiveYears> {
    checkMayTakeYear(person);
    const { rows } = await this.parts.pool.query<ArchiveYears['items'][number]>(yearsWithCases(person));
    return { items: [...rows] };
  }

  /** All cases of a year as a ZIP archive that is made as it is read. @throws Refusal `role-missing`, `not-found` where there is none */
  async zipOfYear(year: number, person: Person): Promise<{ readonly name: string; readonly content: Readable }> {
    const { items } = await this.years(person);
    if (!items.some((each) => each.year === year)) throw new Refusal('not-found');
    const content = this.#zipped((target) => this.ofYear(year, target, { person }));
    return { name: `${safeName(person.organCode)}-${String(year)}.zip`, content };
  }

  /** The case of a number. @throws Refusal `case-not-found` */
  async idOf(number: string, person: Person): Promise<string> {
    const [row] = (await this.parts.pool.query<CaseRow>(caseNumbered(number, person.organId))).rows;
    if (row === undefined) throw new Refusal('case-not-found');
    return row.id;
  }

  /** One case. @throws Refusal `case-not-found`; before anything is written */
  async ofCase(caseId: string, target: Target, { person, byCommandLine }: Asking): Promise<ExportReport> {
    const found = await this.#caseOf(caseId, person);
    await this.#writeDown({ path: found.path, id: caseId, name: found.number }, { person, byCommandLine });
    const bag = new Bag(target);
    const { lost, missing } = await addCase(bag, person, { caseId, organ: found.organ, folder: '' }, this.parts);
    await bag.close(this.#info(found.organ, found.number, `政府信息公开申请办件卷宗 ${found.number}`));
    return { cases: 1, lost, incomplete: missing };
  }

  /**
   * The cases that an organ, and what is below it where the person sees that, logged in a year; a folder each, one at a time.
   * @param progress told after each case: how many of how many
   */
  async ofYear(
    year: number,
    target: Target,
    { person, byCommandLine }: Asking,
    progress: (done: number, total: number) => void = () => undefined,
  ): Promise<ExportReport> {
    const { rows } = await this.parts.pool.query<CaseRow>(casesOfYear(year, person));
    const organ = await this.#organ(person.organId);
    await this.#writeDown(
      { path: person.organPath, id: person.organId, name: `${organ} ${String(year)}` },
      { person, byCommandLine },
    );
    const bag = new Bag(target);
    const [lost, incomplete, lacks]: [LostDocument[], Incomplete[], Lacks[]] = [[], [], []];
    const folders = rows.map(({ organ_code, number }) => `${safeName(organ_code)}/${safeName(number)}/`);
    for (const [i, row] of rows.entries()) {
      const place = { caseId: row.id, organ: row.organ, folder: folders[i] ?? '' };
      const added = await addCase(bag, person, place, this.parts);
      lost.push(...added.lost);
      incomplete.push(...added.missing);
      lacks.push(added.missing.flatMap(({ missing }) => missing));
      progress(i + 1, rows.length);
    }
    const inYear = rows.map((row, i) => ({ ...row, folder: folders[i] ?? '', lacks: lacks[i] ?? [] }));
    await bag.addText('index.html', yearPage(`${organ} ${String(year)}`, inYear));
    await bag.close(this.#info(organ, `${person.organCode}-${String(year)}`, `政府信息公开申请办件卷宗 ${String(year)}年`));
    return { cases: rows.length, lost, incomplete };
  }

  #zipped(write: (target: Target) => Promise<unknown>): Readable {
    const content = new PassThrough();
    write(zipTarget(content, this.parts.clock.now())).catch((error: unknown) => {
      content.destroy(error instanceof Error ? error : new Error(String(error)));
    });
    return content;
  }

  #info(organ: string, identifier: string, description: string): Readonly<Record<string, string>> {
    return {
      'Source-Organization': organ,
      'External-Identifier': identifier,
      'External-Description': description,
      'Bagging-Date': officeDay(this.parts.clock.now()),
      'Bag-Software-Agent': 'Gongkai',
    };
  }

  async #caseOf(caseId: string, person: Person): Promise<CaseRow> {
    const [row] = (await this.parts.pool.query<CaseRow>(caseWithId(caseId))).rows;
    if (row === undefined || !canSee(person, row.path)) throw new Refusal('case-not-found');
    return row;
  }

  async #organ(id: string): Promise<string> {
    const text = 'SELECT name_zh AS name FROM organ WHERE id = $1';
    const { rows } = await this.parts.pool.query<{ name: string }>({ name: 'name-of-organ', text, values: [id] });
    return rows[0]?.name ?? '';
  }

  async #writeDown(of: { path: readonly string[]; id: string; name: string }, { person, byCommandLine }: Asking): Promise<void> {
    const by = { actorId: byCommandLine === true ? null : person.id, at: this.parts.clock.now() };
    const subject = { id: of.id, name: of.name };
    await this.parts.pool.query(entryInLog({ action: 'cases-exported', path: of.path, subject }, by));
  }
}

/** Who takes the cases of a whole year out: it is more than anybody needs to handle one. @throws Refusal `role-missing` */
const checkMayTakeYear = (person: Person): void => needRole(person, 'archivist', 'supervisor', 'auditor');

const CASE = `
  SELECT case_file.id, case_file.number, case_file.subject, case_file.opened_on, organ.code AS organ_code, organ.name_zh AS organ,
         organ.path
    FROM case_file JOIN organ ON organ.id = case_file.organ_id`;

const caseWithId = (id: string): Statement => ({
  name: 'case-to-export',
  text: `${CASE} WHERE case_file.id = $1`,
  values: [asUuid(id)],
});

const caseNumbered = (number: string, organId: string): Statement => ({
  name: 'case-to-export-by-number',
  text: `${CASE} WHERE case_file.number = $1 AND organ.id = $2`,
  values: [number, organId],
});

/** Those of an organ (`$1`), and where it is seen (`$2`) of what is below it. */
const OF_ORGAN = '(organ.id = $1 OR ($2 AND organ.path @> ARRAY[$1::uuid]))';

const yearsWithCases = ({ organId, seesBelow }: Person): Statement => ({
  name: 'years-to-export',
  text: `
    SELECT number_year AS year, count(*)::int AS cases FROM case_file JOIN organ ON organ.id = case_file.organ_id
     WHERE ${OF_ORGAN} GROUP BY number_year ORDER BY number_year DESC`,
  values: [organId, seesBelow],
});

const casesOfYear = (year: number, { organId, seesBelow }: Person): Statement => ({
  name: 'cases-to-export',
  text: `${CASE} WHERE ${OF_ORGAN} AND case_file.number_year = $3 ORDER BY organ.code, case_file.serial`,
  values: [organId, seesBelow, year],
});
