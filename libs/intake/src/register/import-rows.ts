import type { DeskParts } from '@gongkai/casework';
import { RegisterMapping, type JobPayload, type Language } from '@gongkai/contracts';
import type { FileStore, Statement } from '@gongkai/platform';
import { nextRows } from './job-statements.js';
import { OldRegister } from './old-register.js';

type Parts = DeskParts & { readonly store: Pick<FileStore, 'read'> };

type Waiting = {
  readonly file_name: string;
  readonly file_hash: string;
  readonly organ_id: string;
  readonly organ_code: string;
  readonly columns: unknown;
  readonly language: Language;
};

/** Held while rows are written: whoever takes it back waits for that. The rows refer to it, so it is not held for them. */
const WAITING = `
  SELECT file_name, file_hash, organ_id, organ.code AS organ_code, columns, language
    FROM register_import JOIN organ ON organ.id = organ_id
   WHERE register_import.id = $1 AND ended_at IS NULL AND undone_at IS NULL AND columns IS NOT NULL
     FOR NO KEY UPDATE OF register_import`;

const ENDED = 'UPDATE register_import SET ended_at = $2, done = total WHERE id = $1';

/**
 * The next rows of an old register become cases: not all, for a job must not take long. A worker that is lost meanwhile leaves cases that
 * are known by their numbers; another goes on with the rest.
 * @returns what is to be written
 */
export async function importRows(
  { importId }: JobPayload<'import-register'>,
  read: <Row extends object>(statement: Statement) => Promise<Row[]>,
  { store, ...parts }: Parts,
): Promise<readonly Statement[]> {
  const [waiting] = await read<Waiting>({ name: 'import-waiting', text: WAITING, values: [importId] });
  if (waiting === undefined) return [];
  const { file_name: name, file_hash: fileId, organ_id: id, organ_code: code, columns, language } = waiting;
  const table = {
    name,
    bytes: await contentOf(store, fileId),
    office: { id, code },
    mapping: RegisterMapping.parse(columns),
    language,
  };
  const isDone = await new OldRegister(parts).goOn(importId, table);
  return [isDone ? { name: 'import-ended', text: ENDED, values: [importId, parts.clock.now()] } : nextRows(importId)];
}

async function contentOf(store: Parts['store'], fileId: string): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of await store.read(fileId)) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}
