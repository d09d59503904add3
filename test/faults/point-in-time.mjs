/**
 * Tries what docs/operations.md says of going back to a moment, on Debian's PostgreSQL 15 and a server of its own:
 *
 *     node test/faults/point-in-time.mjs [--commands 400] [--clients 4] [--keep]
 *
 * It archives, takes a base backup, lets the desk write, notes a moment, lets it write on, destroys the data folder and goes back to the
 * moment. Every command that was acknowledged before has to be there, none from after, and every chain has to hold. Where the server is
 * missing, root on Debian or Ubuntu installs it. Progress is on stderr, the result is JSON on stdout; exit 1 where something is not as it should be.
 */
import '../../scripts/support/check-node.mjs';
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { bootstrap } from '../../scripts/support/ready.mjs';
import { installedTool } from '../../scripts/support/tools.mjs';
import { at, main, Obstacle, tell } from '../../scripts/support/tree.mjs';

const run = promisify(execFile);
const { values } = parseArgs({
  options: {
    commands: { type: 'string', default: '400' },
    clients: { type: 'string', default: '4' },
    keep: { type: 'boolean', default: false },
  },
});
const COMMANDS = Number(values.commands);
const CLIENTS = Number(values.clients);

const begun = performance.now();
const seconds = () => Number(((performance.now() - begun) / 1000).toFixed(1));
const step = (words) => tell(`${String(seconds()).padStart(6)} s  ${words}`);

/** Clients that open cases and lead them on, each its own, until enough was acknowledged. @returns the ids of what was */
async function work({ desk, people, application }, count) {
  const acknowledged = [];
  const one = async () => {
    while (acknowledged.length < count) {
      let id = randomUUID();
      const { view } = await desk.open({ id, actor: people.clerk, body: application() });
      acknowledged.push(id);
      for (const [role, type] of [
        ['clerk', 'register'],
        ['caseworker', 'accept'],
      ]) {
        id = randomUUID();
        await desk.handle({ id, caseId: view.id, actor: people[role], command: { type } });
        acknowledged.push(id);
      }
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, one));
  return acknowledged;
}

/** As `npm run gongkai` has it. @returns what it says on stdout, also where it has found something */
async function gongkai(words, env) {
  const asked = run(process.execPath, [at('dist/apps/cli/src/main.js'), ...words], {
    env: { ...process.env, ...env },
    cwd: at(),
  });
  const { stdout } = await asked.catch((error) => error);
  return JSON.parse(stdout);
}

/** Writes before and after the moment. @returns what was acknowledged, and the moment between */
async function live(server) {
  const { CaseDesk } = await import('../../dist/libs/casework/src/index.js');
  const { CommandPool } = await import('../../dist/libs/platform/src/index.js');
  const { application, deskParts, furnish } = await import('../load/bench/by-desk.mjs');
  const people = await furnish(server.url);
  const pool = new CommandPool({ url: server.url, max: CLIENTS });
  const office = { desk: new CaseDesk(deskParts(pool)), people, application };
  try {
    step('The base backup is taken while the desk writes.');
    const [early] = await Promise.all([work(office, COMMANDS / 4), server.backUp()]);
    const later = await work(office, COMMANDS / 2);
    const moment = await server.now();
    step(`The moment is ${moment}; the desk writes on.`);
    const after = await work(office, COMMANDS / 4);
    return { before: [...early, ...later], moment, after };
  } finally {
    await pool.close();
  }
}

/** What the restored database has of it. */
async function judge(server, { before, moment, after }) {
  const client = { DATABASE_URL: server.url, DATA_DIR: path.join(server.folder, 'files') };
  const pg = await import('pg');
  const connection = new pg.default.Client({ connectionString: server.url });
  await connection.connect();
  const { rows } = await connection.query('SELECT id FROM journal').finally(() => connection.end());
  const there = new Set(rows.map(({ id }) => id));
  const known = new Set(before);
  const sums = {
    moment,
    acknowledgedBefore: before.length,
    lost: before.filter((id) => !there.has(id)).length,
    acknowledgedAfter: after.length,
    stillThere: after.filter((id) => there.has(id)).length,
    unasked: [...there].filter((id) => !known.has(id)).length,
  };
  const { entries, broken, gaps } = await gongkai(['audit', 'verify'], client);
  const { cases, differences, failed } = await gongkai(['replay', '--verify'], client);
  return { ...sums, entries, broken, gaps, cases, differences, failed };
}

/** @returns whether nothing is missing, nothing too much, and everything holds */
const isAsItWas = ({ lost, stillThere, unasked, entries, acknowledgedBefore, ...rest }) =>
  [lost, stillThere, unasked].every((count) => count === 0) &&
  entries === acknowledgedBefore &&
  [rest.broken, rest.gaps, rest.differences, rest.failed].every((found) => found.length === 0);

async function drill(server) {
  step('A server is made that archives what it writes.');
  await server.begin();
  const lived = await live(server);
  const segments = await server.archived();
  step(`${segments} files lie in the archive; the server is killed and its data folder removed.`);
  await server.destroy();
  const cut = performance.now();
  await server.restoreTo(lived.moment);
  const restoredIn = Number(((performance.now() - cut) / 1000).toFixed(1));
  step(`It is back as of the moment, after ${restoredIn} s; everything is looked through.`);
  return { ...(await judge(server, lived)), restoredInSeconds: restoredIn };
}

await main(async () => {
  if (!(COMMANDS >= 12 && CLIENTS >= 1)) throw new Obstacle('--commands has to be 12 or more, --clients 1 or more.');
  await bootstrap();
  const programs = path.dirname(await installedTool('postgresql-15'));
  const { ArchivingServer } = await import('./archiving-server.mjs');
  const { freePort } = await import('../load/bench/by-desk.mjs');
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gongkai-moment-'));
  const server = new ArchivingServer({ programs, folder, port: await freePort() });
  try {
    const found = await drill(server);
    console.log(JSON.stringify({ holds: isAsItWas(found), ...found, seconds: seconds() }));
    if (!isAsItWas(found)) process.exitCode = 1;
  } finally {
    await server.stop();
    if (values.keep) tell(`Kept: ${folder}`);
    else fs.rmSync(folder, { recursive: true, force: true });
  }
});
