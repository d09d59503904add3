/**
 * How long lists take that people open all day, and searches, among many cases; run after `npm run build`:
 *
 *     node test/load/search.mjs [cases]
 *
 * One process, an embedded PostgreSQL; the office is that of `an-office.mjs`. Of each list its first page, as the console asks for it.
 */
import {
  Arrivals,
  CaseQueries,
  Directory,
  EarlierRequests,
  lawShelf,
  Notifications,
} from '../../dist/libs/casework/src/index.js';
import { CaseCountFilters, CaseFilters, NotificationQuery, PageQuery, parseInput } from '../../dist/libs/contracts/src/index.js';
import { createDataSource, ManualClock, readFeeTariffs, Sealer } from '../../dist/libs/platform/src/index.js';
import { anOffice, nameOf, numberOf, onServer, TODAY } from './an-office.mjs';
import { measure, now } from './measure.mjs';

const CASES = Number(process.argv[2] ?? 200_000);
const SECRET = 'a secret of the bench, long enough to be one';

async function staff(url, clock) {
  const source = await createDataSource(url, { poolSize: 1 }).initialize();
  const directory = new Directory(source, clock);
  const roles = ['clerk', 'caseworker', 'reviewer', 'approver', 'archivist', 'supervisor'];
  const people = await Promise.all(roles.map((role) => directory.byUsername(`${role}.bureau`)));
  await source.destroy();
  return Object.fromEntries(roles.map((role, i) => [role, people[i]]));
}

/** Each is measured one after the other. */
async function table(works) {
  const rows = {};
  for (const [name, work] of Object.entries(works)) rows[name] = await measure(work);
  console.table(rows);
}

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

async function figures({ people, queries, arrivals, notifications, earlier }) {
  const list = (role, filters) => async () =>
    (await queries.list(people[role], parseInput(CaseFilters, { limit: 50, ...filters }))).items.length;
  const countable = (filters) => Object.fromEntries(Object.entries(filters).filter(([name]) => name in CaseCountFilters.shape));
  const count = (role, filters) => async () =>
    (await queries.count(people[role], parseInput(CaseCountFilters, countable(filters)))).total;
  const each = (from, work) => Object.fromEntries(Object.entries(from).map(([name, given]) => [name, work(given)]));
  const applicant = { kind: 'natural_person', name: nameOf(12_345) };
  const alike = (description) => async () => (await earlier.find(people.clerk, { description })).others.length;
  await table(each(SEARCHES, (filters) => list('supervisor', filters)));
  await table({
    'earlier requests of an applicant': async () => (await earlier.find(people.clerk, { applicant })).own.items.length,
    'requests for the same': alike('城关镇垃圾中转站环境影响评价报告'),
    'the same, of common pairs only': alike('城关镇预算'),
    'the same, a sentence': alike('申请公开2015年城关镇垃圾中转站的评估报告及批复，编号不详'),
  });
  await table(each(LISTS, ([role, filters]) => list(role, filters)));
  await table({
    'the overview': async () => (await queries.dashboard(people.supervisor)).total,
    'unconfirmed arrivals': async () => (await arrivals.unconfirmed(people.clerk, parseInput(PageQuery, {}))).items.length,
    'the bell': async () => (await notifications.list(people.caseworker, parseInput(NotificationQuery, {}))).items.length,
  });
  console.log('How many there are');
  await table(each(SEARCHES, (filters) => count('supervisor', filters)));
  await table(each(LISTS, ([role, filters]) => count(role, filters)));
}

await onServer(async ({ url, pool }) => {
  const settings = { configDir: 'config', secretKeys: [SECRET] };
  const sealer = new Sealer(settings.secretKeys);
  const begun = now();
  await anOffice(url, { cases: CASES, pool, sealer, settings });
  console.error(`${CASES} cases in ${Math.round((now() - begun) / 1000)} s`);
  const clock = new ManualClock(TODAY);
  const parts = { pool, clock, laws: lawShelf('config'), sealer, tariffs: readFeeTariffs('config') };
  await figures({
    people: await staff(url, clock),
    queries: new CaseQueries(parts),
    arrivals: new Arrivals(parts),
    notifications: new Notifications(parts),
    earlier: new EarlierRequests(parts),
  });
});
