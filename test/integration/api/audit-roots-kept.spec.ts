import { generateKeyPairSync, sign } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { localDate } from '@gongkai/calendar';
import { DailyRoots, type RootParts } from '@gongkai/casework';
import type { DailyRoots as RootsPage, RootReport } from '@gongkai/contracts';
import { AuditKeys, canonicalJson, sha256, SignedDays } from '@gongkai/platform';
import { startTestApi, type TestApi } from '../../support/api.js';
import { open } from '../../support/applications.js';
import { callCli } from '../../support/call-cli.js';
import type { Officer } from '../../support/officer.js';

let api: TestApi;
let auditor: Officer;
beforeEach(async () => {
  api = await startTestApi();
  await open(await api.officer('clerk.bureau'));
  await open(await api.officer('clerk.street'));
});
afterEach(() => api.stop());

async function comeOn(day: string): Promise<void> {
  api.clock.set(localDate(day));
  auditor = await api.officer('auditor.bureau');
}

const page = async (): Promise<RootsPage> => {
  const { status, body } = await auditor.get('/audit/roots');
  expect(status).toBe(200);
  return body as RootsPage;
};
const report = async (): Promise<RootReport> => (await auditor.get('/audit/roots/verify')).body as RootReport;
const partsOf = (others: Partial<RootParts> = {}): RootParts => {
  const { pool, clock } = api.services;
  return { pool, clock, signed: new SignedDays(api.settings.dataDir), keys: () => AuditKeys.of(api.settings), ...others };
};

/** Somebody with access to the database, past the triggers. */
const falsify = (...statements: readonly (readonly [text: string, values?: readonly unknown[]])[]): Promise<void> =>
  api.services.source.transaction(async (manager) => {
    await manager.query(`SELECT set_config('app.falsify_journal', 'on', true)`);
    for (const [text, values = []] of statements) await manager.query(text, [...values]);
  });
const THROWN_AWAY = [
  [`DELETE FROM audit_leaf USING organ WHERE organ_id = organ.id AND code = 'bureau' AND day >= '2026-03-03'`],
  [`DELETE FROM audit_root USING organ WHERE organ_id = organ.id AND code = 'bureau' AND day >= '2026-03-03'`],
] as const;

test('roots that were thrown away are not signed anew: the page, the command line and doctor say so; other organs go on', async () => {
  for (const day of ['2026-03-03', '2026-03-04', '2026-03-05']) {
    await comeOn(day);
    await page();
  }
  expect(await report()).toMatchObject({ lateRoots: [], brokenRoots: [] });
  await falsify(...THROWN_AWAY);
  await comeOn('2026-03-06');
  expect(await page()).toMatchObject({ obstacle: 'lost-roots', items: [{ day: '2026-03-02', state: 'signed' }] });
  const made = await new DailyRoots(partsOf()).makeUp();
  expect(made).toMatchObject({ failed: [{ organ: 'bureau', error: { reason: 'lost-roots' } }] });
  expect(made.organs).toBeGreaterThan(0);
  const env = { DATABASE_URL: api.databaseUrl, DATA_DIR: api.settings.dataDir, TODAY: '2026-03-06' };
  const { exit, stdout, stderr } = await callCli(['audit', 'roots'], '', env);
  expect([exit, JSON.parse(stdout)]).toMatchObject([1, { failed: ['bureau'] }]);
  expect(stderr).toMatch(/bureau: The root of 2026-03-04 .* is in the database no more/);
  const doctor = await callCli(['doctor'], '', env);
  expect(doctor).toMatchObject({
    exit: 1,
    stdout: expect.stringMatching(/^FAIL {2}the root of 2026-03-04 was signed here/m) as string,
  });
  const [file = ''] = /\/\S+audit-signed\/[0-9a-f-]{36}/.exec(doctor.stdout) ?? [];
  rmSync(file);
  // Whoever takes the file away lets it sign on, and what is signed anew is late.
  expect(await page()).toMatchObject({ obstacle: null });
  expect(await report()).toMatchObject({
    brokenRoots: [],
    lateRoots: [{ organ: 'bureau', from: '2026-03-03', to: '2026-03-03', signedOn: '2026-03-06' }],
  });
});

test('a root that somebody signed with a key of their own is found, also where they write the id of ours beside it', async () => {
  await comeOn('2026-03-03');
  const { key } = await page();
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const [{ id }] = (await api.services.source.query<[{ id: string }]>(`SELECT id FROM organ WHERE code = 'bureau'`)) as [
    { id: string },
  ];
  const signedAt = '2026-03-03T01:00:00.000Z';
  const nothing = { day: '2026-03-02', entries: 0, leaves: sha256(''), previous: '0'.repeat(64) };
  const text = canonicalJson({ format: 'gongkai-audit-root/1', organ: id, ...nothing, signedAt, key });
  const pem = publicKey.export({ type: 'spki', format: 'pem' });
  const signature = sign(null, Buffer.from(text), privateKey).toString('base64');
  await falsify(
    ['DELETE FROM audit_leaf WHERE organ_id = $1', [id]],
    [
      'UPDATE audit_root SET entries = 0, leaves = $2, signed_at = $3, public_key = $4, signature = $5, hash = $6 WHERE organ_id = $1',
      [id, nothing.leaves, signedAt, pem, signature, sha256(text)],
    ],
  );
  expect((await page()).items).toMatchObject([{ state: 'signature' }]);
  expect((await report()).brokenRoots).toMatchObject([{ organ: 'bureau', problem: 'signature' }]);
});

test('without the key that signed, or with one that cannot be read, the page shows what is there and says why nothing is signed', async () => {
  await comeOn('2026-03-03');
  await page();
  for (const [text, obstacle] of [
    [undefined, 'strange-key'],
    ['nothing', 'no-key'],
  ] as const) {
    const other = await startTestApi({ beside: api, today: '2026-03-04' });
    if (text !== undefined) writeFileSync(path.join(other.settings.dataDir, 'audit-key.pem'), text);
    const { status, body } = await (await other.officer('auditor.bureau')).get('/audit/roots');
    expect([status, body]).toMatchObject([200, { obstacle, items: [{ day: '2026-03-02', state: 'key' }] }]);
    await other.stop();
  }
});

test('what does not fit at a time is signed by whole days, one after the other', async () => {
  const clerk = await api.officer('clerk.bureau');
  for (let i = 0; i < 3; i++) await open(clerk);
  api.clock.set(localDate('2026-03-04'));
  await open(await api.officer('clerk.bureau'));
  await comeOn('2026-03-06');
  const made = await new DailyRoots(partsOf({ most: 1 })).makeUp();
  expect(made.failed).toEqual([]);
  expect((await page()).items.map(({ day }) => day)).toEqual(['2026-03-05', '2026-03-04', '2026-03-03', '2026-03-02']);
  expect(await report()).toMatchObject({ brokenRoots: [] });
  const [{ open: left }] = (await api.services.source.query<[{ open: number }]>(
    `SELECT count(*)::int AS open FROM journal LEFT JOIN audit_leaf ON kind = 'case' AND subject = case_id AND audit_leaf.seq = journal.seq
      WHERE audit_leaf.hash IS DISTINCT FROM journal.hash`,
  )) as [{ open: number }];
  expect(left).toBe(0);
});
