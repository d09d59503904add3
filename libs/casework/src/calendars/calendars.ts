import { randomUUID } from 'node:crypto';
import type { LocalDate, OrganCalendars } from '@gongkai/calendar';
import {
  Refusal,
  type CalendarEdition,
  type CalendarImpact,
  type CalendarMoves,
  type CalendarRegion,
  type CalendarReturn,
  type NewCalendar,
} from '@gongkai/contracts';
import { json, type Clock, type CommandPool } from '@gongkai/platform';
import type { DataSource } from 'typeorm';
import { makeChange, record, type Change } from '../administration/change.js';
import type { LawShelf } from '../law-shelf.js';
import type { Person } from '../person.js';
import { daysChanged } from './days-changed.js';
import { TAKE_ALONE } from './edition.js';
import {
  EDITIONS,
  editionView,
  IMPORTER,
  IMPORTS,
  MOVES_OF,
  type EditionRow,
  type Importer,
  type ImportRow,
  type MoveRow,
} from './edition-rows.js';
import { isShifted, movedCases, type Moved } from './moves.js';
import { calendarsWith, firstDayOf, planned, type Closed, type Planned } from './planned.js';

/** Cases are being reckoned by a change. */
const RUNNING = 'SELECT 1 FROM calendar_edition WHERE finished_at IS NULL LIMIT 1';

export type CalendarParts = {
  readonly source: DataSource;
  readonly pool: CommandPool;
  readonly clock: Clock;
  readonly laws: LawShelf;
};

/** A year of a region, and who asks. */
export type CalendarAsked = { readonly actor: Person; readonly region: string; readonly year: number };

/**
 * The calendars that an installation imports over those it was shipped with. They move deadlines, so they are looked at first, and an
 * administrator of the organ at the top answers for them by the number of their document. An organ that closes for a day changes nothing
 * here, for that is no day off in law; a document that makes it one is about that organ and those below it, and moves their cases alone.
 */
export class Calendars {
  constructor(private readonly parts: CalendarParts) {}

  /** The years of a region and what was changed in them. @throws Refusal when there is no such region */
  async region(actor: Person, region: string): Promise<CalendarRegion> {
    const { laws } = this.parts;
    const years = laws.calendars.calendarYears(region);
    const editions = await this.#editions(region, actor);
    const imports = await this.#imports(region);
    return {
      region,
      years: years.map((year) => {
        const last = year.status === 'published' ? year.versions.at(-1) : undefined;
        const { version = null, notice = null, issuedOn = null } = last ?? {};
        const imported = imports.some(
          (one) => one.in_force && one.organs === null && one.year === year.year && one.version === version,
        );
        return { year: year.year, status: year.status, version, notice, issuedOn, imported };
      }),
      editions,
      mayImport: mayImport(actor),
    };
  }

  /** What a year would move, were it imported. @throws Refusal `top-administrator-only`, `invalid-request`, `calendar-running` */
  async look(asked: CalendarAsked, draft: NewCalendar): Promise<CalendarImpact> {
    needTop(asked.actor);
    await this.#needSettled();
    const closed = await this.#closed(draft.organ, asked.actor);
    const { content, calendars } = await this.#planned(asked, draft, closed);
    return this.#impact(asked, { calendars, notice: content.notice, closed });
  }

