/*
 * Proves an exported audit file without anything of Gongkai: this file and Node.js are enough (docs/operations.md, Daily roots).
 *   node verify-audit.mjs FILE [--key ID]… [--since EARLIER-FILE]
 * --key: the id of the key as it was written down when the installation began; without it the file proves itself only.
 * --since: a file that was exported before: every root in it has to stand in the new one unchanged, or right before it.
 * Days that were signed long after they were over stand in `late`: honest where no worker ran, and to be held against an earlier export.
 * Prints JSON; exit 0 where everything holds, 1 where it does not, 2 where there is nothing to read.
 */
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

const FORMAT = { file: 'gongkai-audit/1', root: 'gongkai-audit-root/1' };
const NO_HASH = '0'.repeat(64);
const sha256 = (data) => createHash('sha256').update(data).digest('hex');

/** The one text of a JSON value (RFC 8785). */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
}

const DAY = 86_400_000;
const hashOf = (value) => sha256(canonical(value));
const dayAfter = (day) => new Date(Date.parse(`${day}T00:00:00Z`) + DAY).toISOString().slice(0, 10);

/** The day in China, which knows no summer time. */
const officeDay = (moment) => new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(0, 10);
/** More than two days after the day: the server signs on the next. */
const isLate = ({ day, signedAt }) => Date.parse(officeDay(signedAt)) - Date.parse(day) > 2 * DAY;

/** The file as its head, its days with their entries, and its end. */
function read(file) {
  const [head, ...lines] = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
  if (head?.format !== FORMAT.file) throw new Error(`${file} is no audit file (${FORMAT.file}).`);
  const days = [];
  let end = null;
  for (const line of lines) {
    if (line.root !== undefined) days.push({ ...line, entries: [] });
    else if (line.end !== undefined) end = line.end;
    else if (days.length > 0) days.at(-1).entries.push(line);
    else throw new Error(`${file}: an entry stands before the first root.`);
  }
  return { head, days, end };
}

/** The public keys of the file by their ids; the id is made again from the key. */
function keysIn(head) {
  return new Map(
    head.keys.map(({ pem }) => {
      const key = createPublicKey(pem);
      return [sha256(key.export({ type: 'spki', format: 'der' })), key];
    }),
  );
}

const isSigned = (key, { root, signature }) =>
  key?.asymmetricKeyType === 'ed25519' && verify(null, Buffer.from(canonical(root)), key, Buffer.from(signature, 'base64'));

/** What is wrong with a root by itself. */
function* wrongInRoot(day, { head, keys, trusted }) {
  const { root } = day;
  if (root.format !== FORMAT.root || root.organ !== head.organ.id) yield 'the root is of something else';
  if (!isSigned(keys.get(root.key), day)) yield 'the signature does not hold';
  if (trusted.length > 0 && !trusted.includes(root.key)) yield `signed with the key ${root.key}, which was not named`;
}

/** What is wrong with its place: the first begins the file, or the whole chain; every other follows the day before. */
function* wrongInPlace({ root }, before, head) {
  if (before === undefined) {
    if (root.day !== head.from && root.previous !== NO_HASH) yield `the days from ${head.from} are missing`;
    return;
  }
  if (root.day !== dayAfter(before.root.day)) yield `the days after ${before.root.day} are missing`;
  if (root.previous !== hashOf(before.root)) yield 'the root does not follow the one before';
}

/** What is wrong with the entries under a root. */
function* wrongInEntries({ root, entries }) {
  const leaves = entries.map(({ kind, subject, seq, hash }) => `${kind} ${subject} ${seq} ${hash}\n`);
  if (entries.length !== root.entries) yield `${root.entries} entries were signed, ${entries.length} are here`;
  if (sha256(leaves.join('')) !== root.leaves) yield 'the entries are not those that were signed';
  for (const { kind, subject, seq, hash, entry, gone } of entries) {
    const name = `${kind} ${subject}, entry ${seq}`;
    if (entry && hashOf(entry) !== hash) yield `${name}: says something else than was signed`;
    if (!entry && !gone) yield `${name}: is gone, and no list says why`;
  }
}

/** What was exported before has to be there still. */
function* wrongSince(earlier, { head, days }) {
  if (earlier.head.organ.id !== head.organ.id) return yield { day: null, problem: 'the earlier file is of another organ' };
  const now = new Map(days.map(({ root }) => [root.day, hashOf(root)]));
  const shared = earlier.days.filter(({ root }) => now.has(root.day));
  for (const { root } of shared)
    if (now.get(root.day) !== hashOf(root)) yield { day: root.day, problem: 'the root is another than in the earlier file' };
  if (shared.length === 0 && !followsOn(earlier.days, days))
    yield { day: null, problem: 'the file does not follow the earlier one: export from its last day on' };
}

const followsOn = (earlier, days) =>
  earlier.length > 0 && days.length > 0 && days[0].root.previous === hashOf(earlier.at(-1).root);

/** A file that was cut off knows less than its end says. */
function* wrongInWhole({ head, days, end }) {
  const last = days.at(-1)?.root.day;
  if (last !== head.to) yield { day: null, problem: `the file ends with ${last ?? 'nothing'}, not with ${head.to}` };
  const entries = days.reduce((sum, day) => sum + day.entries.length, 0);
  if (end?.days !== days.length || end?.entries !== entries) yield { day: null, problem: 'the file is not whole' };
}

function problemsIn(file, trusted) {
  const { head, days } = file;
  const known = { head, keys: keysIn(head), trusted };
  const ofDays = days.flatMap((day, i) =>
    [...wrongInRoot(day, known), ...wrongInPlace(day, days[i - 1], head), ...wrongInEntries(day)].map((problem) => ({
      day: day.root.day,
      problem,
    })),
  );
  return [...ofDays, ...wrongInWhole(file)];
}

function report(name, { key: trusted, since }) {
  const file = read(name);
  const { head, days } = file;
  const problems = [...problemsIn(file, trusted), ...(since === undefined ? [] : wrongSince(read(since), file))];
  const all = days.flatMap(({ entries }) => entries);
  const [from, to] = [days[0]?.root.day ?? null, days.at(-1)?.root.day ?? null];
  const gone = all
    .filter(({ entry, gone: why }) => !entry && why)
    .map(({ kind, subject, seq, gone: why }) => ({ kind, subject, seq, ...why }));
  const late = days.filter(({ root }) => isLate(root)).map(({ root }) => ({ day: root.day, signedOn: officeDay(root.signedAt) }));
  const keys = [...new Set(days.map(({ root }) => root.key))];
  const sums = { days: days.length, entries: all.length, keys, keysNamed: trusted.length > 0, late, gone };
  return { holds: problems.length === 0, organ: head.organ, from, to, ...sums, problems };
}

try {
  const options = { key: { type: 'string', multiple: true, default: [] }, since: { type: 'string' } };
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  if (positionals.length !== 1) throw new Error('Name one file: node verify-audit.mjs FILE [--key ID] [--since EARLIER-FILE]');
  const found = report(positionals[0], values);
  console.log(JSON.stringify(found, null, 2));
  process.exitCode = found.holds ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
