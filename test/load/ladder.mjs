/**
 * What a command costs on each rung from the database up: the same work as one prepared statement (the floor), through TypeORM, at the
 * desk in process, and over HTTP; run with `npm run bench -- ladder`, or after `npm run build`:
 *
 *     node test/load/ladder.mjs [--seconds 5] [--rounds 3] [--clients 1,8,32]
 *
 * One PostgreSQL that waits for the disk at each commit. Rungs take turns, ratios are of one round. Trips, commits, bytes and syncs are
 * counted and do not depend on how busy the machine is; a second's figures do.
 */
import { parseArgs } from 'node:util';
import pg from 'pg';
import { furnish, inProcess, overHttp } from './bench/by-desk.mjs';
import { byTypeOrm } from './bench/by-typeorm.mjs';
import { takeTurns, tableOf } from './bench/driver.mjs';
import { floorNode, floorPgbench, layFloor } from './bench/floor.mjs';
import { onBenchServer } from './bench/server.mjs';
import { countTrips } from './bench/trips.mjs';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '5' },
    rounds: { type: 'string', default: '3' },
    clients: { type: 'string', default: '1,8,32' },
  },
});

countTrips(pg.Client);
await onBenchServer(async ({ url, folder, admin, counts }) => {
  const people = await furnish(url);
  await layFloor(url);
  await admin.query('CHECKPOINT');
  const pgbench = floorPgbench(url, folder);
  if (pgbench === undefined) console.log('pgbench is left out: it comes with the package postgresql-15 of Debian.');
  const floor = floorNode(url);
  const rungs = [floor, ...(pgbench ? [pgbench] : []), byTypeOrm(url), inProcess(url, people), overHttp(url, folder)];
  for (const clients of values.clients.split(',').map(Number)) {
    console.log(`${clients} client${clients === 1 ? '' : 's'}, a command:`);
    const how = { clients, seconds: Number(values.seconds), rounds: Number(values.rounds), counts };
    console.table(tableOf(await takeTurns(rungs, how), floor.name));
  }
});
process.exit();
