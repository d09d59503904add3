import { asUuid, entryInLog, liesInACase, needRole, organInSight, Parameters, type Mark, type Person } from '@gongkai/casework';
import {
  Refusal,
  type Catalogue as CataloguePage,
  type CatalogueEntry,
  type CatalogueQuery,
  type Restoration,
  type Withdrawal,
} from '@gongkai/contracts';
import { officeDay, type Clock, type CommandPool, type Statement } from '@gongkai/platform';
import { afterSql, COLUMNS, conditionsOf, disclosureOf, FROM, NEWEST_FIRST, nextCursor, type EntryRow } from './entries.js';
import { fileChanged } from './entry-file.js';
import type { Kinds } from './kinds.js';
import { withdrawnRefusal } from './published-information.js';

type Parts = {
  readonly pool: CommandPool;
  readonly clock: Clock;
  readonly kinds: Kinds;
};

/** Who keeps the catalogue of an organ; whoever supervises from above keeps those below as well. @throws Refusal `role-missing` */
export const checkKeeper = (person: Person): void => needRole(person, 'supervisor', 'admin');

/** Whose catalogue somebody keeps: an administrator that of the own organ, also where they see what lies below as an auditor. */
export const asKeeper = <P extends Pick<Person, 'roles'>>(person: P): P & { readonly seesBelow: boolean } => ({
  ...person,
  seesBelow: person.roles.includes('supervisor'),
});

type CatalogueRow = EntryRow & {
  readonly organ_id: string;
  readonly organ_path: readonly string[];
  readonly withdrawn_by: string | null;
  readonly withdrawer: string | null;
  readonly case_id: string | null;
  readonly case_number: string | null;
};

const ENTRIES = `
  SELECT ${COLUMNS}, disclosure.organ_id, organ.path AS organ_path, disclosure.withdrawn_by, withdrawer.name AS withdrawer, disclosure.case_id, case_file.number AS case_number
  ${FROM}
  LEFT JOIN person AS withdrawer ON withdrawer.id = disclosure.withdrawn_by
  LEFT JOIN case_file ON case_file.id = disclosure.case_id`;

const WITHDRAW = 'UPDATE disclosure SET changed_at = $2, withdrawn_at = $2, withdrawn_by = $3, withdrawal = $4 WHERE id = $1';
const RESTORE =
  'UPDATE disclosure SET changed_at = $2, withdrawn_at = NULL, withdrawn_by = NULL, withdrawal = NULL WHERE id = $1';

/** A row where a file lies in a case of the organ: what is given of a case becomes public by a draft that is reviewed (REG 17, 44), and by no other door. */
export const readInACase = (fileId: string, organId: string): Statement => ({
  text: `SELECT 1 WHERE ${liesInACase('$1', '$2::uuid')}`,
  values: [fileId, organId],
});

/** What is done to an entry, and what the log tells of it. */
type Act = { readonly statement: Statement } & Pick<Mark, 'action' | 'before' | 'after'>;
type Doing = (row: CatalogueRow, now: Date) => Act;

const STATUS = { published: 'disclosure.withdrawn_at IS NULL', withdrawn: 'disclosure.withdrawn_at IS NOT NULL' } as const;

/** The catalogue of published information (信息公开目录), for those who keep it. */
export class Catalogue {
  constructor(private readonly parts: Parts) {}

