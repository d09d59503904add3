import { randomUUID } from 'node:crypto';
import { raiseSeries, type DeskParts } from '@gongkai/casework';
import { Refusal, type RegisterPreview } from '@gongkai/contracts';
import { sha256 } from '@gongkai/platform';
import { importBegun, importOn, readTouched, removal, scribesOf, type Office } from './imports.js';
import { lookAt, previewOf, readRegister, type RegisterTable, type Row } from './look.js';
import { mappingKept } from './mapping.js';
import { Scribe } from './perform.js';
import type { RegisterEntry } from './read-entry.js';

/** What an import did. */
export type Imported = { readonly id: string | null; readonly preview: RegisterPreview; readonly imported: number };

/** Rows that a job writes: each takes a dozen commands, and a job half a minute at most. */
const AT_ONCE = 25;

type Progress = (done: number, total: number) => void;
/**
 * The old register of an office. Each row becomes a case that was handled on its own days, with its own number; the same row again is
 * known by that. What was imported can be taken back as long as nobody has worked at it.
 */
export class OldRegister {
  constructor(private readonly parts: DeskParts) {}

  /** What would be imported, and what is wrong by row and column; the law is asked about every step. @throws Refusal of the table */
  async look(table: RegisterTable): Promise<RegisterPreview> {
    return previewOf(await lookAt(table, this.parts));
  }

  /** Imports what is new and right, and keeps the mapping. @throws Refusal of the table; then nothing is imported */
  async take(given: RegisterTable, onProgress: Progress = () => undefined): Promise<Imported> {
    const looked = await lookAt(given, this.parts);
    const { pool, clock } = this.parts;
    const { office, actorId = null, name, bytes } = given;
    await pool.query(mappingKept(office.id, looked.mapping, { at: clock.now(), by: actorId }));
    const fresh = looked.rows.filter(({ view }) => view.state === 'new');
    if (fresh.length === 0) return { id: null, preview: previewOf(looked), imported: 0 };
    const id = randomUUID();
    const about = { organId: office.id, fileName: name, fileHash: sha256(bytes), at: clock.now(), by: actorId };
    await pool.query(importBegun({ id, ...about, total: fresh.length }));
    await this.#write(id, fresh, { given, onProgress });
    return { id, preview: previewOf(looked), imported: fresh.length };
  }

  /**
   * Goes on with an import that a worker does in parts: what is a case already is known by its number.
   * @returns whether all of it is done
   */
  async goOn(id: string, given: RegisterTable): Promise<boolean> {
    const { office, name: fileName } = given;
    const { reads, language, ask } = await readRegister(given, this.parts);
    const about = { importId: id, office, fileName, language, scribes: await scribesOf(this.parts.pool, office) };
    const scribe = new Scribe(this.parts, about);
    let written = 0;
    for (const read of reads) {
      const { script } = await ask(read);
      if (read.entry === null || script === null) continue;
      if (written === AT_ONCE) return false;
      await this.parts.pool.query(raiseSeries(office.id, read.entry));
      await scribe.write(read.entry, script);
      written += 1;
    }
    return true;
  }

  async #write(
    id: string,
    fresh: readonly Row[],
    { given, onProgress }: { readonly given: RegisterTable; readonly onProgress: Progress },
  ): Promise<void> {
    const { pool, clock } = this.parts;
    const { office, name: fileName, language = 'zh-CN' } = given;
    for (const { year, serial } of lastOfYears(fresh)) await pool.query(raiseSeries(office.id, { year, serial }));
    const scribes = await scribesOf(pool, office);
    const scribe = new Scribe(this.parts, { importId: id, office, fileName, language, scribes });
    let done = 0;
    for (const { read, script } of fresh) {
      if (read.entry !== null && script !== null) await scribe.write(read.entry, script);
      done += 1;
      await pool.query(importOn(id, done, done === fresh.length ? clock.now() : null));
      onProgress(done, fresh.length);
    }
  }

  /** Takes an import back. @throws Refusal `not-found`, `cases-worked-at` naming those that somebody has worked at since */
  async undo(
    id: string,
    { office, actorId = null }: { readonly office: Office; readonly actorId?: string | null },
  ): Promise<void> {
    const { pool, clock } = this.parts;
    const lock = {
      text: 'SELECT id FROM register_import WHERE id = $1 AND organ_id = $2 AND undone_at IS NULL FOR UPDATE',
      values: [id, office.id],
    };
    await pool.flights({ organId: office.id, reads: [lock] }, async ([rows], transaction) => {
      if (rows?.length !== 1) throw new Refusal('not-found');
      const cases = await transaction.read<{ id: string; number: string }>(readTouched(id));
      if (cases.length > 0) throw new Refusal('cases-worked-at', [], { cases: cases.slice(0, 20) });
      const [first, ...others] = removal(id, clock.now(), actorId);
      if (first !== undefined) await transaction.commit(first, ...others);
    });
  }
}

/** The last serial of each year. */
function lastOfYears(rows: readonly Row[]): RegisterEntry[] {
  const last = new Map<number, RegisterEntry>();
  for (const { read } of rows)
    if (read.entry !== null && read.entry.serial > (last.get(read.entry.year)?.serial ?? 0))
      last.set(read.entry.year, read.entry);
  return [...last.values()];
}
