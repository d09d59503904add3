import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { localDate } from '@gongkai/calendar';
import type { CaseView, Completeness, DisposalView } from '@gongkai/contracts';
import canonicalize from 'canonicalize';
import sharp from 'sharp';
import { destruction } from '../../../libs/filing/src/disposal/destruction.js';
import { startTestApi, type TestApi } from '../../support/api.js';
import { faultsOf } from '../../support/bag.js';
import { callCli } from '../../support/call-cli.js';
import { step } from '../../support/applications.js';
import { mainRoad, type Staff } from '../../support/main-road.js';
import { fieldsIn, problemIn, type Officer } from '../../support/officer.js';
import { pdftotext, suiteNeeding } from '../../support/tools.js';
import { unzip } from '../../support/unzip.js';

const NOTED = `SELECT id FROM stored_file WHERE name LIKE '现场情况%'`;
let [api, archivist]: [TestApi, Officer] = [undefined as never, undefined as never];
let filed = { id: '', number: '' };
let folder = '';

beforeAll(async () => {
  api = await startTestApi();
  folder = mkdtempSync(path.join(tmpdir(), 'gongkai-bag-'));
  const roles = ['clerk', 'caseworker', 'approver', 'archivist'] as const;
  const staff = await Promise.all(roles.map(async (role) => [role, await api.officer(`${role}.bureau`)] as const));
  await mainRoad(Object.fromEntries(staff) as Staff, [['clerk', { type: 'changeAgent', agent: '何律' }]]);
  archivist = await api.officer('archivist.bureau');
  const { body } = await archivist.get('/cases?state=filed');
  filed = (body as { items: (typeof filed)[] }).items[0] ?? filed;
  const added = await archivist.upload('/files', new File(['a%b'], '现场情况 100%.txt'));
  await step(archivist, filed.id, { type: 'note', text: '补充', fileIds: [(added.body as { id: string }).id], cameIn: true });
});

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await api.stop();
});

/** The archive that the API makes, taken apart. */
async function exported(name: string): Promise<string> {
  const bag = path.join(folder, name);
  const answer = await fetch(`${archivist.base}/cases/${filed.id}/export`, { headers: { cookie: archivist.cookie } });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip']);
  unzip(Buffer.from(await answer.arrayBuffer()), bag);
  return bag;
}

const settings = (): Record<string, string> => ({
  DATABASE_URL: api.databaseUrl,
  DATA_DIR: api.settings.dataDir,
  SECRET_KEY: api.settings.secretKeys[0],
});

const CHECKS = ['sha256', 'sha512'].flatMap((kind) => [`manifest-${kind}.txt`, `tagmanifest-${kind}.txt`]);

/** Asks the tools of coreutils, which know nothing of bags. */
function checkSums(bag: string): void {
  for (const manifest of CHECKS) {
    const tool = manifest.includes('sha512') ? 'sha512sum' : 'sha256sum';
    execFileSync(tool, ['-c', '--strict', '--quiet', manifest], { cwd: bag, stdio: 'pipe' });
  }
}

test('what is filed stays as it is: nothing but additions and remedies is taken (REG 45)', async () => {
  const answer = await archivist.get(`/cases/${filed.id}`);
  const { permitted } = answer.body as { permitted: { type: string }[] };
  expect(permitted.map(({ type }) => type)).toEqual(['note']);
  const caseworker = await api.officer('caseworker.bureau');
  const again = await caseworker.post(`/cases/${filed.id}/commands`, { type: 'claim' });
  expect([again.status, problemIn(again).code]).toEqual([409, 'step-not-permitted']);
});

test('a case goes out as a bag that coreutils and the RFC accept, with a journal that anybody can follow', async () => {
  const bag = await exported('case');
  expect(faultsOf(bag)).toEqual([]);
  checkSums(bag);
  expect(readdirSync(path.join(bag, 'data/documents')).at(-1)).toBe('009-现场情况 100％.txt');
  const lines = readFileSync(path.join(bag, 'data/journal.jsonl'), 'utf8').trimEnd().split('\n');
  const last = lines.reduce((previous, line) => {
    const { hash, ...entry } = JSON.parse(line) as { hash: string; previousHash: string };
    expect(line).toBe(canonicalize({ ...entry, hash }));
    expect(entry.previousHash).toBe(previous);
    expect(
      createHash('sha256')
        .update(canonicalize(entry) ?? '')
        .digest('hex'),
    ).toBe(hash);
    return hash;
  }, '0'.repeat(64));
  expect(last).not.toBe('0'.repeat(64));
  const page = readFileSync(path.join(bag, 'data/index.html'), 'utf8');
  for (const part of [filed.number, '卷内目录 · file catalogue', 'documents/001-', '归档']) expect(page).toContain(part);
  expect(readFileSync(path.join(bag, 'bag-info.txt'), 'utf8')).toContain(`External-Identifier: ${filed.number}\n`);
});

