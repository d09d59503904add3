import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { localDate } from '@gongkai/calendar';
import { DailyRoots } from '@gongkai/casework';
import type { AdminLogEntry, DailyRoots as RootsPage, JournalEntryView, RootReport } from '@gongkai/contracts';
import { AuditKeys, entryHash, SignedDays } from '@gongkai/platform';
import { startTestApi, type TestApi } from '../../support/api.js';
import { open, step } from '../../support/applications.js';
import { prove } from '../../support/audit-file.js';
import { callCli } from '../../support/call-cli.js';
import { problemIn, type Officer } from '../../support/officer.js';

const DAYS = '?from=2026-03-02&to=2026-03-31';

let api: TestApi;
let auditor: Officer;
let caseId: string;
beforeAll(async () => {
  api = await startTestApi();
  ({ id: caseId } = await open(await api.officer('clerk.bureau')));
  api.clock.set(localDate('2026-03-03'));
  await step(await api.officer('clerk.bureau'), caseId, { type: 'register' });
  await comeOn('2026-03-06');
});
afterAll(() => api.stop());

/** A session is over the next day. */
async function comeOn(day: string): Promise<void> {
  api.clock.set(localDate(day));
  auditor = await api.officer('auditor.bureau');
}

const rootsOf = async (who = auditor): Promise<RootsPage> => (await who.get('/audit/roots')).body as RootsPage;
const exported = async (): Promise<string> => (await auditor.get(`/audit/export${DAYS}`)).text;

/** Somebody with access to the database, past the triggers. */
const falsify = (...statements: readonly (readonly [text: string, values?: readonly unknown[]])[]): Promise<void> =>
  api.services.source.transaction(async (manager) => {
    await manager.query(`SELECT set_config('app.falsify_journal', 'on', true)`);
    for (const [text, values = []] of statements) await manager.query(text, [...values]);
  });

type Line = Record<string, unknown> & {
  readonly root?: { readonly day: string };
  readonly kind?: string;
  entry?: unknown;
  seq?: number;
  signature?: string;
};
const linesOf = (file: string): Line[] =>
  file
    .trim()
    .split('\n')
    .map((text) => JSON.parse(text) as Line);
/** Another sign: one signature of 64 begins with any that is set in its place. */
const another = (sign: string): string => (sign === 'A' ? 'B' : 'A');
const fileOf = (lines: readonly Line[]): string => lines.map((line) => `${JSON.stringify(line)}\n`).join('');
const changed = (file: string, change: (line: Line) => Line | null): string =>
  fileOf(
    linesOf(file)
      .map(change)
      .filter((line) => line !== null),
  );

test('each day that is over is signed once, also those that nobody was there for, and one after the other', async () => {
  const { items, key } = await rootsOf();
  expect(items.map(({ day, state }) => [day, state])).toEqual([
    ['2026-03-05', 'signed'],
    ['2026-03-04', 'signed'],
    ['2026-03-03', 'late'],
    ['2026-03-02', 'late'],
  ]);
  expect(items.map(({ entries }) => entries > 0)).toEqual([false, false, true, true]);
  expect(key).toBe(AuditKeys.of(api.settings).current.id);
  await comeOn('2026-03-09');
  const { pool, clock } = api.services;
  const signed = new SignedDays(api.settings.dataDir);
  const two = [1, 2].map(() => new DailyRoots({ pool, clock, signed, keys: () => AuditKeys.of(api.settings) }).makeUp());
  const made = await Promise.all(two);
  expect(made.reduce((sum, { days }) => sum + days, 0)).toBeGreaterThan(0);
  expect(made.map(({ failed }) => failed)).toEqual([[], []]);
  expect((await rootsOf()).items.map(({ day }) => day)).toHaveLength(7);
  expect((await auditor.get('/audit/roots/verify')).body).toMatchObject({
    ...{ rootsGone: 0, brokenRoots: [], rootKeys: [key] },
    lateRoots: [
      { organ: 'bureau', from: '2026-03-02', to: '2026-03-03', signedOn: '2026-03-06' },
      { organ: 'bureau', from: '2026-03-06', to: '2026-03-06', signedOn: '2026-03-09' },
    ],
  });
});

