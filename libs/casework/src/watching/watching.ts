import type { PersonRef, Watchers } from '@gongkai/contracts';
import type { Statement } from '@gongkai/platform';
import type { DeskParts } from '../desk/case-desk.js';
import { readCase, readSurroundings, storedCase } from '../desk/stored-case.js';
import type { Person } from '../person.js';
import { readSeeing } from '../queries/seeing.js';

type WatchRow = PersonRef & { readonly since: Date };

const WATCHERS = `
  SELECT person.id, person.name, case_watch.since FROM case_watch JOIN person ON person.id = case_watch.person_id
   WHERE case_watch.case_id = $1 ORDER BY case_watch.since, person.id`;

/** People who want to hear of a case without a step in it. Nobody watches for somebody else; who loses sight of it is told of nothing. */
export class Watching {
  constructor(private readonly parts: Pick<DeskParts, 'pool' | 'clock'>) {}

  /** Who watches it and may see it today. @throws Refusal `case-not-found` */
  async watchers(person: Person, caseId: string): Promise<Watchers> {
    const id = await this.#find(person, caseId);
    const rows = await this.#query<WatchRow>({ name: 'watchers', text: WATCHERS, values: [id] });
    const ids = rows.map((row) => row.id);
    const seeing = new Set((await this.#query<PersonRef>(readSeeing(id, this.parts.clock.today(), ids))).map((one) => one.id));
    const items = rows.filter((row) => seeing.has(row.id));
    return {
      items: items.map(({ since, ...one }) => ({ person: one, since: since.toISOString() })),
      mine: ids.includes(person.id),
    };
  }

  /** From now on; who watches already goes on. @throws Refusal `case-not-found` */
  async watch(person: Person, caseId: string): Promise<Watchers> {
    const id = await this.#find(person, caseId);
    const text = 'INSERT INTO case_watch (case_id, person_id, since) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING';
    await this.#query({ text, values: [id, person.id, this.parts.clock.now()] });
    return this.watchers(person, caseId);
  }

  /** No more; what was told of it and not read is settled. @throws Refusal `case-not-found` */
  async unwatch(person: Person, caseId: string): Promise<Watchers> {
    const id = await this.#find(person, caseId);
    await this.#query({
      text: `
        WITH ended AS (DELETE FROM case_watch WHERE case_id = $1 AND person_id = $2)
        UPDATE notification SET acknowledged_at = $3
         WHERE case_id = $1 AND person_id = $2 AND kind = 'news' AND subject = 'watched' AND acknowledged_at IS NULL`,
      values: [id, person.id, this.parts.clock.now()],
    });
    return this.watchers(person, caseId);
  }

  async #find(person: Person, caseId: string): Promise<string> {
    const { pool } = this.parts;
    const [rows, around] = await Promise.all([pool.query(readCase(caseId, 'none')), pool.query(readSurroundings(caseId))]);
    return storedCase(rows.rows, around.rows, person).row.id;
  }

  async #query<Row extends object>(statement: Statement): Promise<readonly Row[]> {
    return (await this.parts.pool.query<Row>(statement)).rows;
  }
}
