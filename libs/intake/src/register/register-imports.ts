import { randomUUID } from 'node:crypto';
import { needRole, type DeskParts, type Person, type StoredFiles } from '@gongkai/casework';
import {
  Refusal,
  type Language,
  type PersonRef,
  type RegisterImport,
  type RegisterPreview,
  type RegisterRequest,
} from '@gongkai/contracts';
import { fileTooLarge } from '@gongkai/platform';
import { importBegun, type Office } from './imports.js';
import { IS_RUNNING, nextRows } from './job-statements.js';
import { glanceAt, lookAt, previewOf, type RegisterTable } from './look.js';
import { mappingKept } from './mapping.js';
import { OldRegister } from './old-register.js';

type Parts = DeskParts & { readonly files: Pick<StoredFiles, 'open'> };

/** Bytes of a table: it is read in one piece. */
const LARGEST = 10 * 1024 * 1024;

/** Of two who begin at the same time, one comes first. */
const LOCK = { name: 'lock-organ', text: 'SELECT id FROM organ WHERE id = $1 FOR NO KEY UPDATE' };
const RUNNING = `SELECT id FROM register_import WHERE organ_id = $1 AND ${IS_RUNNING}`;

const IMPORTS = `
  SELECT register_import.id, file_name, begun_at, ended_at, undone_at, total, ${IS_RUNNING} AS is_running,
         (SELECT count(*)::int FROM imported_case WHERE import_id = register_import.id AND last_hash IS NOT NULL) AS done,
         begun_by AS begun_by_id, beginner.name AS begun_by_name, undone_by AS undone_by_id, undoer.name AS undone_by_name
    FROM register_import
    LEFT JOIN person AS beginner ON beginner.id = begun_by
    LEFT JOIN person AS undoer ON undoer.id = undone_by
   WHERE register_import.organ_id = $1 AND ($2::text IS NULL OR register_import.id::text = $2)
   ORDER BY begun_at DESC LIMIT 200`;

type Row = Pick<RegisterImport, 'id' | 'total' | 'done'> & {
  readonly file_name: string;
  readonly begun_at: Date;
  readonly ended_at: Date | null;
  readonly undone_at: Date | null;
  readonly is_running: boolean;
  readonly begun_by_id: string | null;
  readonly begun_by_name: string | null;
  readonly undone_by_id: string | null;
  readonly undone_by_name: string | null;
};

/** The old register of an organ, imported by its administrator: looked at first, then written by a worker, taken back if need be. */
export class RegisterImports {
  constructor(private readonly parts: Parts) {}

  /** What would be imported, and what is wrong by row and column. @throws Refusal `role-missing`, or of the table */
  async look(actor: Person, request: RegisterRequest, language: Language): Promise<RegisterPreview> {
    const table = await this.#tableOf(actor, request, language);
    return (await glanceAt(table, this.parts)) ?? previewOf(await lookAt(table, this.parts));
  }

  /** Begins an import, and keeps the mapping. @throws Refusal `role-missing`, `import-running`, or of the table */
  async start(actor: Person, request: RegisterRequest, language: Language): Promise<RegisterImport> {
    const table = await this.#tableOf(actor, request, language);
    const looked = await lookAt(table, this.parts);
    const { fresh } = previewOf(looked);
    const { pool, clock } = this.parts;
    const by = { at: clock.now(), by: actor.id };
    const id = randomUUID();
    const file = { organId: actor.organId, fileName: table.name, fileHash: request.fileId };
    const columns = { ...request.mapping, ...looked.mapping };
    const begun = importBegun({ id, ...file, ...by, total: fresh, reading: { columns, language } });
    const reads = [{ ...LOCK, values: [actor.organId] }];
    await pool.flights({ organId: actor.organId, reads }, async (_rows, transaction) => {
      const running = await transaction.read({ name: 'import-running', text: RUNNING, values: [actor.organId] });
      if (running.length > 0) throw new Refusal('import-running');
      await transaction.commit(begun, mappingKept(actor.organId, columns, by), nextRows(id));
    });
    return this.find(actor, id);
  }

  /** The imports of the own organ, the newest first. @throws Refusal `role-missing` */
  async list(actor: Person): Promise<RegisterImport[]> {
    return this.#read(actor, null);
  }

  /** One of them, with how far it is. @throws Refusal `role-missing`, `not-found` */
  async find(actor: Person, id: string): Promise<RegisterImport> {
    const [found] = await this.#read(actor, id);
    if (found === undefined) throw new Refusal('not-found');
    return found;
  }

  /** Takes it back. @throws Refusal `role-missing`, `not-found`, `import-running`, `cases-worked-at` */
  async undo(actor: Person, id: string): Promise<RegisterImport> {
    const { state } = await this.find(actor, id);
    if (state === 'running') throw new Refusal('import-running');
    await new OldRegister(this.parts).undo(id, { office: officeOf(actor), actorId: actor.id });
    return this.find(actor, id);
  }

  async #read(actor: Person, id: string | null): Promise<RegisterImport[]> {
    needRole(actor, 'admin');
    const { rows } = await this.parts.pool.query<Row>({ name: 'imports', text: IMPORTS, values: [actor.organId, id] });
    return rows.map(viewOf);
  }

  async #tableOf(actor: Person, { fileId, mapping }: RegisterRequest, language: Language): Promise<RegisterTable> {
    needRole(actor, 'admin');
    const { view, content } = await this.parts.files.open(fileId, actor).catch((error: unknown) => {
      if (!(error instanceof Refusal) || error.code !== 'not-found') throw error;
      throw new Refusal('invalid-request', [{ path: 'fileId', code: 'unknown-file' }]);
    });
    if (view.size > LARGEST) throw fileTooLarge(LARGEST);
    const chunks: Uint8Array[] = [];
    for await (const chunk of content) chunks.push(chunk as Uint8Array);
    return { bytes: Buffer.concat(chunks), name: view.name, office: officeOf(actor), mapping, actorId: actor.id, language };
  }
}

const officeOf = ({ organId, organCode }: Person): Office => ({ id: organId, code: organCode });

const refOf = (id: string | null, name: string | null): PersonRef | null => (id === null ? null : { id, name: name ?? '' });

const viewOf = (row: Row): RegisterImport => ({
  id: row.id,
  fileName: row.file_name,
  begunAt: row.begun_at.toISOString(),
  begunBy: refOf(row.begun_by_id, row.begun_by_name),
  total: row.total,
  done: row.done,
  state: stateOf(row),
  endedAt: row.ended_at?.toISOString() ?? null,
  undoneAt: row.undone_at?.toISOString() ?? null,
  undoneBy: refOf(row.undone_by_id, row.undone_by_name),
});

function stateOf({ ended_at, undone_at, is_running }: Row): RegisterImport['state'] {
  if (undone_at !== null) return 'undone';
  if (ended_at !== null) return 'ended';
  return is_running ? 'running' : 'stopped';
}
