import { randomUUID } from 'node:crypto';
import { yearOf, type LocalDate } from '@gongkai/calendar';
import {
  queryCodeText,
  RECORD_STATES,
  Refusal,
  type EnteredRecord,
  type FieldProblem,
  type FileView,
  type NewRecordCorrection,
  type RecordCorrection,
  type RecordCorrections as List,
  type RecordFilters,
  type RecordReceipt,
  type RecordState,
  type RecordStep,
} from '@gongkai/contracts';
import type { Clock, CommandPool, Sealer, Statement } from '@gongkai/platform';
import type { Idempotency } from '../desk/envelope.js';
import type { ChainEnd } from '../desk/journal-entry.js';
import { drawForOrgan, numberText, type Drawn } from '../desk/numbering.js';
import { newQueryCode } from '../enquiries/query-code.js';
import { nameGivenBy } from '../file-names.js';
import type { LawOfCase, LawShelf } from '../law-shelf.js';
import { holdFiles } from '../loose-files.js';
import { needRole, type Person } from '../person.js';
import { asUuid } from '../visibility.js';
import { actedBefore, keepActed, readActed, type Acted } from './acted-once.js';
import { earliestOf, recordNow, type RecordAsked, type RecordDeed, type RecordFile } from './record-file.js';
import { folderOf, type RecordFolder } from './record-folder.js';
import { chained, lastEntry } from './record-journal.js';
import { problemsOf } from './record-problems.js';
import { isRemedy, remedyFact } from './record-remedies.js';
import { addRecord, changeRecord, fileOfRow, lockRecord, readRecord, readRecords, type RecordRow } from './record-rows.js';
import { isOpenNow, isOwnDraft, RECORD_READERS, recordDue, recordStanding, recordView, ROLE_OF } from './record-view.js';

/** What the answer says, with what its remedies rest on. */
export type RecordMatter = {
  readonly organId: string;
  readonly organCode: string;
  readonly caseNumber: string;
  readonly asked: RecordAsked;
  readonly decision: RecordDeed;
  /** Null in a draft. */
  readonly number: string | null;
  readonly on: LocalDate;
  readonly law: LawOfCase;
};

/** What draws the answer, as PDF and as DOCX; made ready before a number is drawn for which others wait. */
export type RecordNotices = {
  readonly ready: () => Promise<void>;
  readonly draw: (matter: RecordMatter, actor: Person) => Promise<Readonly<Record<'pdf' | 'docx', FileView>>>;
};

export type RecordParts = {
  readonly pool: CommandPool;
  readonly clock: Clock;
  readonly laws: LawShelf;
  readonly sealer: Sealer;
  readonly notices: RecordNotices;
};

/** Their files, under the names by which who handed them in called them. @param $1 requests; $2 who handed in each */
const FILES = `
  SELECT asked.record, stored_file.id, ${nameGivenBy('asked.giver')} AS name, mime, size::int AS size,
         to_char(uploaded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "uploadedAt"
    FROM unnest($1::uuid[], $2::text[]) AS asked (record, giver)
    JOIN record_correction ON record_correction.id = asked.record
    JOIN stored_file ON stored_file.organ_id = record_correction.organ_id AND stored_file.id = ANY (record_correction.file_ids)`;

/** Requests to correct records about oneself (更正, REG 41): entered, decided by one, signed by another, sent and served. */
export class RecordCorrections {
  constructor(private readonly parts: RecordParts) {}

  /** Those in sight, late and due first coming first. @throws Refusal `role-missing` */
  async list(person: Person, filters: RecordFilters): Promise<List> {
    needRole(person, ...RECORD_READERS);
    const { rows, total } = await readRecords(person, filters, this.parts.pool);
    const items = await this.#views(rows, person);
    const counts = Object.fromEntries(
      RECORD_STATES.map((state) => [state, items.filter((item) => item.state === state).length]),
    ) as Record<RecordState, number>;
    const rank = ({ state }: RecordCorrection): number => RECORD_STATES.indexOf(state);
    const sorted = items.sort((a, b) => rank(a) - rank(b) || a.due.on.localeCompare(b.due.on));
    return {
      items: sorted,
      more: total - rows.length,
      counts,
      mayAdd: person.roles.some((role) => role === 'clerk' || role === 'caseworker'),
    };
  }

