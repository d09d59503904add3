import { randomUUID } from 'node:crypto';
import {
  CalendarGapError,
  localDate,
  problemsOfVersion,
  regionCalendar,
  withImported,
  type CalendarProblem,
  type CalendarVersion,
  type ImportedVersion,
  type LocalDate,
} from '@gongkai/calendar';
import {
  Refusal,
  type CalendarContent,
  type CalendarEdition,
  type CalendarImpact,
  type CalendarMoves,
  type CalendarRegion,
  type CalendarReturn,
  type FieldCode,
  type FieldProblem,
  type NewCalendar,
} from '@gongkai/contracts';
import { json, type Clock, type CommandPool } from '@gongkai/platform';
import type { DataSource } from 'typeorm';
import { makeChange, record, type Change } from '../administration/change.js';
import type { LawShelf } from '../law-shelf.js';
import type { Person } from '../person.js';
import { daysChanged } from './days-changed.js';
import { TAKE_ALONE } from './edition.js';
import { EDITIONS, editionView, IMPORTS, MOVES_OF, type EditionRow, type ImportRow, type MoveRow } from './edition-rows.js';
import { isShifted, movedCases, type Moved } from './moves.js';

export type CalendarParts = {
  readonly source: DataSource;
  readonly pool: CommandPool;
  readonly clock: Clock;
  readonly laws: LawShelf;
};

/** A year of a region, and who asks. */
export type CalendarAsked = { readonly actor: Person; readonly region: string; readonly year: number };

/** What changes: the document, and the versions that are in force with it. */
type Planned = { readonly content: CalendarContent; readonly versions: readonly ImportedVersion[] };

/**
 * The calendars that an installation imports over those it was shipped with. They move the deadlines of every organ, so they are
 * looked at first, and an administrator of the organ at the top answers for them by the number of their document. An organ that
 * closes for a day changes nothing here: that is no day off in law.
 */
export class Calendars {
  constructor(private readonly parts: CalendarParts) {}

  /** The years of a region and what was changed in them. @throws Refusal when there is no such region */
  async region(actor: Person, region: string): Promise<CalendarRegion> {
    const { laws } = this.parts;
    const years = laws.calendars.calendarYears(region);
    const editions = await this.#editions(region);
    const imports = await this.#imports(region);
    return {
      region,
      years: years.map((year) => {
        const last = year.status === 'published' ? year.versions.at(-1) : undefined;
        const { version = null, notice = null, issuedOn = null } = last ?? {};
        const imported = imports.some((one) => one.in_force && one.year === year.year && one.version === version);
        return { year: year.year, status: year.status, version, notice, issuedOn, imported };
      }),
      editions,
      mayImport: mayImport(actor),
    };
  }

  /** What a year would move, were it imported. @throws Refusal `top-administrator-only`, `invalid-request` */
  async look(asked: CalendarAsked, draft: NewCalendar): Promise<CalendarImpact> {
    needTop(asked.actor);
    const { content, versions } = await this.#planned(asked, draft);
    return this.#impact(asked, versions, content);
  }

