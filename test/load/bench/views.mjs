/** What people open all day, as the console asks for it: each answers with the number it shows biggest. */
import { Arrivals, CaseQueries, EarlierRequests, Notifications, PaceQueries } from '../../../dist/libs/casework/src/index.js';
import {
  CaseCountFilters,
  CaseFilters,
  DashboardFilters,
  DueDaysFilters,
  ForecastFilters,
  NotificationQuery,
  OrderFilters,
  PageQuery,
  parseInput,
  TrendFilters,
} from '../../../dist/libs/contracts/src/index.js';
import { AnnualReports } from '../../../dist/libs/reporting/src/index.js';
import { nameOf, numberOf, TODAY } from '../an-office.mjs';

const SEARCHES = {
  'a pair in one of thirteen: 预算': { q: '预算' },
  'a pair in one of eight: 城关': { q: '城关' },
  'a pair in all: 申请': { q: '申请' },
  'a pair in none: 航空': { q: '航空' },
  'common pairs only: 柳荫街道': { q: '柳荫街道' },
  'common pairs only, in all: 申请公开': { q: '申请公开' },
  'six signs, in one of a hundred: 河东区预算': { q: '河东区预算' },
  'one sign, in one of eight: 柳': { q: '柳' },
  'one sign, in none: 鼗': { q: '鼗' },
  'a name': { q: nameOf(12_345) },
  'one case by its number': { q: numberOf(4711) },
  'in open cases: 城关': { q: '城关', open: 'true' },
  'the newest first: 城关': { q: '城关', sort: '-openedOn' },
  'received last: 城关': { q: '城关', sort: '-receivedOn' },
  'due last: 城关': { q: '城关', sort: '-finalDue' },
  'due last: 预算': { q: '预算', sort: '-finalDue' },
};

const LISTS = {
  everything: ['supervisor', {}],
  'everything, the newest first': ['supervisor', { sort: '-openedOn' }],
  'everything, received last': ['supervisor', { sort: '-receivedOn' }],
  'my desk': ['caseworker', { assignee: 'me', underWay: 'true' }],
  'the pool': [
    'caseworker',
    {
      assignee: 'none',
      underWay: 'true',
      state: 'received,registered,accepted,awaiting_correction,awaiting_payment,approving,signed,returned,closed,filed',
    },
  ],
  consultations: ['caseworker', { waiting: 'consultation', open: 'true' }],
  'for review': ['reviewer', { waiting: 'review', open: 'true' }],
  'for approval': ['approver', { waiting: 'approval,extension,confirmation' }],
  'approved by me': ['approver', { done: 'approval', sort: '-openedOn' }],
  'to be filed': ['archivist', { state: 'closed', turnRole: 'archivist' }],
  'the archive': ['archivist', { state: 'filed', sort: '-openedOn' }],
  'register of a year': [
    'clerk',
    { organ: 'bureau', openedFrom: '2019-01-01', openedTo: '2019-12-31', sort: 'openedOn', limit: 200 },
  ],
  'latest receipts': ['clerk', { organ: 'bureau', sort: '-openedOn', limit: 20 }],
  arrived: ['clerk', { organ: 'bureau', state: 'received,registered', sort: '-receivedOn' }],
  overdue: ['supervisor', { light: 'overdue', open: 'true' }],
  'open, yellow or red': ['supervisor', { light: 'yellow,red' }],
  'open, of a channel': ['supervisor', { channel: 'web', open: 'true' }],
};

/** Whose views these are, by the role: each view belongs to one of them. */
export const VIEWERS = ['clerk', 'caseworker', 'reviewer', 'approver', 'archivist', 'supervisor'];

/**
 * Every view, by its name: who looks at it, and how it is asked for.
 * @param parts what queries work with @param people by their role @param aCase the id of one case
 */
export function viewsOf(parts, { people, aCase }) {
  const cases = new CaseQueries(parts);
  return {
    ...pagesOf(cases, { people, aCase }),
    ...overviewsOf(parts, cases, people),
    ...listsOf(cases, people),
    ...othersOf(parts, people),
    ...countsOf(cases, people),
  };
}

