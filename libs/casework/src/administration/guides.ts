import type { LocalDate } from '@gongkai/calendar';
import { guideProblems, Refusal, type FieldProblem, type Guide, type GuideVersions, type NewGuide } from '@gongkai/contracts';
import { json } from '@gongkai/platform';
import type { Person } from '../person.js';
import { makeChange, needAdmin, record, type AdministrationParts, type Change } from './change.js';
import { organInScope } from './organs.js';

type VersionRow = {
  readonly version: number;
  readonly valid_from: LocalDate;
  readonly content: Guide;
  readonly changed_at: Date;
  readonly changed_by: string | null;
  readonly name: string | null;
};

const VERSIONS = `
  SELECT version, valid_from, content, changed_at, changed_by, person.name
    FROM guide LEFT JOIN person ON person.id = guide.changed_by
   WHERE guide.organ_id = $1 ORDER BY valid_from DESC, version DESC`;

const ADD = `
  INSERT INTO guide (organ_id, version, valid_from, content, changed_at, changed_by)
  SELECT $1::uuid, coalesce(max(version), 0) + 1, $2::date, $3::jsonb, $4, $5::uuid FROM guide WHERE organ_id = $1`;

/** The guides of the organs a person administers: every version stays. */
export class GuideAdministration {
  constructor(private readonly parts: AdministrationParts) {}

  /** @throws Refusal `role-missing`, `not-found` */
  async versions(actor: Person, code: string): Promise<GuideVersions> {
    needAdmin(actor);
    const { source, clock } = this.parts;
    const { id } = await organInScope({ manager: source.manager }, actor, code);
    const rows = await source.query<VersionRow[]>(VERSIONS, [id]);
    return { inForce: on(rows, clock.today())?.version ?? null, items: rows.map(viewOf) };
  }

  /** Announces a new version. @throws Refusal `role-missing`, `not-found`, or `invalid-request` with the fields */
  async publish(actor: Person, code: string, { from, ...guide }: NewGuide): Promise<GuideVersions> {
    needAdmin(actor);
    await makeChange(this.parts, actor, async (change) => {
      const organ = await organInScope(change, actor, code);
      const validFrom = from ?? change.today;
      const before = on(await change.manager.query<VersionRow[]>(VERSIONS, [organ.id]), validFrom);
      const problems = [...guideProblems(guide), ...dayProblems(change, validFrom, { before: before?.content, guide })];
      if (problems.length > 0) throw new Refusal('invalid-request', problems);
      await change.manager.query(ADD, [organ.id, validFrom, json(guide), change.now, actor.id]);
      const values = before === undefined ? {} : { before: { ...before.content, from: before.valid_from } };
      const subject = { id: organ.id, name: organ.name_zh };
      await record(change, {
        action: 'guide-published',
        path: organ.path,
        subject,
        ...values,
        after: { ...guide, from: validFrom },
      });
    });
    return this.versions(actor, code);
  }
}

const on = (rows: readonly VersionRow[], day: LocalDate): VersionRow | undefined =>
  rows.find(({ valid_from: from }) => from <= day);

type Turn = { readonly before: Guide | undefined; readonly guide: Guide };

/** A success message confirms receipt as long as nothing else was announced beforehand (GC26). */
function dayProblems({ today }: Change, from: LocalDate, { before, guide }: Turn): FieldProblem[] {
  if (from < today) return [{ path: 'from', code: 'past-date' }];
  const turnsManual = guide.webReceipt === 'manual' && before?.webReceipt !== 'manual';
  return turnsManual && from === today ? [{ path: 'from', code: 'announce-first' }] : [];
}

const viewOf = ({ version, valid_from, content, changed_at, changed_by, name }: VersionRow): GuideVersions['items'][number] => ({
  version,
  from: valid_from,
  guide: content,
  changedAt: changed_at.toISOString(),
  changedBy: changed_by === null ? null : { id: changed_by, name: name ?? '' },
});