  /**
   * Imports a year: from the commit on nobody writes a deadline by another. Cases that are open are reckoned anew one after the other.
   * @throws Refusal `top-administrator-only`, `invalid-request`, `calendar-running`
   */
  async approve(asked: CalendarAsked, draft: NewCalendar): Promise<CalendarEdition> {
    const { actor, region, year } = asked;
    needTop(actor);
    const closed = await this.#closed(draft.organ, asked.actor);
    const { content } = await this.#planned(asked, draft, closed);
    if (draft.confirm?.trim() !== draft.notice)
      throw new Refusal('invalid-request', [{ path: 'confirm', code: 'not-the-notice' }]);
    const edition = await makeChange(this.parts, actor, async (change) => {
      await this.#alone(change);
      const imports = await this.#imports(region, change);
      const version =
        1 + Math.max(0, ...imports.filter((one) => one.year === year).map((one) => one.version), ...this.#shipped(asked));
      const id = randomUUID();
      const values = [id, region, year, version, json(content), closed?.id ?? null, closed?.organs ?? null];
      await change.manager.query(ADD_IMPORT, values);
      const first = firstDayOf(year);
      await record(change, {
        action: 'calendar-approved',
        path: actor.organPath,
        subject: { id, name: String(year) },
        after: { ...content, region, version, ...(closed === null ? {} : { organ: closed.code }) },
      });
      return this.#add(change, { importId: id, act: 'approve', reason: null, first });
    });
    return this.#edition(actor, region, edition);
  }

  /** What would move back. @throws Refusal `top-administrator-only`, `calendar-of-another-organ`, `calendar-shipped`, `invalid-request`, `calendar-running` */
  async lookBack(asked: CalendarAsked, { organ }: Pick<CalendarReturn, 'organ'> = {}): Promise<CalendarImpact> {
    needTop(asked.actor);
    await this.#needSettled();
    const closed = await this.#closed(organ, asked.actor);
    const imports = await this.#imports(asked.region);
    const last = lastOf(imports, asked.year, closed);
    await this.#needImporter(asked.actor, last);
    const rest = imports.filter(({ id }) => id !== last.id);
    const calendars = calendarsWith(rest, { laws: this.parts.laws, region: asked.region });
    return this.#impact(asked, {
      calendars,
      notice: last.content.notice,
      closed: closed && { ...closed, organs: last.organs ?? [] },
    });
  }

  /**
   * Takes back what was imported last of a year.
   * @throws Refusal `top-administrator-only`, `calendar-of-another-organ`, `calendar-shipped`, `calendar-running`
   */
  async revert({ actor, region, year }: CalendarAsked, { reason, organ }: CalendarReturn): Promise<CalendarEdition> {
    needTop(actor);
    const closed = await this.#closed(organ, actor);
    const edition = await makeChange(this.parts, actor, async (change) => {
      await this.#alone(change);
      const last = lastOf(await this.#imports(region, change), year, closed);
      await this.#needImporter(actor, last);
      await record(change, {
        action: 'calendar-reverted',
        path: actor.organPath,
        subject: { id: last.id, name: String(year) },
        before: { notice: last.content.notice, region, version: last.version },
        after: { reason },
      });
      return this.#add(change, { importId: last.id, act: 'revert', reason, first: firstDayOf(year) });
    });
    return this.#edition(actor, region, edition);
  }

  /** The cases in sight that a change has moved, as far as it has come. @throws Refusal `top-administrator-only` */
  async moves(actor: Person, edition: number): Promise<CalendarMoves> {
    needTop(actor);
    const { rows } = await this.parts.pool.query<MoveRow>({ text: MOVES_OF, values: [edition, actor.organId] });
    return { items: rows.map(movedView) };
  }

  async #planned({ region, year }: CalendarAsked, draft: NewCalendar, closed: Closed | null): Promise<Planned> {
    const { laws, clock } = this.parts;
    return planned(draft, { laws, today: clock.today(), region, year, imports: await this.#imports(region), closed });
  }

  /** The organ that a document is about, with all below it. @throws Refusal `invalid-request` where the person administers none of that code */
  async #closed(code: string | undefined, { organId }: Person): Promise<Closed | null> {
    if (code === undefined) return null;
    const { rows } = await this.parts.pool.query<Closed>({ text: CLOSED, values: [code, organId] });
    const [found] = rows;
    if (found === undefined) throw new Refusal('invalid-request', [{ path: 'organ', code: 'unknown-organ' }]);
    return found;
  }

  async #impact({ actor, region, year }: CalendarAsked, { calendars, notice, closed }: Looked): Promise<CalendarImpact> {
    const { pool, laws } = this.parts;
    const present = laws.calendars.calendars(region).of(closed?.id);
    const days = daysChanged(present, calendars.of(closed?.id), year);
    const found = { cases: 0, moved: [] as Moved[] };
    for await (const batch of movedCases({ pool, laws, calendars, first: firstDayOf(year), organs: closed?.organs ?? null })) {
      found.cases += batch.looked;
      found.moved.push(...batch.moved);
    }
    const counted = found.moved.filter(({ problem, moves }) => problem === null && moves.length > 0);
    const moved = counted.filter(isShifted).length;
    // The days are those of everybody; whose case it is stays with the organs that it concerns.
    const seen = found.moved.filter(({ organPath }) => organPath.includes(actor.organId));
    const items = seen.filter((one) => counted.includes(one)).sort(byFirstDay);
    return {
      ...{ region, year, notice, organ: closed === null ? null : { code: closed.code, name: closed.name } },
      ...{ days, cases: found.cases },
      ...{ moved, settled: counted.length - moved, items: items.map(movedView), elsewhere: found.moved.length - seen.length },
      failed: seen.flatMap(({ number, problem }) => (problem === null ? [] : [{ number, problem }])),
    };
  }

  #shipped({ region, year }: CalendarAsked): number[] {
    const known = this.parts.laws.calendars.shippedYears(region).find((one) => one.year === year);
    return known?.status === 'published' ? known.versions.map(({ version }) => version) : [];
  }

  /** One change after the other: the next begins when every case is reckoned by the one before. */
  async #alone({ manager }: Change): Promise<void> {
    await manager.query(TAKE_ALONE);
    const running = await manager.query<unknown[]>(RUNNING);
    if (running.length > 0) throw new Refusal('calendar-running');
  }

  /** Nothing can be foretold of cases that are being reckoned: some stand by the calendar of before, some by the next. */
  async #needSettled(): Promise<void> {
    const { rows } = await this.parts.pool.query<object>({ text: RUNNING, values: [] });
    if (rows.length > 0) throw new Refusal('calendar-running');
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

  async #editions(region: string, { organId }: Person): Promise<CalendarEdition[]> {
    const values = [region, organId, this.parts.clock.today()];
    const { rows } = await this.parts.pool.query<EditionRow>({ text: EDITIONS, values });
    return rows.map(editionView);
  }

  /** Who imported it knows why. @throws Refusal `calendar-of-another-organ` */
  async #needImporter({ organId }: Person, { id }: ImportRow): Promise<void> {
    const values = [id, organId, this.parts.clock.today()];
    const { rows } = await this.parts.pool.query<Importer>({ text: IMPORTER, values });
    const [by] = rows;
    if (by !== undefined && !by.may) throw new Refusal('calendar-of-another-organ', [], { facts: { name: by.name } });
  }

  async #edition(actor: Person, region: string, edition: number): Promise<CalendarEdition> {
    const found = (await this.#editions(region, actor)).find((one) => one.edition === edition);
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

/** What an impact is told of. */
type Looked = { readonly calendars: OrganCalendars; readonly notice: string; readonly closed: Closed | null };

const CLOSED = `
  SELECT organ.id, organ.code, jsonb_build_object('zh-CN', organ.name_zh, 'en', organ.name_en) AS name,
         (SELECT array_agg(below.id::text ORDER BY below.id) FROM organ AS below WHERE below.path @> ARRAY[organ.id]) AS organs
    FROM organ WHERE organ.code = $1 AND organ.path @> ARRAY[$2::uuid]`;

const ADD_IMPORT = `
  INSERT INTO calendar_import (id, region, year, version, content, organ_id, organs) VALUES ($1, $2, $3, $4, $5, $6, $7::uuid[])`;
const ADD_EDITION = `
  INSERT INTO calendar_edition (id, import_id, act, by_person, at, reason, first_day)
  SELECT coalesce(max(id), 0) + 1, $1::uuid, $2::text, $3::uuid, $4::timestamptz, $5::text, $6::date FROM calendar_edition
  RETURNING id`;

const mayImport = ({ roles, organPath }: Person): boolean => roles.includes('admin') && organPath.length === 1;

function needTop(actor: Person): void {
  if (!mayImport(actor)) throw new Refusal('top-administrator-only');
}

/** @throws Refusal `calendar-shipped` */
function lastOf(imports: readonly ImportRow[], year: number, closed: Closed | null): ImportRow {
  const organ = closed?.id ?? null;
  const last = imports.filter((one) => one.in_force && one.year === year && one.organ_id === organ).at(-1);
  if (last === undefined) throw new Refusal('calendar-shipped', [], { facts: { year } });
  return last;
}

const byFirstDay = (a: Moved, b: Moved): number => dayOf(a).localeCompare(dayOf(b)) || a.number.localeCompare(b.number);
const dayOf = ({ moves }: Moved): string => moves.map(({ before, after }) => before ?? after ?? '').sort()[0] ?? '';

type Viewed = Pick<Moved, 'id' | 'number' | 'organ' | 'assigneeId' | 'assigneeName' | 'moves'>;
const movedView = ({ id, number, organ, assigneeId, assigneeName, moves }: Viewed): CalendarImpact['items'][number] => ({
  case: { id, number },
  organ,
  assignee: assigneeId === null ? null : { id: assigneeId, name: assigneeName ?? '' },
  moves: [...moves],
});