  /**
   * Imports a year: from the commit on nobody writes a deadline by another. Cases that are open are reckoned anew one after the other.
   * @throws Refusal `top-administrator-only`, `invalid-request`, `calendar-running`
   */
  async approve(asked: CalendarAsked, draft: NewCalendar): Promise<CalendarEdition> {
    const { actor, region, year } = asked;
    needTop(actor);
    const { content } = await this.#planned(asked, draft);
    if (draft.confirm?.trim() !== draft.notice)
      throw new Refusal('invalid-request', [{ path: 'confirm', code: 'not-the-notice' }]);
    const edition = await makeChange(this.parts, actor, async (change) => {
      await this.#alone(change);
      const imports = await this.#imports(region, change);
      const version =
        1 + Math.max(0, ...imports.filter((one) => one.year === year).map((one) => one.version), ...this.#shipped(asked));
      const id = randomUUID();
      await change.manager.query(ADD_IMPORT, [id, region, year, version, json(content)]);
      const first = firstDayOf(year);
      await record(change, {
        action: 'calendar-approved',
        path: actor.organPath,
        subject: { id, name: String(year) },
        after: { ...content, region, version },
      });
      return this.#add(change, { importId: id, act: 'approve', reason: null, first });
    });
    return this.#edition(region, edition);
  }

  /** What would move back. @throws Refusal `top-administrator-only`, `calendar-shipped` */
  async lookBack(asked: CalendarAsked): Promise<CalendarImpact> {
    needTop(asked.actor);
    const imports = await this.#imports(asked.region);
    const last = lastOf(imports, asked.year);
    const rest = imports.filter((one) => one.in_force && one.id !== last.id).map(versionOf);
    return this.#impact(asked, rest, last.content);
  }

  /** Takes back what was imported last of a year. @throws Refusal `top-administrator-only`, `calendar-shipped`, `calendar-running` */
  async revert({ actor, region, year }: CalendarAsked, { reason }: CalendarReturn): Promise<CalendarEdition> {
    needTop(actor);
    const edition = await makeChange(this.parts, actor, async (change) => {
      await this.#alone(change);
      const last = lastOf(await this.#imports(region, change), year);
      await record(change, {
        action: 'calendar-reverted',
        path: actor.organPath,
        subject: { id: last.id, name: String(year) },
        before: { notice: last.content.notice, region, version: last.version },
        after: { reason },
      });
      return this.#add(change, { importId: last.id, act: 'revert', reason, first: firstDayOf(year) });
    });
    return this.#edition(region, edition);
  }

  /** The cases that a change has moved, as far as it has come. @throws Refusal `top-administrator-only` */
  async moves(actor: Person, edition: number): Promise<CalendarMoves> {
    needTop(actor);
    const { rows } = await this.parts.pool.query<MoveRow>({ text: MOVES_OF, values: [edition] });
    return { items: rows.map(movedView) };
  }

  /** @throws Refusal `invalid-request` with every field at fault */
  async #planned({ region, year }: CalendarAsked, draft: NewCalendar): Promise<Planned> {
    const { confirm: _confirm, ...content } = draft;
    const { laws, clock } = this.parts;
    const known = laws.calendars.calendarYears(region).find((one) => one.year === year);
    const before = known?.status === 'published' ? known.versions : [];
    const problems = problemsOfVersion(content, year, before.at(-1)).map(fieldProblem(year, before.at(-1)));
    if (before.some(({ notice }) => notice === content.notice)) problems.push({ path: 'notice', code: 'notice-known' });
    if (content.issuedOn > clock.today()) problems.push({ path: 'issuedOn', code: 'future-date' });
    if (problems.length > 0) throw new Refusal('invalid-request', problems);
    const imports = await this.#imports(region);
    const next: ImportedVersion = { region, year, version: { ...content, version: Number.MAX_SAFE_INTEGER } };
    return { content, versions: [...imports.filter((one) => one.in_force).map(versionOf), next] };
  }

  async #impact({ region, year }: CalendarAsked, versions: readonly ImportedVersion[], { notice }: CalendarContent) {
    const { pool, laws, clock } = this.parts;
    const calendar = this.#reckonedBy(region, versions);
    const { calendar: present } = laws.lawOf(laws.statute, clock.today());
    const found = { cases: 0, moved: [] as Moved[] };
    for await (const batch of movedCases({ pool, laws, calendar, first: firstDayOf(year) })) {
      found.cases += batch.looked;
      found.moved.push(...batch.moved);
    }
    const items = found.moved.filter(({ problem, moves }) => problem === null && moves.length > 0).sort(byFirstDay);
    const moved = items.filter(isShifted).length;
    return {
      ...{ region, year, notice, days: daysChanged(present, calendar, year), cases: found.cases },
      ...{ moved, settled: items.length - moved, items: items.map(movedView) },
      failed: found.moved.flatMap(({ number, problem }) => (problem === null ? [] : [{ number, problem }])),
    };
  }

