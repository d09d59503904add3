import type { LocalDate } from '@gongkai/calendar';
import { LIGHTS, Refusal } from '@gongkai/contracts';
import type {
  AnswersByLink,
  CaseAgents,
  CaseCount,
  CaseCountFilters,
  CaseFilters,
  CaseList,
  CaseView,
  DashboardFilters,
  DashboardView,
  DocumentsView,
  DueDaysFilters,
  DueDaysView,
  JournalPage,
  Language,
  LedgerView,
  Light,
  OrderFilters,
  OrderList,
  PageQuery,
  PersonView,
  RelatedCases,
  ReminderList,
} from '@gongkai/contracts';
import { regionOf, type Statement } from '@gongkai/platform';
import { arrivalDay } from '@gongkai/statutes';
import { answersIn, answersTo, type AnswerRow } from '../consulted/answers.js';
import type { DeskParts } from '../desk/case-desk.js';
import { entryOf, type JournalTableRow } from '../desk/journal-entry.js';
import type { PaperMatter } from '../desk/paper-matter.js';
import { journalFactsOf, readCase, readJournal, readSurroundings, storedCase, type StoredCase } from '../desk/stored-case.js';
import { headOf, reckonStored, viewNow } from '../desk/view-now.js';
import { ordersInSight } from '../orders/orders-in-sight.js';
import type { Person } from '../person.js';
import { NOTIFICATIONS, reminderView, type NotificationRow } from '../reminders/notification-views.js';
import { actingIn } from '../visibility.js';
import { ledgerView } from '../views/case-view.js';
import type { AccessLog } from '../accesses/access-log.js';
import { agentChangesIn, agentsIn, applicantRecords, type AgentRow } from './agents.js';
import { caseRow, countListed, listStatement, MOST_COUNTED, nearStatement, pageOf, type ListedRow } from './case-list.js';
import { daysAhead } from './dashboard-days.js';
import { dashboardStatement, NO_DASHBOARD, type DashboardRow } from './dashboard-sql.js';
import { dashboardOf } from './dashboard.js';
import { documentsView, readFilesOf, type FileOfCase } from './documents.js';
import { dueDaysOf, dueDaysStatement, otherDueStatement, weeksOf } from './due-days.js';
import { mayReadRecords, recordsCounted, recordsOwed, type RecordOwed } from '../records/records-due.js';
import { lightDays, type LightDays } from './list-sql.js';
import { namesakes, sameApplicants, type NamesakeRow } from './mergeable.js';
import { presented } from './present.js';
import { relatedTo, type RelatedRow } from './related.js';
import { readSeeing } from './seeing.js';

/** How many cases a dashboard names of each kind. */
const SHOWN = 50;

/** What people see of cases. Each answer is about today and only of what the person may see. */
export class CaseQueries {
  /** @param parts with `accesses`, where it is written down who reads which case */
  constructor(private readonly parts: DeskParts & { readonly accesses?: Pick<AccessLog, 'note'> }) {}

