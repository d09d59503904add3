/**
 * Sends what nobody would think of to everything that reads what others write: commands, facts.json, TIFFs, mails and what comes with them, the
 * filters of lists, heads of streams and downloads, the command line, and all other bodies. Run after a build, by hand or by `scripts/fuzz.mjs`:
 *
 *     node test/fuzz/run.mjs [--minutes 60 | --runs 20] [--seed 1] [--cases 60] [--only mail,TIFF]
 *
 * Each round has an office of its own; its seed is told, and a finding is shrunk. What is found stands on stdout as JSON, exit 1.
 */
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { KEPT } from './kept.mjs';
import { inOffice } from './office.mjs';
import { addresses } from './targets/addresses.mjs';
import { bodies } from './targets/bodies.mjs';
import { commands } from './targets/commands.mjs';
import { commandLine } from './targets/command-line.mjs';
import { deadlines } from './targets/deadlines.mjs';
import { enclosures } from './targets/enclosures.mjs';
import { heads } from './targets/heads.mjs';
import { mails } from './targets/mail.mjs';
import { tiff } from './targets/tiff.mjs';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string' },
    runs: { type: 'string' },
    seed: { type: 'string', default: '1' },
    cases: { type: 'string', default: '60' },
    only: { type: 'string' },
  },
});
/** Longer is one office not asked: what was learnt in it wears off. */
const ROUND_MS = 300_000;
/** An answer that takes longer is none. */
const PATIENCE_MS = 60_000;
/** Each has so large a share of a round. Bodies change what nothing else here expects to change: they come last. */
const SHARES = new Map([
  [commands, 0.4],
  [deadlines, 0.1],
  [tiff, 0.05],
  [mails, 0.05],
  [enclosures, 0.05],
  [heads, 0.05],
  [commandLine, 0.1],
  [addresses, 0.1],
  [bodies, 0.1],
]);
const ALL = [...SHARES.keys()];
const targets = values.only === undefined ? ALL : ALL.filter(({ name }) => values.only.split(',').includes(name));

const shareOf = (target) => SHARES.get(target) / targets.reduce((sum, one) => sum + SHARES.get(one), 0);

const until = values.minutes === undefined ? undefined : performance.now() + Number(values.minutes) * 60_000;
/** How often what was asked, and what the answers were. */
const counts = Object.fromEntries(targets.map(({ name }) => [name, { runs: 0 }]));
const findings = new Map();
const tell = (words) => console.error(`${new Date().toISOString().slice(11, 19)}  ${words}`);

for (let round = 0; round === 0 || (until !== undefined && performance.now() < until); round += 1) {
  const seed = Number(values.seed) + round;
  tell(`Round ${round + 1}, seed ${seed}.`);
  await inOffice({ cases: Number(values.cases), seed }, (office) => asked(office, seed));
  tell(JSON.stringify(counts));
}
console.log(JSON.stringify({ seed: Number(values.seed), counts, findings: [...findings.values()] }));
process.exit(findings.size === 0 ? 0 : 1);

/** Each target has its share of a round. */
async function asked(office, seed) {
  for (const target of targets) {
    const left = until === undefined ? undefined : Math.min(ROUND_MS * shareOf(target), until - performance.now());
    if (left !== undefined && left <= 0) return;
    await played(target, { office, seed, left });
  }
  await noted('the journals afterwards', seed, () => office.verify());
}

async function played({ name, arbitrary, check, fewer }, { office, seed, left }) {
  const property = fc.asyncProperty(arbitrary, async (given) => {
    counts[name].runs += 1;
    const answer = await check(given, office);
    if (answer !== undefined) counts[name][answer] = (counts[name][answer] ?? 0) + 1;
  });
  const kept = KEPT[name] ?? [];
  const limit = left === undefined ? {} : { interruptAfterTimeLimit: left };
  const told = await fc.check(property, {
    ...{ seed, timeout: PATIENCE_MS, examples: kept.map((given) => [given]), ...limit },
    numRuns: numberOf(fewer) + kept.length,
  });
  if (told.failed && told.counterexample !== null)
    found(name, { seed, path: told.counterexamplePath, given: told.counterexample[0], why: String(told.errorInstance?.message) });
}

/** How many are tried; `fewer`: of what takes so many times as long. */
function numberOf(fewer = 1) {
  return values.runs === undefined ? Number.MAX_SAFE_INTEGER - 1000 : Math.ceil(Number(values.runs) / fewer);
}

async function noted(name, seed, work) {
  try {
    await work();
  } catch (error) {
    found(name, { seed, why: String(error.message) });
  }
}

/** The same twice is one finding. */
function found(name, finding) {
  const key = `${name} ${finding.why.replace(/[0-9a-f-]{36}|\d+/g, '').slice(0, 200)}`;
  if (findings.has(key)) return;
  findings.set(key, { target: name, ...finding });
  tell(`FOUND ${JSON.stringify({ target: name, ...finding })}`);
}