test('the year of an organ goes into a folder, and a document that is gone is named', async () => {
  const to = path.join(folder, 'year');
  const asked = ['export', 'year', '2026', '--organ', 'bureau', '--to', to];
  const { exit, stdout } = await callCli(asked, '', settings());
  expect({ exit, ...(JSON.parse(stdout) as object) }).toEqual({
    ...{ exit: 0, cases: 1, lost: [], to },
    incomplete: [{ number: filed.number, missing: ['proven'] }],
  });
  const { items } = (await archivist.get(`/cases/${filed.id}/completeness`)).body as Completeness;
  expect(items.filter(({ passed }) => !passed)).toMatchObject([
    { check: 'proven', blocks: false, suppliedBy: ['caseworker', 'clerk'], papers: [{ kind: 'reply' }] },
  ]);
  const checked = await callCli(['case', 'check', filed.number, '--organ', 'bureau'], '', settings());
  expect([checked.exit, JSON.parse(checked.stdout)]).toEqual([1, { number: filed.number, complete: false, items }]);
  expect(readFileSync(path.join(to, 'data/index.html'), 'utf8')).toContain('<td>送达凭证 proof of delivery</td>');
  expect(faultsOf(to)).toEqual([]);
  checkSums(to);
  const again = await callCli(asked, '', settings());
  expect(again.exit).toBe(1);
  const [{ id } = { id: '' }] = await api.services.source.query<{ id: string }[]>(NOTED);
  rmSync(path.join(api.settings.dataDir, 'files', id.slice(0, 2), id.slice(2, 4), id));
  const zip = path.join(folder, 'case.zip');
  const without = await callCli(['export', 'case', filed.number, '--organ', 'bureau', '--to', zip], '', settings());
  expect(without.exit).toBe(1);
  expect((JSON.parse(without.stdout) as { lost: unknown[] }).lost).toEqual([
    { number: filed.number, name: '现场情况 100%.txt', sha256: id },
  ]);
  unzip(readFileSync(zip), path.join(folder, 'without'));
  expect(faultsOf(path.join(folder, 'without'))).toEqual([]);
});

test('who exported what stands in the log; what is out of sight is not exported', async () => {
  const actions = await api.services.source.query<{ actor_id: string | null; subject_name: string }[]>(
    `SELECT actor_id, subject_name FROM admin_log WHERE action = 'cases-exported' ORDER BY seq`,
  );
  expect(actions[0]).toMatchObject({ subject_name: filed.number, actor_id: expect.any(String) as string });
  expect(actions.at(-1)).toEqual({ subject_name: filed.number, actor_id: null });
  const elsewhere = await api.officer('clerk.housing');
  expect((await elsewhere.get(`/cases/${filed.id}/export`)).status).toBe(404);
});

/** What a page says, page by page. */
const pageTexts = (pdf: Buffer): string[] =>
  execFileSync(pdftotext(), ['-', '-'], { input: pdf, encoding: 'utf8' }).split('\f').slice(0, -1);

/** The reply as it was stamped: a scan. */
async function stamped(): Promise<void> {
  const clerk = await api.officer('clerk.bureau');
  const page = sharp({ create: { width: 500, height: 700, channels: 3, background: '#fffefe' } }).png();
  const scan = await clerk.upload('/files', new File([new Uint8Array(await page.toBuffer())], '现场照片.png'));
  const view = (await clerk.get(`/cases/${filed.id}`)).body as CaseView;
  const noticeId = view.notices.find(({ kind }) => kind === 'reply')?.id ?? '';
  await step(clerk, filed.id, { type: 'addStamped', noticeId, fileIds: [(scan.body as { id: string }).id] });
}

