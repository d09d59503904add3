import { localDate, yearOf, type LocalDate } from '@gongkai/calendar';
import { organInSight, Parameters, type LawShelf, type Person } from '@gongkai/casework';
import type { CatalogueYear as Year, CatalogueYearQuery, DisclosureKind } from '@gongkai/contracts';
import { officeDay, type Clock, type CommandPool, type Statement } from '@gongkai/platform';
import { otherDeadlines } from '@gongkai/statutes';
import { asKeeper, checkKeeper } from './catalogue.js';
import type { Kinds } from './kinds.js';
import { NothingToPublish } from './nothing.js';
import { lastDayOf } from './owed-entries.js';
import { statedOf, type StatedRow } from './stated.js';

type Parts = { readonly pool: CommandPool; readonly clock: Clock; readonly kinds: Kinds; readonly laws: LawShelf };
type Counts = Pick<Year['kinds'][number], 'made' | 'published' | 'withdrawn' | 'standing' | 'lastOn'>;
type Span = { readonly kind: string; readonly made_on: LocalDate; readonly published_on: LocalDate; readonly entries: number };
type LateSpan = Span & { readonly due: LocalDate };
type LateRow = Pick<Year['lateEntries'][number], 'id' | 'kind' | 'indexNumber' | 'title' | 'madeOn' | 'publishedOn'> & {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
};

/** Nothing is late that was published within so many days, whatever holidays lie between. */
const NEVER_LATE = 20;
/** The first year of which there is a calendar. */
const FIRST_DAY = localDate('2019-01-01');
/** Late entries that are told one by one. */
const MOST_LATE = 500;
const NONE: Counts = { made: 0, published: 0, withdrawn: 0, standing: 0, lastOn: null };

/** The catalogue of a year: what must be public (REG 19–21) and is not, what came too late (REG 26), what it gives to the annual report. */
export class CatalogueYears {
  /** What is said of its gaps. */
  readonly nothing: NothingToPublish;

  constructor(private readonly parts: Parts) {
    this.nothing = new NothingToPublish({ ...parts, yearOf: (actor, query) => this.of(actor, query) });
  }

  /** @param scope the organ alone, or with everything below it @throws Refusal `role-missing` */
  async of(person: Person, { year: asked, organ }: CatalogueYearQuery, scope: 'own' | 'below' = 'below'): Promise<Year> {
    checkKeeper(person);
    const actor = asKeeper(person);
    const { pool, clock, kinds } = this.parts;
    const today = clock.today();
    const year = asked ?? yearOf(today);
    const yearly = kinds.yearly();
    const [counted, spans, stated] = await Promise.all([
      pool.query<Counts & { readonly kind: string }>(countsOf(actor, { year, organ, scope, today })),
      pool.query<Span>(spansOf(actor, { year, organ, scope, today })),
      pool.query<StatedRow>(statedOf(actor, { year, organ, yearly: [...yearly] })),
    ]);
    const counts = new Map(counted.rows.map(({ kind, ...ofKind }) => [kind, ofKind]));
    const lateSpans = this.#late(spans.rows);
    const nothing = new Map(stated.rows.map((row) => [row.kind, nothingOf(row)]));
    return {
      year,
      kinds: kinds.all().map((kind: DisclosureKind) => {
        const ofKind = counts.get(kind.code) ?? NONE;
        const isYearly = yearly.has(kind.code);
        const gap = gapOf(ofKind, isYearly);
        const said = gap === null ? null : (nothing.get(kind.code) ?? null);
        const dueOn = isYearly && gap !== null && said === null ? lastDayOf(year) : null;
        return { kind, ...ofKind, gap, dueOn, nothing: said, late: lateOf(lateSpans, kind.code) };
      }),
      lateEntries: await this.#lateEntries(actor, { organ, scope }, lateSpans),
      cells: kinds.cells(year).map(({ id, kind, counts: what }) => ({ id, value: (counts.get(kind) ?? NONE)[what] })),
    };
  }

  /** What was published after its period, with the day until which it was to be. */
  #late(spans: readonly Span[]): readonly LateSpan[] {
    const dues = new Map<LocalDate, LocalDate | null>();
    return spans.flatMap((span) => {
      const due = dues.get(span.made_on) ?? this.#dueOf(span.made_on);
      dues.set(span.made_on, due);
      return due !== null && span.published_on > due ? [{ ...span, due }] : [];
    });
  }

  async #lateEntries(actor: Person, whose: Whose, late: readonly LateSpan[]): Promise<Year['lateEntries']> {
    if (late.length === 0) return [];
    const dues = new Map(late.map(({ made_on: made, due }) => [made, due]));
    const { rows } = await this.parts.pool.query<LateRow>(lateEntriesOf(actor, whose, late));
    return rows.flatMap(({ code, zh, en, ...row }) => {
      const dueOn = dues.get(row.madeOn);
      return dueOn === undefined ? [] : [{ ...row, organ: { code, name: { 'zh-CN': zh, en } }, dueOn }];
    });
  }

  /** Until when something is to be public that was made on a day (REG 26). */
  #dueOf(on: LocalDate): LocalDate | null {
    const { laws } = this.parts;
    const { statute, calendar, grounds } = laws.lawOf(laws.statute, on);
    const [deadline] = otherDeadlines([{ type: 'information_created', on }], statute, calendar, grounds);
    return deadline?.due ?? deadline?.provisionalDue ?? null;
  }
}

