import { setTimeout as pause } from 'node:timers/promises';
import { now } from '../measure.mjs';
import { tripsSoFar } from './trips.mjs';

/** Settings and figures of one's own process. */
const ownProcess = async () => {
  const { user, system } = process.cpuUsage();
  return { trips: tripsSoFar(), cpu: (user + system) / 1000 };
};

/** Lets every client lead cases until the time is over. @returns milliseconds of each step, in order of length */
async function together({ course, clients, ms }) {
  const took = [];
  const until = now() + ms;
  const lead = async (client) => {
    while (now() < until)
      for (const step of await course(client)) {
        const begun = now();
        if (begun >= until) return;
        await step();
        took.push(now() - begun);
      }
  };
  await Promise.all(Array.from({ length: clients }, (_, client) => lead(client)));
  return took.toSorted((a, b) => a - b);
}

/**
 * A closed loop: each client leads one case after the other through its course, a step when the one before is answered.
 * @param rung `start(clients)` gives `course(client)`, the steps of one case; `stop`; and where it works elsewhere, its `spent`
 * @returns commands a second, milliseconds of one, and what one costs: trips, commits, bytes and syncs of the WAL, processor time
 */
async function drive(rung, { clients, seconds, counts }) {
  const { course, stop, spent = ownProcess } = await rung.start(clients);
  const begun = await counts();
  const warm = await together({ course, clients, ms: Math.min(1000, seconds * 300) });
  const before = { at: now(), ...(await counts()), ...(await spent()) };
  const took = await together({ course, clients, ms: seconds * 1000 });
  const after = { at: now(), ...(await counts()), ...(await spent()) };
  await stop();
  // A session's own figures are in the sum once it has gone.
  await pause(200);
  const ended = await counts();
  const each = (key) => (after[key] - before[key]) / took.length;
  const ofAll = (key) => (ended[key] - begun[key]) / (warm.length + took.length);
  return {
    rate: 1000 / each('at'),
    p50: took[Math.floor(took.length / 2)],
    p95: took[Math.floor(took.length * 0.95)],
    trips: each('trips'),
    commits: ofAll('commits'),
    wal: each('wal'),
    syncs: ofAll('syncs'),
    cpu: each('cpu'),
  };
}

export const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Every rung in turn, some rounds of it, so that a busy moment of the machine hits them all. @returns figures by rung, of each round */
export async function takeTurns(rungs, { rounds, ...how }) {
  const found = Object.fromEntries(rungs.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1)
    for (const rung of rungs) found[rung.name].push(await (rung.measure ?? ((one) => drive(rung, one)))(how));
  return found;
}

const short = (number, digits) => (number === undefined ? '' : Number(number.toFixed(digits)));

/** One line for each rung: medians, and of what has a floor the median of the ratios inside each round. */
export function tableOf(found, floor) {
  const floors = found[floor];
  return Object.fromEntries(
    Object.entries(found).map(([name, rounds]) => {
      const middle = (key) => (rounds[0][key] === undefined ? undefined : median(rounds.map((round) => round[key])));
      const ratio = (key) =>
        rounds[0][key] === undefined ? undefined : median(rounds.map((round, i) => round[key] / floors[i][key]));
      return [
        name,
        {
          'a second': short(middle('rate'), 0),
          'of floor': short(ratio('rate'), 2),
          'p50 ms': short(middle('p50'), 2),
          'p95 ms': short(middle('p95'), 2),
          'p95, floors': short(ratio('p95'), 1),
          trips: short(middle('trips'), 2),
          commits: short(middle('commits'), 2),
          syncs: short(middle('syncs'), 2),
          'WAL bytes': short(middle('wal'), 0),
          'WAL, floors': short(ratio('wal'), 2),
          'CPU ms': short(middle('cpu'), 2),
        },
      ];
    }),
  );
}