suiteNeeding('pdftotext')('the bundle', () => {
  test('the papers go to court as one PDF: text stays text, a scan is a page, and the catalogue has the pages', async () => {
    const white = sharp({ create: { width: 600, height: 900, channels: 3, background: '#ffffff' } });
    const photo = await white.png().toBuffer();
    const added = await archivist.upload('/files', new File([new Uint8Array(photo)], '现场照片.png'));
    const fileIds = [(added.body as { id: string }).id];
    await step(archivist, filed.id, { type: 'note', text: '补充', fileIds });
    await stamped();
    const answer = await fetch(`${archivist.base}/cases/${filed.id}/bundle?anyway=true`, {
      headers: { cookie: archivist.cookie },
    });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const pages = pageTexts(Buffer.from(await answer.arrayBuffer()));
    expect(pages).toHaveLength(8);
    const [cover = '', catalogue = '', reply = '', form = '', , , scan = ''] = pages.map((text) => text.replace(/\s/g, ''));
    expect(cover).toContain('案卷');
    expect(catalogue).toMatch(/现场照片.*5|5.*现场照片/);
    expect([reply.includes('答复书'), form.includes('2')]).toEqual([true, true]);
    expect(form).toContain('2025年违法建设拆除台账');
    expect(scan).toBe('5');
    // Its scan has the name of another paper of that day, and is one of its own all the same.
    expect(catalogue).toMatch(/答复书（盖章件）/);
    expect(pages.at(-1)?.trim()).toBe('6');
  });
});

/** What can happen to a bag, and what a checker has to say of it. */
const FAULTS: readonly (readonly [string, (bag: string) => void, RegExp])[] = [
  ['a file is missing', (bag) => rmSync(path.join(bag, 'data/case.json')), /^data\/case\.json is not there/],
  ['a file is added', (bag) => writeFileSync(path.join(bag, 'data/more.txt'), 'x'), /^data\/more\.txt is not in manifest-sha256/],
  [
    'a byte is changed',
    (bag) => appendFileSync(path.join(bag, 'data/journal.jsonl'), ' '),
    /^data\/journal\.jsonl is not what manifest/,
  ],
  ['the oxum is wrong', (bag) => rewrite(bag, 'bag-info.txt', 'Oxum: ', 'Oxum: 9'), /^Payload-Oxum is 9/],
  [
    'a path leads out',
    (bag) => rewrite(bag, 'manifest-sha256.txt', 'data/case.json', 'data/../../case.json'),
    /leads out of the payload/,
  ],
  ['the declaration is gone', (bag) => rmSync(path.join(bag, 'bagit.txt')), /^there is no bagit\.txt/],
  [
    'a manifest is not listed',
    (bag) => renameSync(path.join(bag, 'manifest-sha512.txt'), path.join(bag, 'manifest-sha384.txt')),
    /sha384\.txt is not in tagmanifest/,
  ],
];

function rewrite(bag: string, name: string, from: RegExp | string, to: string): void {
  const file = path.join(bag, name);
  writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
}

test.each(FAULTS)('the checker sees that %s', (_name, plant, said) => {
  const bag = path.join(folder, 'planted');
  rmSync(bag, { recursive: true, force: true });
  cpSync(path.join(folder, 'case'), bag, { recursive: true });
  plant(bag);
  expect(faultsOf(bag).filter((fault) => said.test(fault))).not.toEqual([]);
});

test('a year is taken out at once, by those who keep or oversee the archive', async () => {
  expect((await archivist.get('/archive/years')).body).toEqual({ items: [{ year: 2026, cases: 1 }] });
  const answer = await fetch(`${archivist.base}/archive/years/2026/export`, { headers: { cookie: archivist.cookie } });
  expect([answer.status, answer.headers.get('content-disposition')]).toEqual([
    200,
    "attachment; filename*=UTF-8''bureau-2026.zip",
  ]);
  const bag = path.join(folder, 'whole-year');
  unzip(Buffer.from(await answer.arrayBuffer()), bag);
  expect(faultsOf(bag)).toEqual([]);
  expect(readdirSync(path.join(bag, 'data/bureau'))).toEqual([filed.number]);
  expect((await archivist.get('/archive/years/2025/export')).status).toBe(404);
  const clerk = await api.officer('clerk.bureau');
  expect(problemIn(await clerk.get('/archive/years/2026/export')).code).toBe('role-missing');
});

