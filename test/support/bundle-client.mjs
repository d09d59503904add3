/**
 * `node bundle-client.mjs FOLDER PORT DAY`: starts an unpacked bundle as its README says, logs a request as the clerk of the demonstration,
 * reads it back, ends it, and prints what came of it. A program of its own, to run where there is no network beside loopback.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

const [folder, port, today] = process.argv.slice(2);
const server = spawn(path.join(folder, 'start.sh'), {
  env: { ...process.env, PORT: port, TODAY: today },
  stdio: ['ignore', 'pipe', 'pipe'],
});
let said = '';
for (const stream of [server.stdout, server.stderr]) stream.on('data', (chunk) => (said += chunk));
const ended = once(server, 'exit');

async function started() {
  while (!said.includes('is running at')) {
    if (server.exitCode !== null) throw new Error(`It has ended: ${said}`);
    await Promise.race([once(server.stdout, 'data'), ended]);
  }
}

async function ask(method, place, { body, headers = {} } = {}) {
  const answer = await fetch(`http://localhost:${port}${place}`, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    body: body && JSON.stringify(body),
  });
  return { status: answer.status, cookie: answer.headers.get('set-cookie')?.split(';')[0], text: await answer.text() };
}

const application = {
  receipt: { channel: 'in_person', submittedOn: today },
  applicant: { kind: 'natural_person', category: 'natural_person', name: '李明远' },
  items: [{ description: '2025年违法建设拆除台账' }],
  wantedForm: 'paper',
  delivery: 'post',
};

async function logOne() {
  const session = await ask('POST', '/api/v1/session', { body: { username: 'clerk.bureau', password: 'gongkai-demo' } });
  const headers = { cookie: session.cookie, 'x-csrf-token': JSON.parse(session.text).csrfToken };
  const opened = await ask('POST', '/api/v1/cases', { body: application, headers });
  const receipt = await ask('GET', `/api/v1/cases/${JSON.parse(opened.text).id}/receipt`, { headers });
  const screens = await Promise.all(['/', '/portal/'].map(async (place) => (await ask('GET', place)).text.includes('<script')));
  return { opened: opened.status, number: JSON.parse(opened.text).number, receipt: receipt.status, screens };
}

try {
  await started();
  const found = await logOne();
  server.kill('SIGINT');
  const [code] = await ended;
  console.log(JSON.stringify({ ...found, code }));
} catch (error) {
  server.kill('SIGKILL');
  throw new Error(said, { cause: error });
}