function gapOf({ published, lastOn }: Counts, isYearly: boolean): Year['kinds'][number]['gap'] {
  if (lastOn === null) return 'never';
  return isYearly && published === 0 ? 'this-year' : null;
}

const lateOf = (late: readonly LateSpan[], code: string): number =>
  late.reduce((sum, { kind, entries }) => sum + (kind === code ? entries : 0), 0);

const nothingOf = ({ reason, stated_at: at, by }: StatedRow): Year['kinds'][number]['nothing'] => ({
  reason,
  on: officeDay(at),
  by,
});

type Whose = { readonly organ: string | undefined; readonly scope: 'own' | 'below' };
type Asked = Whose & { readonly year: number; readonly today: LocalDate };

/** Whose entries are counted: the first parameters say whose sight it is. */
function wanted({ organId, seesBelow }: Person, { organ, scope }: Whose, parameters: Parameters): string {
  parameters.add(organId);
  parameters.add(seesBelow);
  const sight = organInSight(1, 2);
  if (organ === undefined) return sight;
  return scope === 'own'
    ? `${sight} AND organ.code = ${parameters.add(organ)}`
    : `${sight} AND organ.path @> ARRAY[(SELECT top.id FROM organ AS top WHERE top.code = ${parameters.add(organ)})]`;
}

function countsOf(actor: Person, { year, today, ...asked }: Asked): Statement {
  const parameters = new Parameters();
  const whose = wanted(actor, asked, parameters);
  const [now, from, to] = [today, `${String(year)}-01-01`, `${String(year)}-12-31`].map((day) => parameters.add(day));
  const within = (day: string): string => `${day} BETWEEN ${from ?? ''}::date AND ${to ?? ''}::date`;
  const gone = `(disclosure.withdrawn_at AT TIME ZONE 'Asia/Shanghai')::date`;
  const text = `
    SELECT disclosure.kind,
           count(*) FILTER (WHERE ${within('coalesce(disclosure.made_on, disclosure.published_on)')})::int AS made,
           count(*) FILTER (WHERE ${within('disclosure.published_on')})::int AS published,
           count(*) FILTER (WHERE ${within(gone)})::int AS withdrawn,
           count(*) FILTER (WHERE disclosure.published_on <= ${to ?? ''}::date AND coalesce(${gone} > ${to ?? ''}::date, true))::int AS standing,
           max(disclosure.published_on) FILTER (WHERE disclosure.withdrawn_at IS NULL) AS "lastOn"
      FROM disclosure JOIN organ ON organ.id = disclosure.organ_id
     WHERE ${whose} AND disclosure.published_on <= ${now ?? ''}::date
     GROUP BY disclosure.kind`;
  return { text, values: parameters.values };
}

/** What was published in the year, by the days on which it was made and published: no more rows than there are such pairs. */
function spansOf(actor: Person, { year, today, ...asked }: Asked): Statement {
  const parameters = new Parameters();
  const whose = wanted(actor, asked, parameters);
  const [now, from, to, first] = [today, `${String(year)}-01-01`, `${String(year)}-12-31`, FIRST_DAY].map((day) =>
    parameters.add(day),
  );
  const text = `
    SELECT disclosure.kind, disclosure.made_on, disclosure.published_on, count(*)::int AS entries
      FROM disclosure JOIN organ ON organ.id = disclosure.organ_id
     WHERE ${whose} AND disclosure.published_on BETWEEN ${from ?? ''}::date AND least(${to ?? ''}::date, ${now ?? ''}::date)
       AND disclosure.made_on >= ${first ?? ''}::date AND disclosure.published_on - disclosure.made_on > ${String(NEVER_LATE)}
     GROUP BY disclosure.kind, disclosure.made_on, disclosure.published_on`;
  return { text, values: parameters.values };
}

/** The entries behind pairs of days of making and publishing. */
function lateEntriesOf(actor: Person, whose: Whose, late: readonly LateSpan[]): Statement {
  const parameters = new Parameters();
  const sight = wanted(actor, whose, parameters);
  const days = [late.map((span) => span.made_on), late.map((span) => span.published_on)].map((of) => parameters.add(of));
  const text = `
    SELECT disclosure.id, disclosure.kind, index_number AS "indexNumber", title, made_on AS "madeOn", published_on AS "publishedOn",
           organ.code, organ.name_zh AS zh, organ.name_en AS en
      FROM disclosure JOIN organ ON organ.id = disclosure.organ_id
     WHERE ${sight} AND (made_on, published_on) IN (SELECT * FROM unnest(${days.map((day) => `${day}::date[]`).join(', ')}))
     ORDER BY published_on DESC, index_number LIMIT ${String(MOST_LATE)}`;
  return { text, values: parameters.values };
}
