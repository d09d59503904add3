import { randomUUID } from 'node:crypto';
import type { IncomingFinding, IncomingSort, IncomingSource } from '@gongkai/contracts';
import { json, officeDay, type Clock, type CommandPool, type KeptFile, type Sealer, type Statement } from '@gongkai/platform';
import { eventStatement } from './moves.js';
import { placeOf, type Letter } from './rows.js';

/** Something that comes in at a door of the organ. */
export type Arriving = {
  readonly organId: string;
  readonly source: IncomingSource;
  /** The same key at the same door is the same thing: the hash of a fax, the Message-ID of a mail. */
  readonly key: string;
  readonly arrivedAt: Date;
  readonly sender?: string | undefined;
  readonly subject?: string | undefined;
  readonly text?: string | undefined;
  readonly pages?: number | undefined;
  /** Files that are kept already, under the names they came with. */
  readonly files?: readonly (KeptFile & { readonly name: string })[];
  readonly sort?: IncomingSort;
  /** Whether anything of it can be read; default true. */
  readonly readable?: boolean;
  readonly findings?: readonly IncomingFinding[];
  /** Who hands it in; nobody where it came by itself. */
  readonly actorId?: string | null;
};

/** What became of it. */
export type Received = { readonly id: string; /** It was there already. */ readonly isKnown: boolean };

type Parts = { readonly pool: CommandPool; readonly clock: Clock; readonly sealer: Sealer };

const FILE = `
  INSERT INTO stored_file (id, organ_id, name, mime, size, uploaded_by, uploaded_at)
  SELECT id, $2, name, mime, size, $3, $4 FROM jsonb_populate_recordset(NULL::stored_file, $1::jsonb)
  ON CONFLICT (id, organ_id) DO NOTHING`;

const ROW = `
  INSERT INTO incoming (id, organ_id, source, key, sort, arrived_at, arrived_on, sealed, pages, readable, findings, file_ids)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
  ON CONFLICT (organ_id, source, key) DO UPDATE SET came_again = incoming.came_again + 1
  RETURNING id`;

/**
 * Takes something in, once: what is there already is only counted. Nothing is judged here; a person does that.
 * @returns where it is
 */
export async function takeIn(arriving: Arriving, { pool, clock, sealer }: Parts): Promise<Received> {
  const at = clock.now();
  const id = randomUUID();
  const files = fileStatement(arriving, at);
  return pool.flights({ organId: arriving.organId, reads: [files] }, async (_rows, transaction) => {
    const [row] = await transaction.read<{ id: string }>(rowStatement(arriving, id, sealer));
    if (row === undefined) throw new Error('A row that is inserted or updated was not returned.');
    const isKnown = row.id !== id;
    const event = { id: row.id, at, actorId: arriving.actorId ?? null, detail: null };
    await transaction.commit(eventStatement({ ...event, act: isKnown ? 'came-again' : 'received' }));
    return { id: row.id, isKnown };
  });
}

const fileStatement = ({ files = [], organId, actorId = null }: Arriving, at: Date): Statement => ({
  name: 'incoming-files-kept',
  text: FILE,
  values: [json(files), organId, actorId, at],
});

function rowStatement(arriving: Arriving, id: string, sealer: Sealer): Statement {
  const { organId, source, key, arrivedAt, pages = null, files = [] } = arriving;
  const { sort = 'ordinary', readable = true, findings = [] } = arriving;
  return {
    name: 'incoming-received',
    text: ROW,
    values: [
      ...[id, organId, source, key, sort, arrivedAt, officeDay(arrivedAt), sealed(arriving, id, sealer)],
      ...[pages, readable, json(findings), [...new Set(files.map((file) => file.id))]],
    ],
  };
}

function sealed({ sender, subject, text }: Arriving, id: string, sealer: Sealer): Buffer {
  const letter: Letter = { sender: sender ?? null, subject: subject ?? null, text: text ?? null };
  return sealer.seal(letter, placeOf(id));
}