  /** One of them. @throws Refusal `role-missing`, `not-found` */
  async one(person: Person, id: string): Promise<RecordCorrection> {
    needRole(person, ...RECORD_READERS);
    return this.#one(person, { id });
  }

  /** As it stands, or as it stood at a version. */
  async #one(person: Person, { id, version }: Pick<Acted, 'id'> & Partial<Acted>): Promise<RecordCorrection> {
    const row = await readRecord(person, id, this.parts.pool);
    const [item] = row === undefined ? [] : await this.#views([row], person, version);
    if (item === undefined) throw new Refusal('not-found');
    return item;
  }

  /**
   * Enters one that came over the counter or by post.
   * @param idempotency the sender's key: with it the same request is entered once
   * @throws Refusal `role-missing`, `invalid-request` with the fields, `idempotency-key-reused`
   */
  async enter(person: Person, wanted: NewRecordCorrection, idempotency?: Idempotency): Promise<EnteredRecord> {
    needRole(person, 'clerk', 'caseworker');
    const { receivedOn, fileIds, proof } = wanted;
    const problems: FieldProblem[] = [
      ...(receivedOn > this.parts.clock.today() ? [{ path: 'receivedOn', code: 'future-date' as const }] : []),
      // The applicant has to show that the record is wrong (REG 41): by a file, or by something that is described.
      ...(fileIds.length === 0 && proof === undefined ? [{ path: 'proof', code: 'required' as const }] : []),
    ];
    if (problems.length > 0) throw new Refusal('invalid-request', problems);
    const { acted, receipt } = await this.open(person, wanted, idempotency);
    return { entry: await this.#one(person, acted), receipt };
  }

  /** Opens one, whoever sends it. @throws Refusal `invalid-request` where a file is not there, `idempotency-key-reused` */
  async open(
    actor: Person,
    asked: RecordAsked,
    idempotency?: Idempotency,
  ): Promise<{ readonly acted: Acted; readonly receipt: RecordReceipt }> {
    const { pool, clock, sealer } = this.parts;
    const today = clock.today();
    const opened: Acted = { id: randomUUID(), version: 1 };
    const { id } = opened;
    const file: RecordFile = {
      asked,
      code: newQueryCode(),
      deeds: [this.#deed(actor, { did: 'receive', on: asked.receivedOn })],
    };
    const keyed = readActed(idempotency);
    const reads = [...keyed, drawForOrgan(actor.organId, 'record_correction', today), filesHeld(actor, asked.fileIds)];
    const acted = await pool.flights({ organId: actor.organId, reads }, async (rows, transaction) => {
      const before = actedBefore(rows, idempotency, sealer);
      if (before !== null) return before;
      const [drawn = [], held = []] = rows.slice(keyed.length);
      const known = new Set(held.map((row) => row.id as string));
      const missing = asked.fileIds.flatMap((name, i) =>
        known.has(name) ? [] : [{ path: `fileIds.${String(i)}`, code: 'unknown-file' as const, facts: { name } }],
      );
      if (missing.length > 0) throw new Refusal('invalid-request', missing);
      const text = numberText('record_correction', drawn[0] as Drawn, today);
      const numbered = { number: text, number_year: yearOf(today), serial: (drawn[0] as Drawn).last };
      const written = addRecord({ id, organId: actor.organId }, file, numbered, sealer);
      await transaction.commit(written, chained(id, file), ...keepActed(opened, idempotency, { at: clock.now(), sealer }));
      return opened;
    });
    return { acted, receipt: await this.#receipt(acted.id, actor) };
  }

  async #receipt(id: string, actor: Person): Promise<RecordReceipt> {
    const row = await readRecord({ ...actor, seesBelow: false }, id, this.parts.pool);
    if (row === undefined) throw new Error(`A request to correct a record was put down and is not there: ${id}`);
    const file = fileOfRow(row, this.parts.sealer);
    const { organ, receivedOn, dueOn, provisional } = recordStanding(row, file, this.#looking(file, row));
    return { number: row.number, queryCode: queryCodeText(file.code), organ, receivedOn, dueOn, provisional };
  }

  /**
   * Takes a step.
   * @param idempotency the sender's key: with it the same step is taken once, and answered alike
   * @throws Refusal `role-missing`, `not-found`, `record-settled`, `record-changed`, `record-own-draft`, `invalid-request`, `idempotency-key-reused`
   */
  async step(person: Person, id: string, wanted: RecordStep, idempotency?: Idempotency): Promise<RecordCorrection> {
    const { pool, sealer, clock } = this.parts;
    needRole(person, ROLE_OF[wanted.step]);
    if (wanted.step === 'sign') await this.parts.notices.ready();
    const keyed = readActed(idempotency);
    const departure = { organId: person.organId, reads: [...keyed, lockRecord(id, person.organId), lastEntry(asUuid(id))] };
    const acted = await pool.flights(departure, async (rows, transaction): Promise<Acted> => {
      const before = actedBefore(rows, idempotency, sealer);
      if (before !== null) return before;
      const [[row] = [], [last] = []] = rows.slice(keyed.length) as [RecordRow[]?, ChainEnd[]?];
      if (row === undefined) throw new Refusal('not-found');
      const file = fileOfRow(row, sealer);
      this.#check(row, file, { person, wanted });
      const read = async (statement: Statement): Promise<Drawn[]> => transaction.read<Drawn>(statement);
      const signed = wanted.step === 'sign' ? await this.#sign(row, file, { person, read }) : {};
      const deed = this.#deed(person, { ...this.#done(row, file, wanted), ...signed });
      const after = { ...file, deeds: [...file.deeds, deed] };
      const taken: Acted = { id: row.id, version: row.version + 1 };
      const kept = keepActed(taken, idempotency, { at: clock.now(), sealer });
      await transaction.commit(changeRecord(row.id, after, sealer), chained(row.id, after, last), ...kept);
      return taken;
    });
    return this.#one(person, acted);
  }

  /** What was done: what is recorded of a remedy, or what else the step says. @throws Refusal as {@link remedyFact} */
  #done(row: RecordRow, file: RecordFile, wanted: RecordStep): Omit<RecordDeed, 'at' | 'by' | 'name'> {
    const { version: _version, step: did, ...said } = wanted;
    const looking = this.#looking(file, row);
    if (!isRemedy(wanted)) return { ...said, did, on: ('on' in said ? said.on : undefined) ?? looking.today };
    const now = recordNow(file);
    const { on: due } = recordDue(file.asked.receivedOn, looking.law, now.order);
    const fact = remedyFact(wanted, { file, now }, { ...looking, due });
    const appearing = wanted.step === 'updateRemedy' ? wanted.appearing : undefined;
    return { did, on: fact.on, fact, text: wanted.note, ...(appearing === undefined ? {} : { appearing }) };
  }

  /** The answer as it would go out, to be looked at. @throws Refusal `role-missing`, `not-found`, `record-settled` where nothing was decided */
  async draft(person: Person, id: string): Promise<Readonly<Record<'pdf' | 'docx', FileView>>> {
    needRole(person, ...RECORD_READERS);
    const row = await readRecord(person, id, this.parts.pool);
    if (row === undefined) throw new Refusal('not-found');
    return this.parts.notices.draw(this.#matter(row, fileOfRow(row, this.parts.sealer), null), person);
  }

  /** With all that can be shown to a court: the proof, and each answer that was signed. @throws Refusal `role-missing`, `not-found` */
  async folder(person: Person, id: string): Promise<RecordFolder> {
    const { pool, sealer } = this.parts;
    const item = await this.one(person, id);
    const row = await readRecord(person, id, pool);
    if (row === undefined) throw new Refusal('not-found');
    return folderOf({ item, row, file: fileOfRow(row, sealer) }, pool);
  }

  #check(row: RecordRow, file: RecordFile, { person, wanted }: { readonly person: Person; readonly wanted: RecordStep }): void {
    const now = recordNow(file);
    if (row.version !== wanted.version) throw new Refusal('record-changed');
    if (!isOpenNow(wanted.step, now)) throw new Refusal('record-settled');
    if (wanted.step === 'sign' && isOwnDraft(person, now)) throw new Refusal('record-own-draft');
    if (isRemedy(wanted)) return;
    const problems = problemsOf(wanted, { earliest: earliestOf(wanted.step, file, now), today: this.parts.clock.today() });
    if (problems.length > 0) throw new Refusal('invalid-request', problems);
  }

  /** Its number, drawn while the row is locked, and its papers. */
  async #sign(
    row: RecordRow,
    file: RecordFile,
    { person, read }: { readonly person: Person; readonly read: (statement: Statement) => Promise<Drawn[]> },
  ): Promise<Pick<RecordDeed, 'number' | 'papers'>> {
    const today = this.parts.clock.today();
    const [drawn] = await read(drawForOrgan(row.organId, 'record_answer', today));
    if (drawn === undefined) throw new Error('No number was drawn.');
    const number = numberText('record_answer', drawn, today);
    const { pdf, docx } = await this.parts.notices.draw(this.#matter(row, file, number), person);
    await read(filesHeld(person, [pdf.id, docx.id]));
    return { number, papers: { pdf: named(pdf), docx: named(docx) } };
  }

  #matter(row: RecordRow, file: RecordFile, number: string | null): RecordMatter {
    const { decision } = recordNow(file);
    if (decision === null) throw new Refusal('record-settled');
    const { law, today: on } = this.#looking(file, row);
    const { organId, code: organCode, number: caseNumber } = row;
    return { organId, organCode, caseNumber, asked: file.asked, decision, number, on, law };
  }

  #looking({ asked: { receivedOn } }: RecordFile, { organId }: RecordRow) {
    const { laws, clock } = this.parts;
    return { law: laws.lawOf(laws.statute, receivedOn, organId), today: clock.today() };
  }

  /** @param version as they stood then: each has one deed more than the one before */
  async #views(rows: readonly RecordRow[], person: Person, version?: number): Promise<RecordCorrection[]> {
    const { pool, sealer } = this.parts;
    const opened = rows.map((row) => {
      const file = fileOfRow(row, sealer);
      if (version === undefined) return { row, file };
      return { row: { ...row, version }, file: { ...file, deeds: file.deeds.slice(0, version) } };
    });
    const values = [opened.map(({ row }) => row.id), opened.map(({ file }) => file.deeds[0]?.by ?? '')];
    const { rows: named } = await pool.query<FileView & { readonly record: string }>({ text: FILES, values });
    return opened.map(({ row, file }) => {
      const files = named.flatMap(({ record, ...one }) => (record === row.id ? [one] : []));
      return recordView(row, file, { ...this.#looking(file, row), person, files });
    });
  }

  #deed({ id: by, name }: Person, deed: Omit<RecordDeed, 'at' | 'by' | 'name'>): RecordDeed {
    return { ...deed, at: this.parts.clock.now().toISOString(), by, name };
  }
}

const named = ({ id, name }: FileView) => ({ id, name });

/** Files of the organ, which stay from now on. */
const filesHeld = ({ organId }: Pick<Person, 'organId'>, ids: readonly string[]): Statement => ({
  text: holdFiles('$2'),
  values: [[...ids], organId],
});
