import { randomUUID } from 'node:crypto';
import type { IncomingFinding, IncomingSort, IncomingSource } from '@gongkai/contracts';
import {
  json,
  officeDay,
  type Clock,
  type CommandPool,
  type KeptFile,
  type OpenTransaction,
  type Sealer,
  type Statement,
} from '@gongkai/platform';
import { askForPages, DRAWN } from '../pages/copies.js';
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
  /** The same for the same pages, whatever file they are in. */
  readonly pagesPrint?: string | undefined;
  /** Files that are kept already, under the names they came with. */
  readonly files?: readonly (KeptFile & { readonly name: string })[];
  readonly sort?: IncomingSort;
  /** Whether anything of it can be read; default true. */
  readonly readable?: boolean;
  readonly findings?: readonly IncomingFinding[];
  /** Whether it may be told twice by who saw it once: of the same moment it is no second one. */
  readonly mayBeRetold?: boolean;
  /** The case that its sender has sent it to, and as what; a person puts it there. */
  readonly meantFor?: NonNullable<Letter['meantFor']>;
  /** Of what comes again with something else in it: what came before. */
  readonly follows?: string | null;
  /** Who hands it in; nobody where it came by itself. */
  readonly actorId?: string | null;
};

/** What became of it. */
export type Received = { readonly id: string; /** It was there already. */ readonly isKnown: boolean };

type Parts = { readonly pool: CommandPool; readonly clock: Clock; readonly sealer: Sealer };

const FILE = `
  INSERT INTO stored_file (id, organ_id, name, mime, size, uploaded_by, uploaded_at)
  SELECT id, $2, name, mime, size, $3, $4 FROM jsonb_populate_recordset(NULL::stored_file, $1::jsonb)
  ON CONFLICT (id, organ_id) DO UPDATE SET loose_since = NULL WHERE stored_file.loose_since IS NOT NULL`;

const ROW = `
  INSERT INTO incoming (id, organ_id, source, key, sort, arrived_at, arrived_on, sealed, pages, readable, findings, file_ids, pages_print, file_names, follows)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $14, $15, $16)
  ON CONFLICT (organ_id, source, key) DO UPDATE SET came_again = incoming.came_again + 1
   WHERE NOT ($13 AND incoming.arrived_at = EXCLUDED.arrived_at)
  RETURNING id`;

const KNOWN = 'SELECT id FROM incoming WHERE organ_id = $1 AND source = $2 AND key = $3';

/**
 * Takes something in, once: what is there already is only counted. Nothing is judged here; a person does that.
 * @returns where it is
 */
export async function takeIn(arriving: Arriving, { pool, clock, sealer }: Parts): Promise<Received> {
  const at = clock.now();
  const id = randomUUID();
  const scans = (arriving.files ?? []).filter(({ mime }) => mime === DRAWN).map((file) => file.id);
  const reads = [fileStatement(arriving, at), ...(scans.length === 0 ? [] : [askForPages(scans)])];
  return pool.flights({ organId: arriving.organId, reads }, async (_rows, transaction) => {
    const [row] = await transaction.read<{ id: string }>(rowStatement(arriving, id, sealer));
    if (row === undefined) return { id: await retoldId(arriving, transaction), isKnown: true };
    const isKnown = row.id !== id;
    const event = { id: row.id, at, actorId: arriving.actorId ?? null, detail: null };
    await transaction.commit(eventStatement({ ...event, act: isKnown ? 'came-again' : 'received' }));
    return { id: row.id, isKnown };
  });
}

async function retoldId({ organId, source, key }: Arriving, { read }: Pick<OpenTransaction, 'read'>): Promise<string> {
  const [row] = await read<{ id: string }>({ name: 'incoming-retold', text: KNOWN, values: [organId, source, key] });
  if (row === undefined) throw new Error('A row that was inserted, updated or there was not returned.');
  return row.id;
}

const fileStatement = ({ files = [], organId, actorId = null }: Arriving, at: Date): Statement => ({
  name: 'incoming-files-kept',
  text: FILE,
  values: [json(files), organId, actorId, at],
});

function rowStatement(arriving: Arriving, id: string, sealer: Sealer): Statement {
  const { organId, source, key, arrivedAt, files = [], sort = 'ordinary', mayBeRetold = false } = arriving;
  const names = new Map(files.map((file) => [file.id, file.name]));
  const [pages, readable, findings, print, follows] = foundIn(arriving);
  return {
    name: 'incoming-received',
    text: ROW,
    values: [
      ...[id, organId, source, key, sort, arrivedAt, officeDay(arrivedAt), sealed(arriving, id, sealer)],
      ...[pages, readable, findings, [...names.keys()], mayBeRetold, print, [...names.values()], follows],
    ],
  };
}

/** What was found out about it. */
function foundIn(arriving: Arriving) {
  const { pages = null, readable = true, findings = [], pagesPrint = null, follows = null } = arriving;
  return [pages, readable, json(findings), pagesPrint, follows] as const;
}

function sealed({ sender, subject, text, meantFor }: Arriving, id: string, sealer: Sealer): Buffer {
  const said: Letter = { sender: sender ?? null, subject: subject ?? null, text: text ?? null };
  const letter: Letter = meantFor === undefined ? said : { ...said, meantFor };
  return sealer.seal(letter, placeOf(id));
}
