/** The road of a case from the counter to its reply at the desk itself, eight commands, in process and over HTTP. */
import { fork } from 'node:child_process';
import { randomInt, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import http from 'node:http';
import net from 'node:net';
import path from 'node:path';
import { CaseDesk, Directory, lawShelf, loadOrgans, readDemoOrgans, sightOf } from '../../../dist/libs/casework/src/index.js';
import {
  CommandPool,
  createDataSource,
  ManualClock,
  migrate,
  NOTHING,
  Sealer,
  withSight,
} from '../../../dist/libs/platform/src/index.js';

export const TODAY = '2026-03-02';
const PASSWORD = 'gongkai-demo';
const SECRET = 'the-secret-of-the-bench-is-long-enough';

export const application = () => ({
  receipt: { channel: 'in_person', submittedOn: TODAY },
  applicant: { kind: 'natural_person', category: 'natural_person', name: '李明远' },
  items: [{ description: '2025年违法建设拆除台账' }],
  wantedForm: 'paper',
  delivery: 'post',
});

/** Who takes which step; what it says of the item is known once the case is there. */
const ROAD = [
  ['clerk', () => ({ type: 'register' })],
  ['caseworker', () => ({ type: 'accept' })],
  [
    'caseworker',
    (itemId) => ({
      ...{ type: 'decideItem', itemId, code: 'special_rule', article: '不动产登记暂行条例', reasons: '请到登记机构查询' },
    }),
  ],
  ['caseworker', () => ({ type: 'submitForApproval' })],
  ['approver', () => ({ type: 'approve' })],
  ['approver', () => ({ type: 'signReply' })],
  ['caseworker', () => ({ type: 'dispatch', mode: 'in_person', signedBy: '李明远' })],
];
/** Up to the approval: over HTTP a signature draws a paper, and that is another bench. */
const WITHOUT_PAPER = ROAD.slice(0, -2);
const ROLES = ['clerk', 'caseworker', 'approver'];

/** The tables, and the people of the demonstration. */
export async function furnish(url) {
  await migrate(url);
  const source = await createDataSource(url, { poolSize: 2 }).initialize();
  try {
    await loadOrgans(source, readDemoOrgans('config'), { since: '2019-01-01', password: PASSWORD });
    const directory = new Directory(source, new ManualClock(TODAY));
    return Object.fromEntries(await Promise.all(ROLES.map(async (role) => [role, await directory.byUsername(`${role}.bureau`)])));
  } finally {
    await source.destroy();
  }
}

/** What the desk works with. */
export const deskParts = (pool, clock = new ManualClock(TODAY)) => ({
  pool,
  clock,
  laws: lawShelf('config'),
  sealer: new Sealer([SECRET]),
});

export const inProcess = (url, people) => ({
  name: 'CaseDesk, in process',
  start: async (clients) => {
    const pool = new CommandPool({ url, max: clients, wall: { otherwise: NOTHING } });
    const desk = new CaseDesk(deskParts(pool));
    const course = () => {
      let view;
      const open = async () => {
        const { clerk: actor } = people;
        ({ view } = await withSight(sightOf(actor), () => desk.open({ id: randomUUID(), actor, body: application() })));
      };
      const take = (role, command) => () =>
        withSight(sightOf(people[role]), () =>
          desk.handle({ id: randomUUID(), caseId: view.id, actor: people[role], command: command(view.items[0].id) }),
        );
      return [open, ...ROAD.map(([role, command]) => take(role, command))];
    };
    return { course, stop: () => pool.close() };
  },
});

/** A port below those that the system gives to whoever connects: it is still free when what listened there is started again. */
export async function freePort() {
  const port = randomInt(31_000, 32_768);
  const probe = net.createServer().listen(port);
  const isFree = await once(probe, 'listening').then(
    () => true,
    () => false,
  );
  if (!isFree) return freePort();
  probe.close();
  await once(probe, 'close');
  return port;
}

const PRELOADED = ['--import', path.resolve('test/load/bench/counted-api.mjs')];

async function startApi(url, folder) {
  const port = await freePort();
  const env = { PATH: process.env.PATH, DATABASE_URL: url, DATA_DIR: folder, PORT: port, SECRET_KEY: SECRET, TODAY };
  const api = fork('dist/apps/api/src/main.js', { execArgv: PRELOADED, env, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  process.once('exit', () => api.kill('SIGKILL'));
  await new Promise((resolve, reject) => {
    api.stdout.on('data', (told) => String(told).includes('running at') && resolve());
    api.once('exit', () => reject(new Error('The API has not started.')));
  });
  return { api, port };
}

/** Sends and reads JSON on lines that are kept open. */
function lineTo(port, clients) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: clients });
  const post = (place, body, headers = {}) =>
    new Promise((resolve, reject) => {
      const given = { agent, port, host: 'localhost', method: 'POST', path: `/api/v1${place}` };
      const sent = http.request({ ...given, headers: { 'content-type': 'application/json', ...headers } }, async (answer) => {
        let text = '';
        for await (const part of answer) text += part;
        if (answer.statusCode >= 300) reject(new Error(text));
        else resolve({ view: JSON.parse(text), headers: answer.headers });
      });
      sent.once('error', reject);
      sent.end(JSON.stringify(body));
    });
  return { post, close: () => agent.destroy() };
}

async function logIn({ post }, role) {
  const { view, headers } = await post('/session', { username: `${role}.bureau`, password: PASSWORD });
  return { cookie: headers['set-cookie'][0].split(';')[0], 'x-csrf-token': view.csrfToken };
}

/** As the console does it: session, CSRF token, the version that was seen, and a key that keeps the answer. */
export const overHttp = (url, folder) => ({
  name: 'HTTP, with everything',
  start: async (clients) => {
    const { api, port } = await startApi(url, folder);
    const line = lineTo(port, clients);
    const people = Object.fromEntries(await Promise.all(ROLES.map(async (role) => [role, await logIn(line, role)])));
    const course = () => {
      let view;
      const send = async (role, place, body, more = {}) => {
        ({ view } = await line.post(place, body, { ...people[role], 'idempotency-key': randomUUID(), ...more }));
      };
      const take = (role, command) => () =>
        send(role, `/cases/${view.id}/commands`, command(view.items[0].id), { 'if-match': `"${view.version}"` });
      return [() => send('clerk', '/cases', application()), ...WITHOUT_PAPER.map(([role, command]) => take(role, command))];
    };
    const spent = async () => {
      api.send('spent');
      return (await once(api, 'message'))[0];
    };
    const stop = async () => {
      line.close();
      api.kill();
      await once(api, 'exit');
    };
    return { course, spent, stop };
  },
});