test('what was kept long enough is appraised, approved by another person and destroyed before a witness; its line stays', async () => {
  expect((await archivist.get('/archive/expired')).body).toEqual({ items: [] });
  const early = await archivist.post('/archive/disposals', { lines: [{ caseId: filed.id, verdict: 'destroy' }] });
  expect(fieldsIn(early)).toEqual(['lines.0.caseId not-expired']);
  api.clock.set(localDate('2037-01-04'));
  archivist = await api.officer('archivist.bureau');
  const approver = await api.officer('approver.bureau');
  const expired = { caseId: filed.id, number: filed.number, filedOn: '2026-03-02', keptUntil: '2037-01-01' };
  expect((await archivist.get('/archive/expired')).body).toMatchObject({ items: [{ ...expired, retention: '10_years' }] });

  const keeping = { lines: [{ caseId: filed.id, verdict: 'keep', years: 10, reason: '仍有利用价值' }] };
  const kept = (await archivist.post('/archive/disposals', keeping)).body as DisposalView;
  expect(kept).toMatchObject({ state: 'listed', destroy: 0, keep: 1, open: [] });
  expect(problemIn(await archivist.post('/archive/disposals', keeping)).code).toBe('invalid-request');
  const done = await approver.post(`/archive/disposals/${kept.id}/moves`, { move: 'approve' });
  expect(done.body).toMatchObject({ state: 'carried-out', lines: [{ keptUntil: '2047-01-01', expiredOn: '2037-01-01' }] });
  expect((await archivist.get('/archive/expired')).body).toEqual({ items: [] });

  api.clock.set(localDate('2047-01-02'));
  archivist = await api.officer('archivist.bureau');
  const again = await api.officer('approver.bureau');
  const drawn = await archivist.post('/archive/disposals', { lines: [{ caseId: filed.id, verdict: 'destroy' }] });
  const list = drawn.body as DisposalView;
  const at = `/archive/disposals/${list.id}`;
  const destroying = { move: 'carry-out', witness: '区档案馆 周敏' };
  expect(problemIn(await archivist.post(`${at}/moves`, destroying)).code).toBe('disposal-settled');
  await expect(api.services.source.query('DELETE FROM journal WHERE case_id = $1', [filed.id])).rejects.toThrow(/only added to/);
  expect((await again.get(at)).body).toMatchObject({ open: ['approve', 'send-back'] });
  await again.post(`${at}/moves`, { move: 'approve' });

  await step(archivist, filed.id, { type: 'note', text: '读者来查过' });
  const moved = problemIn(await archivist.post(`${at}/moves`, destroying));
  expect([moved.code, moved.detail]).toEqual(['cases-changed', expect.stringContaining(filed.number)]);
  await again.post(`${at}/moves`, { move: 'send-back', reason: '办件有新材料' });
  const anew = (await archivist.post('/archive/disposals', { lines: [{ caseId: filed.id, verdict: 'destroy' }] }))
    .body as DisposalView;
  await again.post(`/archive/disposals/${anew.id}/moves`, { move: 'approve' });
  const carried = await archivist.post(`/archive/disposals/${anew.id}/moves`, destroying);
  expect(carried.body).toMatchObject({
    state: 'carried-out',
    hash: anew.hash,
    filesLeft: anew.lines[0]?.documents,
    lines: [{ number: filed.number, verdict: 'destroy' }],
    history: [{ did: 'list' }, { did: 'approve' }, { did: 'carry-out', witness: '区档案馆 周敏' }],
  });
  expect((await archivist.get(`/cases/${filed.id}`)).status).toBe(404);
  expect(await Promise.all(['case_file', 'journal', 'applicant', 'deadline', 'alarm', 'query_code'].map(api.count))).toEqual([
    0, 0, 0, 0, 0, 0,
  ]);
  const files = await api.services.source.query<object[]>(`SELECT FROM stored_file WHERE loose_since = 'epoch'`);
  expect(files).toHaveLength(anew.lines[0]?.documents ?? 0);
  expect(files.length).toBeGreaterThan(0);
  const [{ after } = { after: {} }] = await api.services.source.query<{ after: object }[]>(
    `SELECT after FROM admin_log WHERE action = 'cases-destroyed'`,
  );
  expect(after).toEqual({ cases: 1, hash: anew.hash });
  await expect(api.services.source.query('DELETE FROM disposal_case')).rejects.toThrow(/stays/);
});

test('nothing that hangs on a case is forgotten when it is destroyed', async () => {
  const hanging = await api.services.source.query<{ name: string }[]>(
    `SELECT conrelid::regclass::text AS name FROM pg_constraint WHERE confrelid = 'case_file'::regclass AND confdeltype = 'a'`,
  );
  const going = destruction('').map(({ text }) => text);
  const forgotten = hanging.filter(({ name }) => !going.some((text) => text.startsWith(`DELETE FROM ${name} `)));
  expect(hanging.length).toBeGreaterThan(5);
  expect(forgotten).toEqual([]);
});
