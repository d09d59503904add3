/**
 * Durable steps a second beside what one would otherwise take; run with `npm run bench -- peers`, or after `npm run build` and
 * `npm install` in `test/load/peers`:
 *
 *     node test/load/peers.mjs [--seconds 5] [--rounds 3] [--clients 1,8,32] [--only pg-boss]
 *
 * The work of each: a case, six steps, a period and three reminders that go with the reply; each in its own usual way, all on one
 * PostgreSQL. The desk does more than that work: permissions, the law, the ledger, a chained journal, an outbox, eight commands.
 */
import { parseArgs } from 'node:util';
import pg from 'pg';
import { furnish, inProcess } from './bench/by-desk.mjs';
import { takeTurns, tableOf } from './bench/driver.mjs';
import { floorNode, layFloor } from './bench/floor.mjs';
import { onBenchServer } from './bench/server.mjs';
import { countTrips } from './bench/trips.mjs';
import { bpmnEngine } from './peers/bpmn-engine.mjs';
import { bullmqEntityXstate } from './peers/bullmq-entity-xstate.mjs';
import { dbos } from './peers/dbos.mjs';
import { graphileWorker } from './peers/graphile-worker.mjs';
import { pg as theirPg } from './peers/in-one-commit.mjs';
import { pgBoss } from './peers/pg-boss.mjs';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '5' },
    rounds: { type: 'string', default: '3' },
    clients: { type: 'string', default: '1,8,32' },
    only: { type: 'string', default: '' },
  },
});

for (const { Client } of new Set([pg, theirPg])) countTrips(Client);
await onBenchServer(async ({ url, folder, admin, counts }) => {
  const people = await furnish(url);
  await layFloor(url);
  await admin.query('CHECKPOINT');
  const floor = floorNode(url);
  const peers = [pgBoss(url), graphileWorker(url), dbos(url), bullmqEntityXstate(url, folder), bpmnEngine(url)];
  const rungs = [floor, inProcess(url, people), ...peers.filter(({ name }) => name.includes(values.only))];
  for (const clients of values.clients.split(',').map(Number)) {
    console.log(`${clients} client${clients === 1 ? '' : 's'}, a step:`);
    const how = { clients, seconds: Number(values.seconds), rounds: Number(values.rounds), counts };
    console.table(tableOf(await takeTurns(rungs, how), floor.name));
  }
});
process.exit();
