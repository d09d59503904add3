import { Refusal, type AdminLogEntry, type AdminLogQuery } from '@gongkai/contracts';
import type { Person } from '../person.js';
import { asUuid } from '../visibility.js';
import type { AdministrationParts } from './change.js';

const PAGE = `
  SELECT seq, at, actor_id, person.name AS actor_name, action, subject_id, subject_name, before, after,
         (SELECT applicant.name FROM case_file JOIN applicant ON applicant.id = case_file.applicant_id
           WHERE case_file.id = subject_id) AS applicant
    FROM admin_log LEFT JOIN person ON person.id = actor_id
   WHERE organ_path @> ARRAY[$1::uuid] AND ($2::uuid IS NULL OR subject_id = $2) AND ($3::bigint IS NULL OR seq < $3)
   ORDER BY seq DESC LIMIT $4`;

type Row = Pick<AdminLogEntry, 'seq' | 'action' | 'before' | 'after'> & {
  readonly at: Date;
  readonly actor_id: string | null;
  readonly actor_name: string | null;
  readonly subject_id: string;
  readonly subject_name: string;
  /** Of a look at a case: the log keeps no name that may have to be corrected. */
  readonly applicant: string | null;
};

/** What administrators have changed, and who has seen what is masked. It is only added to; the database refuses everything else. */
export class AdminLog {
  constructor(private readonly parts: AdministrationParts) {}

  /**
   * One page, the newest first: the own organ and everything below.
   * @throws Refusal `role-missing` for who neither audits nor administers
   */
  async page(reader: Person, { limit, cursor, subject }: AdminLogQuery) {
    if (!reader.roles.some((role) => role === 'auditor' || role === 'admin'))
      throw new Refusal('role-missing', [], { facts: { role: 'auditor' } });
    const about = subject === undefined ? null : asUuid(subject);
    const rows = await this.parts.source.query<Row[]>(PAGE, [reader.organId, about, seqOf(cursor), limit + 1]);
    const items = rows.slice(0, limit).map(entryOf);
    return { items, nextCursor: rows.length > limit ? String(items.at(-1)?.seq) : null };
  }
}

const entryOf = ({ seq, at, action, before, after, ...row }: Row): AdminLogEntry => ({
  seq,
  at: at.toISOString(),
  actor: row.actor_id === null ? null : { id: row.actor_id, name: row.actor_name ?? '' },
  action,
  subject: { id: row.subject_id, name: row.subject_name },
  before,
  after: row.applicant === null ? after : { applicant: row.applicant, ...after },
});

function seqOf(cursor: string | undefined): string | null {
  if (cursor === undefined) return null;
  if (/^\d{1,15}$/.test(cursor)) return cursor;
  throw new Refusal('invalid-request', [{ path: 'cursor', code: 'invalid-value', facts: { expected: 'nextCursor' } }]);
}