  /** @throws Refusal `invalid-request` where a year would be missing between two */
  #reckonedBy(region: string, versions: readonly ImportedVersion[]) {
    try {
      return regionCalendar(withImported(this.parts.laws.calendars.shippedYears(region), versions));
    } catch (error) {
      if (!(error instanceof CalendarGapError)) throw error;
      throw new Refusal('invalid-request', [
        { path: 'year', code: 'year-before-missing', facts: { year: (error.year ?? 0) - 1 } },
      ]);
    }
  }

  #shipped({ region, year }: CalendarAsked): number[] {
    const known = this.parts.laws.calendars.shippedYears(region).find((one) => one.year === year);
    return known?.status === 'published' ? known.versions.map(({ version }) => version) : [];
  }

  /** One change after the other: the next begins when every case is reckoned by the one before. */
  async #alone({ manager }: Change): Promise<void> {
    await manager.query(TAKE_ALONE);
    const running = await manager.query<unknown[]>('SELECT 1 FROM calendar_edition WHERE finished_at IS NULL');
    if (running.length > 0) throw new Refusal('calendar-running');
  }

  async #add({ manager, actor, now }: Change, { importId, act, reason, first }: NewEdition): Promise<number> {
    const [row] = await manager.query<{ id: number }[]>(ADD_EDITION, [importId, act, actor?.id ?? null, now, reason, first]);
    if (row === undefined) throw new Error('The edition was not written.');
    return row.id;
  }

  async #imports(region: string, change?: Change): Promise<readonly ImportRow[]> {
    if (change !== undefined) return change.manager.query<ImportRow[]>(IMPORTS, [region]);
    return (await this.parts.pool.query<ImportRow>({ text: IMPORTS, values: [region] })).rows;
  }

  async #editions(region: string): Promise<CalendarEdition[]> {
    const { rows } = await this.parts.pool.query<EditionRow>({ text: EDITIONS, values: [region] });
    return rows.map(editionView);
  }

  async #edition(region: string, edition: number): Promise<CalendarEdition> {
    const found = (await this.#editions(region)).find((one) => one.edition === edition);
    if (found === undefined) throw new Refusal('not-found');
    return found;
  }
}

type NewEdition = {
  readonly importId: string;
  readonly act: CalendarEdition['act'];
  readonly reason: string | null;
  readonly first: LocalDate;
};

const ADD_IMPORT = 'INSERT INTO calendar_import (id, region, year, version, content) VALUES ($1, $2, $3, $4, $5)';
const ADD_EDITION = `
  INSERT INTO calendar_edition (id, import_id, act, by_person, at, reason, first_day)
  SELECT coalesce(max(id), 0) + 1, $1::uuid, $2::text, $3::uuid, $4::timestamptz, $5::text, $6::date FROM calendar_edition
  RETURNING id`;

const firstDayOf = (year: number): LocalDate => localDate(`${String(year)}-01-01`);
const mayImport = ({ roles, organPath }: Person): boolean => roles.includes('admin') && organPath.length === 1;

function needTop(actor: Person): void {
  if (!mayImport(actor)) throw new Refusal('top-administrator-only');
}

const versionOf = ({ region, year, version, content }: ImportRow): ImportedVersion => ({
  region,
  year,
  version: { ...content, version },
});

/** @throws Refusal `calendar-shipped` */
function lastOf(imports: readonly ImportRow[], year: number): ImportRow {
  const last = imports.filter((one) => one.in_force && one.year === year).at(-1);
  if (last === undefined) throw new Refusal('calendar-shipped', [], { facts: { year } });
  return last;
}

const CODES = {
  'outside-year': 'outside-year',
  'not-a-weekend': 'not-a-weekend',
  'off-and-worked': 'off-and-worked',
  'ends-before-start': 'ends-before-start',
  overlaps: 'holidays-overlap',
  'not-after-last': 'notice-not-later',
  'not-numbered': 'invalid-value',
} as const satisfies Record<CalendarProblem['code'], FieldCode>;

const fieldProblem =
  (year: number, before: CalendarVersion | undefined) =>
  ({ path, code, date, name = '' }: CalendarProblem): FieldProblem => ({
    path: path.join('.'),
    code: CODES[code],
    facts: { year, name, date: date ?? before?.issuedOn ?? '' },
  });

const byFirstDay = (a: Moved, b: Moved): number => dayOf(a).localeCompare(dayOf(b)) || a.number.localeCompare(b.number);
const dayOf = ({ moves }: Moved): string => moves.map(({ before, after }) => before ?? after ?? '').sort()[0] ?? '';

type Viewed = Pick<Moved, 'id' | 'number' | 'organ' | 'assigneeId' | 'assigneeName' | 'moves'>;
const movedView = ({ id, number, organ, assigneeId, assigneeName, moves }: Viewed): CalendarImpact['items'][number] => ({
  case: { id, number },
  organ,
  assignee: assigneeId === null ? null : { id: assigneeId, name: assigneeName ?? '' },
  moves: [...moves],
});
