import { randomUUID } from 'node:crypto';
import type { Person } from '@gongkai/casework';
import { Refusal, type AnnualReport, type PersonRef } from '@gongkai/contracts';
import { canonicalJson, json, sha256, type Clock, type CommandPool } from '@gongkai/platform';
import type { ReportNumbers } from '@gongkai/statutes';
import type { Ref } from '../counting/counted.js';
import type { Behind } from '../counting/tally.js';
import { scopesOf, type Scope } from '../reads/scope.js';
import type { FrozenMembers } from './changes.js';

/** A case as a frozen report knows it, for when it is gone. */
export type KnownCase = { readonly number: string; readonly organ: string };

/** What was said of a report when it was frozen. */
type Content = {
  readonly numbers: ReportNumbers;
  readonly checks: AnnualReport['checks'];
  readonly members: AnnualReport['members'];
  /** Reports of before texts were written have none. */
  readonly texts?: AnnualReport['texts'];
};
type Kept = { readonly cells: Readonly<Record<string, readonly Ref[]>>; readonly cases: Readonly<Record<string, KnownCase>> };

/** A report as it was frozen. */
export type Frozen = Content & {
  readonly id: string;
  readonly at: Date;
  readonly by: PersonRef;
  readonly hash: string;
  /** Whether its hash is still that of what is stored. */
  readonly intact: boolean;
  readonly behind: Behind;
  readonly cases: Kept['cases'];
};

/** What is frozen. */
export type Freezing = Content & { readonly behind: Behind; readonly cases: Kept['cases'] };

/** Which report: whose, and of which year. */
type Which = { readonly scope: Scope; readonly year: number; readonly format: string };

type Row = {
  readonly id: string;
  readonly scope: Scope['scope'];
  readonly frozen_at: Date;
  readonly person_id: string;
  readonly person_name: string;
  readonly format: string;
  readonly content: Content;
  readonly behind: Kept;
  readonly hash: string;
};

const FIND = `
  SELECT annual_report.id, scope, frozen_at, person.id AS person_id, person.name AS person_name, format, content, behind, hash
    FROM annual_report JOIN person ON person.id = annual_report.frozen_by
   WHERE annual_report.organ_id = $1 AND year = $2 AND scope = ANY ($3::text[])
   ORDER BY frozen_at LIMIT 1`;

const KEEP = `
  INSERT INTO annual_report (id, organ_id, year, scope, format, frozen_at, frozen_by, content, behind, hash)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (organ_id, year, scope) DO NOTHING`;

const OF_MEMBERS = `
  SELECT organ.code, annual_report.content -> 'numbers' AS numbers, annual_report.behind -> 'cells' AS cells
    FROM annual_report JOIN organ ON organ.id = annual_report.organ_id
   WHERE annual_report.organ_id = ANY ($1::uuid[]) AND year = $2 AND scope = 'own'`;

type MemberRow = { readonly code: string; readonly numbers: ReportNumbers; readonly cells: Kept['cells'] };

/** Frozen reports: put down once, and read for ever. */
export class FrozenReports {
  constructor(private readonly parts: { readonly pool: CommandPool; readonly clock: Clock }) {}

  /** The frozen report of a year, if there is one. */
  async find({ scope, year }: Pick<Which, 'scope' | 'year'>): Promise<Frozen | null> {
    const { rows } = await this.parts.pool.query<Row>({ text: FIND, values: [scope.organId, year, [...scopesOf(scope)]] });
    const [row] = rows;
    if (row === undefined) return null;
    const { id, frozen_at: at, person_id, person_name, format, content, behind, hash } = row;
    return {
      ...content,
      id,
      at,
      by: { id: person_id, name: person_name },
      hash,
      intact: hashOf({ organ: scope.organ.code, scope: row.scope, year, format }, content, behind) === hash,
      behind: new Map(Object.entries(behind.cells)),
      cases: behind.cases,
    };
  }

  /** What the members of a roll-up have frozen of their own, by the code of the organ. */
  async ofMembers({ scope: { members }, year }: Pick<Which, 'scope' | 'year'>): Promise<FrozenMembers> {
    if (members.length === 1) return new Map();
    const values = [members.map(({ id }) => id), year];
    const { rows } = await this.parts.pool.query<MemberRow>({ text: OF_MEMBERS, values });
    return new Map(rows.map(({ code, numbers, cells }) => [code, { numbers, behind: new Map(Object.entries(cells)) }]));
  }

  /** Puts a report down for good. @throws Refusal `report-frozen` where it was frozen before */
  async keep(actor: Person, which: Which, { behind, cases, ...content }: Freezing): Promise<void> {
    const { pool, clock } = this.parts;
    const { scope, year, format } = which;
    const kept: Kept = { cells: Object.fromEntries(behind), cases };
    const [kind] = scopesOf(scope);
    const values = [
      ...[randomUUID(), scope.organId, year, kind, format, clock.now(), actor.id],
      ...[json(content), json(kept), hashOf({ organ: scope.organ.code, scope: kind, year, format }, content, kept)],
    ];
    const { rowCount } = await pool.query({ text: KEEP, values });
    if (rowCount !== 1) throw new Refusal('report-frozen');
  }
}

type Hashed = { readonly organ: string; readonly scope: Scope['scope']; readonly year: number; readonly format: string };

const hashOf = (which: Hashed, { numbers, checks, members, texts }: Content, { cells, cases }: Kept): string =>
  sha256(canonicalJson({ ...which, numbers, checks, members, texts, cells, cases }));