test('the exported file is proved by the script alone, and who took it stands in the log', async () => {
  const key = (await rootsOf()).key ?? '';
  const file = await exported();
  expect(prove(file, { key })).toMatchObject({ exit: 0, holds: true, days: 7, keys: [key], problems: [] });
  expect(prove(file).late).toEqual([
    { day: '2026-03-02', signedOn: '2026-03-06' },
    { day: '2026-03-03', signedOn: '2026-03-06' },
    { day: '2026-03-06', signedOn: '2026-03-09' },
  ]);
  expect(prove(file).entries).toBeGreaterThan(1);
  expect(prove(file, { key: '0'.repeat(64) })).toMatchObject({ exit: 1, holds: false });
  const { body } = await auditor.get('/admin/log');
  const [entry] = (body as { items: AdminLogEntry[] }).items;
  expect(entry).toMatchObject({ action: 'audit-exported', after: { from: '2026-03-02', to: '2026-03-08' } });
});

test('in the file a changed entry, one that was taken out, a day that was taken out, its end and a changed signature are found', async () => {
  const file = await exported();
  const problemOf = (change: (line: Line) => Line | null): string[] =>
    prove(changed(file, change)).problems.map(({ problem }) => problem);
  const ofCase = (line: Line): boolean => line.kind === 'case' && line.seq === 1;
  const forged = (line: Line): Line => ({ ...line, entry: { ...(line.entry as object), on: '2026-02-02' } });
  expect(problemOf((line) => (ofCase(line) ? forged(line) : line))).toEqual([
    `case ${caseId}, entry 1: says something else than was signed`,
  ]);
  const rehashed = (line: Line): Line => ({ ...forged(line), hash: entryHash(forged(line).entry as Record<string, unknown>) });
  expect(problemOf((line) => (ofCase(line) ? rehashed(line) : line))).toEqual(['the entries are not those that were signed']);
  expect(problemOf((line) => (ofCase(line) ? null : line))).toEqual(
    expect.arrayContaining([expect.stringMatching(/entries were signed/)]),
  );
  expect(problemOf((line) => (line.root?.day === '2026-03-05' ? null : line))).toEqual(
    expect.arrayContaining(['the days after 2026-03-04 are missing', 'the root does not follow the one before']),
  );
  const signedAnew = (line: Line): Line => ({ ...line, signature: String(line.signature).replace(/^./, another) });
  expect(problemOf((line) => (line.root?.day === '2026-03-04' ? signedAnew(line) : line))).toEqual([
    'the signature does not hold',
  ]);
  const moved = (line: Line): Line => ({ ...line, root: { ...line.root, day: '2026-03-04', entries: 1 } as never });
  expect(problemOf((line) => (line.root?.day === '2026-03-04' ? moved(line) : line))).toContain('the signature does not hold');
  expect(problemOf((line) => ('end' in line || line.root?.day === '2026-03-08' ? null : line))).toEqual(
    expect.arrayContaining(['the file ends with 2026-03-07, not with 2026-03-08', 'the file is not whole']),
  );
});

test('who computes the whole journal of a case anew is found, here and in the file; who changes the roots too has no key', async () => {
  const before = await exported();
  const journal = ((await auditor.get(`/cases/${caseId}/journal`)).body as { items: JournalEntryView[] }).items;
  let previousHash = '0'.repeat(64);
  const statements = journal.map(({ hash: _, ...entry }) => {
    const forged = { ...entry, actor: 'clock', previousHash };
    previousHash = entryHash(forged);
    const text = `UPDATE journal SET actor_id = 'clock', previous_hash = $3, hash = $4 WHERE case_id = $1 AND seq = $2`;
    return [text, [caseId, entry.seq, forged.previousHash, previousHash]] as const;
  });
  await falsify(...statements, ['UPDATE case_file SET last_hash = $2 WHERE id = $1', [caseId, previousHash]]);
  expect((await auditor.get('/audit/verify')).body).toMatchObject({ broken: [] });
  expect((await auditor.get('/audit/roots/verify')).body).toMatchObject({
    brokenRoots: [
      { organ: 'bureau', day: '2026-03-02', problem: 'entry', entry: { kind: 'case', subject: caseId, seq: 1 } },
      { organ: 'bureau', day: '2026-03-03', problem: 'entry', entry: { kind: 'case', subject: caseId, seq: 2 } },
    ],
  });
  expect(prove(await exported()).problems).toMatchObject([
    { day: '2026-03-02', problem: expect.stringMatching(/something else/) as string },
    { day: '2026-03-03' },
  ]);

  await falsify([`UPDATE audit_root SET entries = entries + 1 WHERE day = '2026-03-04'`]);
  expect((await rootsOf()).items.find(({ day }) => day === '2026-03-04')?.state).toBe('signature');
  expect(prove(await exported()).problems).toContainEqual({ day: '2026-03-04', problem: 'the signature does not hold' });

  // All that was signed is thrown away, so that the worker signs what was forged; and what it knows of it beside the database, too.
  await falsify(['DELETE FROM audit_leaf'], ['DELETE FROM audit_root']);
  rmSync(path.join(api.settings.dataDir, 'audit-signed'), { recursive: true });
  await comeOn('2026-03-10');
  const after = await exported();
  expect(prove(after)).toMatchObject({ holds: true });
  expect(prove(after, { earlier: before }).problems).toContainEqual({
    day: '2026-03-02',
    problem: 'the root is another than in the earlier file',
  });
});

