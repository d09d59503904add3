import { checkInboxRole, writeDownReading, type Person, type StoredFiles } from '@gongkai/casework';
import { Refusal, type ReadingView, type ReadProposal } from '@gongkai/contracts';
import { PageText, type Clock, type CommandPool, type Sealer } from '@gongkai/platform';
import { findFields, type ReadPage } from './find-fields.js';
import { placeOf } from './read-next-page.js';
import {
  askForReading,
  READABLE,
  readPages,
  readReading,
  toBeRead,
  type PageRow,
  type ReadingRow,
} from './reading-statements.js';

type Parts = {
  readonly pool: CommandPool;
  readonly clock: Clock;
  readonly sealer: Sealer;
  readonly files: Pick<StoredFiles, 'find'>;
  /** What reads; null where this installation reads nothing. */
  readonly reader: string | null;
};

/** Whoever sees a file from above does not log what is in it. */
const OF_ORGAN = 'SELECT FROM stored_file WHERE id = $1 AND organ_id = $2';

const UNKNOWN: ReadingRow = { done: 0, total: null };
const NOTHING: ReadingView = { state: 'none', done: 0, total: 0, beyond: 0, unread: [], proposals: [] };
const Kept = PageText.omit({ total: true });

/** What scans seem to say, proposed to whoever logs them. What is asked for and was not read yet is read next. */
export class Readings {
  constructor(private readonly parts: Parts) {}

  /** @throws Refusal `role-missing`; `not-found` where there is no such file in sight */
  async of(id: string, person: Person): Promise<ReadingView> {
    checkInboxRole(person);
    const { pool, files, reader } = this.parts;
    const { mime } = await files.find(id, person);
    const { rows: own } = await pool.query({ name: 'file-of-organ', text: OF_ORGAN, values: [id, person.organId] });
    if (own.length === 0) throw new Refusal('role-missing', [], { facts: { role: 'clerk' } });
    if (reader === null) return { ...NOTHING, state: 'off' };
    if (!READABLE.includes(mime)) return NOTHING;
    const [row = UNKNOWN] = (await pool.query<ReadingRow>(readReading(id, reader))).rows;
    if (row.done !== toBeRead(row.total)) await pool.query(askForReading(id, reader));
    return this.#viewOf(id, person, row);
  }

  async #viewOf(id: string, person: Person, { done, total: pages }: ReadingRow): Promise<ReadingView> {
    const total = toBeRead(pages);
    const beyond = (pages ?? 0) - (total ?? 0);
    const { rows } = done === 0 ? { rows: [] } : await this.parts.pool.query<PageRow>(readPages(id));
    const proposals = findFields(rows.flatMap((page) => this.#open(id, page)));
    await this.#writeDown(id, person, proposals);
    const unread = rows.filter(({ sealed }) => sealed === null).map(({ number }) => number);
    return { state: total === null ? 'waiting' : done < total ? 'reading' : 'ready', done, total, beyond, unread, proposals };
  }

  #open(id: string, { number, sealed }: PageRow): ReadPage[] {
    return sealed === null ? [] : [{ number, ...Kept.parse(this.parts.sealer.open(sealed, placeOf(id, number))) }];
  }

  /** The number of an identity card is told whole, as it stands on the scan: who has seen it stands in the log, once for each file. */
  async #writeDown(id: string, person: Person, proposals: readonly ReadProposal[]): Promise<void> {
    const { pool, clock } = this.parts;
    if (proposals.some(({ field }) => field === 'idNumber')) await pool.query(writeDownReading(id, person, clock.now()));
  }
}