const seenBy = (viewer) => (views) => Object.fromEntries(Object.entries(views).map(([name, ask]) => [name, { viewer, ask }]));

const pagesOf = (cases, { people: { caseworker }, aCase }) =>
  seenBy(caseworker)({
    'the page of a case': async () => (await cases.view(caseworker, aCase)).version,
    'its deadlines': async () => (await cases.ledger(caseworker, aCase)).derivation.length,
    'its journal': async () => (await cases.journal(caseworker, aCase, parseInput(PageQuery, {}))).items.length,
    'its people': async () => (await cases.people(caseworker, aCase)).length,
    'cases about the same': async () => (await cases.related(caseworker, aCase)).items.length,
  });

function overviewsOf(parts, cases, { supervisor }) {
  const pace = new PaceQueries(parts);
  const period = (from) => parseInput(TrendFilters, { from, to: TODAY });
  const reports = new AnnualReports({ ...parts, configDir: 'config', quotes: () => Promise.resolve([]) });
  return seenBy(supervisor)({
    'lights, and the next ten working days': async () =>
      (await cases.dashboard(supervisor, parseInput(DashboardFilters, {}))).total,
    'the same of one unit': async () =>
      (await cases.dashboard(supervisor, parseInput(DashboardFilters, { unit: 'bureau' }))).total,
    'what falls due in a month': async () =>
      (await cases.dueDays(supervisor, parseInput(DueDaysFilters, { month: TODAY.slice(0, 7) }))).days.length,
    forecast: async () => (await pace.forecast(supervisor, parseInput(ForecastFilters, {}))).open,
    'trends of twelve weeks': async () => (await pace.trends(supervisor, period('2019-07-22'))).weeks.length,
    'trends of a year': async () => (await pace.trends(supervisor, period('2018-10-16'))).weeks.length,
    'supervision orders': async () => (await cases.orders(supervisor, parseInput(OrderFilters, {}))).items.length,
    'annual report of a year': async () => (await reports.of(supervisor, 2019, {})).numbers['b.new_received.total'],
  });
}

function listsOf(cases, people) {
  const list = (viewer, filters) => ({
    viewer,
    ask: async () => (await cases.list(viewer, parseInput(CaseFilters, { limit: 50, ...filters }))).items.length,
  });
  return {
    ...named(SEARCHES, 'search', (filters) => list(people.supervisor, filters)),
    ...named(LISTS, 'list', ([role, filters]) => list(people[role], filters)),
  };
}

function countsOf(cases, people) {
  const countable = (filters) => Object.fromEntries(Object.entries(filters).filter(([name]) => name in CaseCountFilters.shape));
  const count = (viewer, filters) => ({
    viewer,
    ask: async () => (await cases.count(viewer, parseInput(CaseCountFilters, countable(filters)))).total,
  });
  return {
    ...named(SEARCHES, 'how many', (filters) => count(people.supervisor, filters)),
    ...named(LISTS, 'how many', ([role, filters]) => count(people[role], filters)),
  };
}

function othersOf(parts, { clerk, caseworker }) {
  const [arrivals, notifications, earlier] = [new Arrivals(parts), new Notifications(parts), new EarlierRequests(parts)];
  const applicant = { kind: 'natural_person', name: nameOf(12_345) };
  const alike = (description) => async () => (await earlier.find(clerk, { description })).others.length;
  return {
    ...seenBy(clerk)({
      'earlier requests of an applicant': async () => (await earlier.find(clerk, { applicant })).own.items.length,
      'requests for the same': alike('城关镇垃圾中转站环境影响评价报告'),
      'the same, of common pairs only': alike('城关镇预算'),
      'the same, a sentence': alike('申请公开2015年城关镇垃圾中转站的评估报告及批复，编号不详'),
      'unconfirmed arrivals': async () => (await arrivals.unconfirmed(clerk, parseInput(PageQuery, {}))).items.length,
    }),
    ...seenBy(caseworker)({
      'the bell': async () => (await notifications.list(caseworker, parseInput(NotificationQuery, {}))).items.length,
    }),
  };
}

const named = (from, kind, made) =>
  Object.fromEntries(Object.entries(from).map(([name, given]) => [`${kind}: ${name}`, made(given)]));