test('the file is for auditors, of organs in their sight, and of days that were signed', async () => {
  const codeOf = async (username: string, query: string): Promise<string | undefined> =>
    problemIn(await (await api.officer(username)).get(`/audit/export${query}`)).code;
  expect(await codeOf('supervisor.district', DAYS)).toBe('role-missing');
  expect(await codeOf('auditor.bureau', `${DAYS}&organ=district`)).toBe('not-found');
  expect(problemIn(await auditor.get('/audit/export?from=2030-01-01&to=2030-01-02'))).toMatchObject({
    code: 'invalid-request',
    fields: [{ path: 'from', code: 'nothing-signed' }],
  });
  expect(problemIn(await auditor.get('/audit/export?from=2026-03-03&to=2026-03-02'))).toMatchObject({
    fields: [{ path: 'to', code: 'ends-before-start' }],
  });
});

test('the command line makes up, exports and tells what lags; with another key it signs nothing', async () => {
  const env = { DATABASE_URL: api.databaseUrl, DATA_DIR: api.settings.dataDir, TODAY: '2026-03-16' };
  expect((await callCli(['doctor'], '', env)).stdout).toMatch(/^warn {2}the daily roots of \d+ organs lag behind/m);
  const strange = await callCli(['audit', 'roots'], '', { ...env, DATA_DIR: mkdtempSync(path.join(tmpdir(), 'gongkai-key-')) });
  expect([strange.exit, strange.stderr]).toEqual([
    1,
    expect.stringMatching(/signed with the key [0-9a-f]{64}, which is not here/),
  ]);
  const made = await callCli(['audit', 'roots'], '', env);
  const { key, days } = JSON.parse(made.stdout) as { key: string; days: number };
  expect(JSON.parse(made.stdout)).toMatchObject({ failed: [] });
  expect([made.exit, days > 0]).toEqual([0, true]);
  expect((await callCli(['doctor'], '', env)).stdout).toContain(`the days up to 2026-03-15 are signed with the key ${key}`);
  const out = path.join(mkdtempSync(path.join(tmpdir(), 'gongkai-audit-')), 'audit.jsonl');
  const asked = ['audit', 'export', '--organ', 'bureau', '--from', '2026-03-02', '--to', '2026-03-31', '--out', out];
  expect(await callCli(asked, '', env)).toMatchObject({ exit: 0 });
  expect(prove(readFileSync(out, 'utf8'), { key })).toMatchObject({ holds: true, days: 14 });
  expect(await callCli(asked, '', env)).toMatchObject({ exit: 1, stdout: '' });
});

test('who verifies on another machine is told which keys signed, and names the ones that may', async () => {
  const { key } = await rootsOf();
  const elsewhere = mkdtempSync(path.join(tmpdir(), 'gongkai-elsewhere-'));
  const env = { DATABASE_URL: api.databaseUrl, DATA_DIR: elsewhere, SECRET_KEY: api.settings.secretKeys.join(',') };
  const verified = async (...named: string[]): Promise<RootReport> =>
    JSON.parse((await callCli(['audit', 'verify', ...named], '', env)).stdout) as RootReport;
  const problemsOf = ({ brokenRoots }: RootReport): string[] => [...new Set(brokenRoots.map(({ problem }) => problem))];
  const unnamed = await verified();
  expect([unnamed.rootKeys, problemsOf(unnamed).includes('key')]).toEqual([[key], false]);
  expect(problemsOf(await verified('--key', key ?? ''))).not.toContain('key');
  expect(problemsOf(await verified('--key', '0'.repeat(64)))).toContain('key');
});
