import { Refusal, type AdminAction, type CaseLooks, type Look, type NewLook } from '@gongkai/contracts';
import { entryInLog } from '../administration/change.js';
import { openApplicant } from '../applicants.js';
import type { DeskParts } from '../desk/case-desk.js';
import { readCase, readSurroundings, storedCase, type StoredCase } from '../desk/stored-case.js';
import type { Person } from '../person.js';
import { actingIn } from '../visibility.js';
import { looksOfCase, looksView, mayKnowLooks } from './looks-of-case.js';
import { mayLook } from './may-look.js';

const SEEN: AdminAction = 'id-number-seen';

/** Numbers of identity documents, which are masked everywhere else: told once, for a reason, and written down before they are told. */
export class Looks {
  constructor(private readonly parts: Pick<DeskParts, 'pool' | 'clock' | 'sealer'>) {}

  /** @throws Refusal `case-not-found`, `role-missing`, or `not-found` where the case has no such number */
  async look(person: Person, caseId: string, { reason }: NewLook): Promise<Look> {
    const { sealer } = this.parts;
    const stored = await this.#find(person, caseId);
    if (!mayLook(actingIn(person, stored.row.organ_id))) throw new Refusal('role-missing', [], { facts: { role: 'caseworker' } });
    const { idNumber = null, agentIdNumber = null } = openApplicant(sealer, stored.around);
    if (idNumber === null && agentIdNumber === null) throw new Refusal('not-found');
    await this.#writeDown(person, stored, reason);
    return { idNumber, agentIdNumber };
  }

  /** Who has looked; nobody for who may neither look nor watches over it. @throws Refusal `case-not-found` */
  async seen(person: Person, caseId: string): Promise<CaseLooks> {
    const { row } = await this.#find(person, caseId);
    if (!mayKnowLooks(actingIn(person, row.organ_id))) return { items: [] };
    return looksView((await this.parts.pool.query(looksOfCase(row.id))).rows);
  }

  async #find(person: Person, caseId: string): Promise<StoredCase> {
    const { pool } = this.parts;
    const [rows, around] = await Promise.all([pool.query(readCase(caseId, 'none')), pool.query(readSurroundings(caseId))]);
    return storedCase(rows.rows, around.rows, person);
  }

  /** Whose it was, the number of the case tells: a name in a log that is never changed could not be corrected. */
  async #writeDown({ id }: Person, { row, around }: StoredCase, reason: string): Promise<void> {
    const { pool, clock } = this.parts;
    const mark = { action: SEEN, path: around.organ_path, subject: { id: row.id, name: row.number }, after: { reason } };
    await pool.query(entryInLog(mark, { actorId: id, at: clock.now() }));
  }
}