  /** The newest first, what was withdrawn among them. @throws Refusal `role-missing`, `invalid-request` */
  async list(actor: Person, query: CatalogueQuery): Promise<CataloguePage> {
    checkKeeper(actor);
    this.parts.kinds.check(query.kind);
    const parameters = new Parameters();
    const conditions = [
      inSight(actor, parameters),
      ...(query.status === undefined ? [] : [STATUS[query.status]]),
      ...conditionsOf(query, parameters),
      ...afterSql(query.cursor, parameters),
    ].map((one) => `(${one})`);
    const limit = parameters.add(query.limit + 1);
    const text = `${ENTRIES} WHERE ${conditions.join(' AND ')} ${NEWEST_FIRST} LIMIT ${limit}`;
    const { rows } = await this.parts.pool.query<CatalogueRow>({ text, values: parameters.values });
    return {
      items: rows.slice(0, query.limit).map((row) => this.#entryOf(row, actor)),
      nextCursor: nextCursor(rows, query.limit),
    };
  }

  /** One of them. @throws Refusal `role-missing`, `not-found` */
  async find(actor: Person, id: string): Promise<CatalogueEntry> {
    checkKeeper(actor);
    return this.#entryOf(await this.#one(actor, id), actor);
  }

  /**
   * Takes an entry back: from now on it is in no list, and its page tells why.
   * @throws Refusal `role-missing`, `not-found`, `disclosure-withdrawn` where it was before
   */
  withdraw(actor: Person, id: string, { reason }: Withdrawal): Promise<CatalogueEntry> {
    return this.#do(actor, id, (row, now) => {
      if (row.withdrawn_at !== null) throw withdrawnRefusal(row);
      const statement = { text: WITHDRAW, values: [row.id, now, actor.id, reason] };
      return { statement, action: 'disclosure-withdrawn', after: { reason } };
    });
  }

  /**
   * Takes a withdrawal back: the entry is public as it was. Only who has withdrawn it can say that this was a mistake.
   * @throws Refusal `role-missing`, `not-found`, `disclosure-stands`, `withdrawn-by-another`
   */
  restore(actor: Person, id: string, { reason }: Restoration): Promise<CatalogueEntry> {
    return this.#do(actor, id, (row, now) => {
      if (row.withdrawn_at === null) throw new Refusal('disclosure-stands');
      if (row.withdrawn_by !== actor.id) throw new Refusal('withdrawn-by-another', [], { facts: { by: row.withdrawer ?? '' } });
      const statement = { text: RESTORE, values: [row.id, now] };
      return { statement, action: 'disclosure-restored', before: { reason: row.withdrawal }, after: { reason } };
    });
  }

  /**
   * Takes the file of an entry away.
   * @throws Refusal `role-missing`, `not-found`, `disclosure-reviewed`; `invalid-request` where it can be read nowhere else
   */
  dropFile(actor: Person, id: string): Promise<CatalogueEntry> {
    return this.#do(actor, id, (row, now) => {
      checkOwnFile(row);
      if (row.url === null) throw new Refusal('invalid-request', [{ path: 'file', code: 'required' }]);
      return droppedFile(row, now);
    });
  }

  /** Does something to an entry and writes it down: of two at once one comes first, and the other sees what it has done. */
  async #do(actor: Person, id: string, doing: Doing): Promise<CatalogueEntry> {
    checkKeeper(actor);
    const { pool, clock } = this.parts;
    const { text, values } = oneInSight(actor, id);
    const locked = { text: `${text} FOR UPDATE OF disclosure`, values };
    await pool.flights({ organId: actor.organId, reads: [] }, async (_, transaction) => {
      const [row] = await transaction.read<CatalogueRow>(locked);
      if (row === undefined) throw new Refusal('not-found');
      const now = clock.now();
      const { statement, ...told } = doing(row, now);
      const mark = { ...told, path: row.organ_path, subject: { id: row.id, name: `${row.index_number} ${row.title}` } };
      await transaction.commit(statement, entryInLog(mark, { actorId: actor.id, at: now }));
    });
    return this.#entryOf(await this.#one(actor, id), actor);
  }

  async #one(actor: Person, id: string): Promise<CatalogueRow> {
    const [row] = (await this.parts.pool.query<CatalogueRow>(oneInSight(actor, id))).rows;
    if (row === undefined) throw new Refusal('not-found');
    return row;
  }

  #entryOf(row: CatalogueRow, reader: Person): CatalogueEntry {
    const { withdrawn_at: at, withdrawal, withdrawer: by, case_id: caseId, case_number: number } = row;
    const byReader = row.withdrawn_by === reader.id;
    return {
      ...disclosureOf(row, this.parts.kinds),
      withdrawn: at === null ? null : { on: officeDay(at), by, reason: withdrawal ?? '', byReader },
      case: caseId === null || number === null ? null : { id: caseId, number },
    };
  }
}

/** The file of an entry that came out of a case is the one that was reviewed, for good. @throws Refusal `disclosure-reviewed` */
function checkOwnFile({ case_id: caseId }: CatalogueRow): void {
  if (caseId !== null) throw new Refusal('disclosure-reviewed');
}

/** The first two parameters say whose sight it is. */
function inSight(actor: Person, parameters: Parameters): string {
  const { organId, seesBelow } = asKeeper(actor);
  parameters.add(organId);
  parameters.add(seesBelow);
  return organInSight(1, 2);
}

function oneInSight(actor: Person, id: string): Statement {
  const parameters = new Parameters();
  const text = `${ENTRIES} WHERE ${inSight(actor, parameters)} AND disclosure.id = ${parameters.add(asUuid(id))}`;
  return { text, values: parameters.values };
}

const droppedFile = (row: CatalogueRow, now: Date): Act => ({
  statement: fileChanged(row.id, now, null),
  action: 'disclosure-file-changed',
  before: { file: row.file_name },
  after: { file: null },
});