  /** The case view. @throws Refusal `case-not-found` */
  async view(person: Person, id: string, language: Language = 'zh-CN'): Promise<CaseView> {
    const stored = await this.#find(person, id);
    return viewNow(stored, { actor: actingIn(person, stored.row.organ_id), language }, { ...this.parts, today: this.#today() });
  }

  /** Every deadline with its derivation. @throws Refusal `case-not-found` */
  async ledger(person: Person, id: string): Promise<LedgerView> {
    const stored = await this.#find(person, id);
    return ledgerView(reckonStored(stored, { laws: this.parts.laws, today: this.#today() }, true));
  }

  /** The journal, oldest first, each entry exactly as it was hashed. @throws Refusal `case-not-found` */
  async journal(person: Person, id: string, { limit, cursor }: PageQuery): Promise<JournalPage> {
    const { around } = await this.#find(person, id);
    const rows = await this.#query<JournalTableRow>(journalAfter(id, seqOf(cursor), limit + 1));
    const items = rows.slice(0, limit).map(entryOf);
    return { items, people: { ...around.people }, nextCursor: rows.length > limit ? String(items.at(-1)?.seq ?? 0) : null };
  }

  /** Notices and files. @throws Refusal `case-not-found` */
  async documents(person: Person, id: string): Promise<DocumentsView> {
    const { row } = await this.#find(person, id);
    return documentsView(row.file.notices, await this.#query<FileOfCase>(readFilesOf(id)));
  }

  /** What its papers tell, as the case stands. @throws Refusal `case-not-found` */
  async paperMatter(person: Person, id: string): Promise<PaperMatter> {
    const { laws, sealer } = this.parts;
    const stored = await this.#find(person, id);
    const journal = journalFactsOf(await this.#query(readJournal(id)));
    return {
      organId: stored.row.organ_id,
      head: headOf(stored, sealer),
      reckoned: reckonStored(stored, { laws, today: this.#today() }),
      journal,
    };
  }

  /** Who was told of its deadlines, oldest first, with the proof. @throws Refusal `case-not-found` */
  async reminders(person: Person, id: string): Promise<ReminderList> {
    await this.#find(person, id);
    const rows = await this.#query<NotificationRow>({ name: 'reminders-of-case', text: REMINDERS, values: [id] });
    return { items: rows.map(reminderView), nextCursor: null };
  }

  /** Open cases of the same organ and applicant: into one of them the case can be merged. @throws Refusal `case-not-found` */
  async mergeable(person: Person, id: string): Promise<CaseList> {
    const { laws, sealer } = this.parts;
    const stored = await this.#find(person, id);
    const rows = sameApplicants(await this.#query<NamesakeRow>(namesakes(person, stored)), stored, sealer);
    return pageOf(await presented(rows, this.parts), rows.length, { laws, today: this.#today() });
  }

  /** Cases that belong together with it. @throws Refusal `case-not-found` */
  async related(person: Person, id: string): Promise<RelatedCases> {
    await this.#find(person, id);
    return { items: await this.#query<RelatedRow>(relatedTo(person, id)), nextCursor: null };
  }

  /** What was answered by link to its letters. @throws Refusal `case-not-found` */
  async answersByLink(person: Person, id: string): Promise<AnswersByLink> {
    const { row } = await this.#find(person, id);
    const rows = await this.#query<AnswerRow>(answersTo(row.id, row.organ_id));
    return { items: answersIn(rows, this.parts.sealer), nextCursor: null };
  }

  /** Who acted for the applicant, before and now. @throws Refusal `case-not-found` */
  async agents(person: Person, id: string): Promise<CaseAgents> {
    const { row } = await this.#find(person, id);
    const records = await this.#query<AgentRow>(applicantRecords(row.id));
    const { sealer } = this.parts;
    return {
      items: agentsIn(records, sealer, arrivalDay(row.file.receipt)),
      changes: agentChangesIn(records, sealer),
      nextCursor: null,
    };
  }

  /** Who may see it, its own organ first. @throws Refusal `case-not-found` */
  async people(person: Person, id: string): Promise<readonly PersonView[]> {
    await this.#find(person, id);
    return this.#query<PersonView>(readSeeing(id, this.#today()));
  }

  /** One page of the cases in sight. */
  async list(person: Person, filters: CaseFilters): Promise<CaseList> {
    const rows = await this.#listed(person, filters);
    return pageOf(rows, filters.limit, { laws: this.parts.laws, today: this.#today(), person });
  }

  /** How many cases such a list has, by light. */
  async count(person: Person, filters: CaseCountFilters): Promise<CaseCount> {
    const rows = await this.#query<{ light: Light; total: number }>(countListed(person, filters, this.#lightDays()));
    const byLight = Object.fromEntries(LIGHTS.map((light) => [light, 0])) as Record<Light, number>;
    for (const { light, total } of rows) byLight[light] = total;
    const total = rows.reduce((all, one) => all + one.total, 0);
    return { total, byLight, atLeast: total === MOST_COUNTED };
  }

  /** The open cases in sight, counted, with those overdue and those due next; all of one moment. */
  async dashboard(person: Person, filters: DashboardFilters = {}): Promise<DashboardView> {
    const { laws, clock } = this.parts;
    const today = this.#today();
    const ahead = daysAhead(today, laws.lawOf(laws.statute, today, person.organId).calendar);
    const asked = { person, filters, days: this.#lightDays(), last: ahead.last, drawn: ahead.drawn, shown: SHOWN };
    const [found] = await this.#query<DashboardRow>(dashboardStatement(asked));
    const { counts, due, overdue, answers, unclaimed, staff } = found ?? NO_DASHBOARD;
    const named = async (rows: readonly ListedRow[]) =>
      (await presented(rows, this.parts)).map((row) => caseRow(row, { laws, today }));
    return dashboardOf(counts, {
      ...ahead,
      at: clock.now(),
      today,
      filters,
      due: await named(due),
      overdue: await named(overdue),
      answers,
      unclaimed,
      staff,
      records: await this.#recordsCounted(person, filters, today),
    });
  }

  /** The days of a month with what falls due on each. @throws Refusal `invalid-request` for a month outside the calendar */
  async dueDays(person: Person, filters: DueDaysFilters): Promise<DueDaysView> {
    const { laws } = this.parts;
    const today = this.#today();
    const { calendar, statute } = laws.lawOf(laws.statute, today, person.organId);
    const span = weeksOf(filters.month);
    if (!calendar.covers(span.first) || !calendar.covers(span.last))
      throw new Refusal('invalid-request', [
        { path: 'month', code: 'before-calendar', facts: { from: calendar.from, to: calendar.to } },
      ]);
    const asked = { person, filters, days: this.#lightDays() };
    const [counted, others, records] = await Promise.all([
      this.#query(dueDaysStatement(asked, span)),
      this.#query(otherDueStatement(asked, span)),
      this.#recordsOwed(person, filters),
    ]);
    const years = laws.calendars.calendarYears(regionOf(statute));
    return dueDaysOf({ counted, others, records: records ?? [] }, { ...span, today, filters, calendar, years });
  }

  /** Supervision orders of the cases in sight. @throws Refusal `invalid-request` where the cursor is none */
  orders(person: Person, filters: OrderFilters): Promise<OrderList> {
    return ordersInSight(person, filters, this.parts);
  }

  /** Requests to correct a record that are owed an answer; null where that is not to be told: they are nobody's. */
  async #recordsOwed(person: Person, filters: DashboardFilters): Promise<readonly RecordOwed[] | null> {
    if (filters.person !== undefined || !mayReadRecords(person)) return null;
    const { organ, unit } = filters;
    const query = (statement: Statement) => this.#query(statement);
    return recordsOwed(person, { ...(organ ? { organ } : {}), ...(unit ? { unit } : {}) }, { laws: this.parts.laws, query });
  }

  async #recordsCounted(person: Person, filters: DashboardFilters, today: LocalDate): Promise<DashboardView['records']> {
    const owed = await this.#recordsOwed(person, filters);
    return owed === null ? null : recordsCounted(owed, today, filters);
  }

  async #listed(person: Person, filters: CaseFilters): Promise<readonly ListedRow[]> {
    const days = this.#lightDays();
    const near = filters.q === undefined ? [] : await this.#query<ListedRow>(nearStatement(person, filters, days));
    const isPage = near.length > filters.limit;
    return presented(isPage ? near : await this.#query<ListedRow>(listStatement(person, filters, days)), this.parts);
  }

  #today() {
    return this.parts.clock.today();
  }

  #lightDays(): LightDays {
    return lightDays(this.#today(), this.parts.laws);
  }

  /** A case stored by an older chart is shown as its journal tells it. */
  async #find(person: Person, id: string): Promise<StoredCase> {
    const [rows, around] = await Promise.all([this.#query(readCase(id, 'none')), this.#query(readSurroundings(id))]);
    const stored = storedCase(rows, around, person);
    const { id: caseId, number } = stored.row;
    await this.parts.accesses?.note(person, { id: caseId, number, path: stored.around.organ_path });
    const [row = stored.row] = await presented([stored.row], this.parts);
    return { ...stored, row };
  }

  async #query<Row extends object = object>(statement: Statement): Promise<Row[]> {
    return (await this.parts.pool.query<Row>(statement)).rows;
  }
}

const REMINDERS = `${NOTIFICATIONS}
  WHERE told.case_id = $1 AND told.kind = 'reminder' ORDER BY told.created_at, told.ring_on, told.subject, told.told_as, told.id`;

const SEQ = /^\d{1,9}$/;

/** @throws Refusal where the cursor is none */
function seqOf(cursor = '0'): number {
  if (SEQ.test(cursor)) return Number(cursor);
  throw new Refusal('invalid-request', [{ path: 'cursor', code: 'invalid-value', facts: { expected: 'nextCursor' } }]);
}

const journalAfter = (caseId: string, seq: number, limit: number): Statement => ({
  name: 'journal-page',
  text: `
    SELECT case_id, seq, id, at, on_day, actor_id, type, fact, deadlines, statute_version, calendar_version, previous_hash, hash
      FROM journal WHERE case_id = $1 AND seq > $2 ORDER BY seq LIMIT $3`,
  values: [caseId, seq, limit],
});
