import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CaseView, DocumentsView, DrawnPaper, JournalPage } from '@gongkai/contracts';
import { startTestApi, type TestApi } from '../../support/api.js';
import { faultsOf } from '../../support/bag.js';
import { open, step } from '../../support/applications.js';
import type { Officer } from '../../support/officer.js';
import { pdftotext, suiteNeeding } from '../../support/tools.js';
import { unzip } from '../../support/unzip.js';

let api: TestApi;
let [clerk, caseworker, approver, archivist]: [Officer, Officer, Officer, Officer] = [] as never;

beforeAll(async () => {
  api = await startTestApi();
  const roles = ['clerk', 'caseworker', 'approver', 'archivist'];
  [clerk, caseworker, approver, archivist] = (await Promise.all(roles.map((role) => api.officer(`${role}.bureau`)))) as [
    Officer,
    Officer,
    Officer,
    Officer,
  ];
});
afterAll(async () => {
  await api.stop();
});

/** The text of a PDF, page by page, without what a line break adds. */
const pagesOf = (pdf: Buffer): readonly string[] =>
  spawnSync(pdftotext(), ['-raw', '-', '-'], { input: pdf, encoding: 'utf8' })
    .stdout.split('\f')
    .slice(0, -1)
    .map((text) => text.replace(/\s/g, ''));

async function fetched(address: string): Promise<Buffer> {
  const answer = await fetch(`${archivist.base}${address}`, { headers: { cookie: archivist.cookie } });
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}

async function namesOf(id: string): Promise<readonly string[]> {
  const { items } = (await archivist.get(`/cases/${id}/documents`)).body as DocumentsView;
  return items.flatMap((item) => (item.type === 'file' ? item.name : []));
}

const inBothForms = (names: readonly string[]): string[] => names.flatMap((name) => [`${name}.pdf`, `${name}.docx`]);

/** A case that is answered: what is asked for does not exist, and where it was searched is on record (REG 36(4)). */
async function answered(): Promise<CaseView> {
  const { id, items } = await open(clerk);
  await step(clerk, id, { type: 'register' });
  await step(caseworker, id, { type: 'accept' });
  await step(caseworker, id, { type: 'claim' });
  const searchedBy = '档案科王敏';
  await step(caseworker, id, {
    type: 'recordSearch',
    where: '业务系统和档案室',
    words: '拆除台账',
    result: '未检索到',
    searchedBy,
  });
  await step(caseworker, id, { type: 'decideItem', itemId: items[0]?.id, code: 'not_existing' });
  await step(caseworker, id, { type: 'submitForApproval' });
  await step(approver, id, { type: 'approve' });
  await step(approver, id, { type: 'signReply' });
  return step(caseworker, id, { type: 'dispatch', mode: 'in_person', signedBy: '本人' });
}

async function withdrawn(): Promise<CaseView> {
  const { id } = await open(clerk);
  await step(clerk, id, { type: 'register' });
  await step(caseworker, id, { type: 'accept' });
  return step(caseworker, id, { type: 'withdraw', how: '书面撤回' });
}

suiteNeeding('pdftotext')('the records of the office in the folder (REG 45)', () => {
  test('what was answered that it does not exist has on file where it was searched, in documents, catalogue, bundle and export', async () => {
    const { id, number } = await answered();
    await step(archivist, id, { type: 'file', unproven: 'the slips lie in the paper folder' });
    const records = ['申请登记表', '检索记录'].map((name) => `${name}${number}`);
    const names = await namesOf(id);
    const filed = names.filter((name) => !name.startsWith('答复书'));
    expect(filed.slice(0, 4)).toEqual(inBothForms(records));
    expect([filed.length, filed[4]]).toEqual([6, expect.stringMatching(/^发文签批单.*\.pdf$/)]);

    const { pdf } = (await archivist.post(`/cases/${id}/papers`, { kind: 'file_catalogue' })).body as DrawnPaper;
    const listed = pagesOf(await fetched(`/files/${pdf.id}`)).join('');
    for (const one of [...records, '发文签批单']) expect(listed).toContain(one.replace(/\s/g, ''));

    const bundle = pagesOf(await fetched(`/cases/${id}/bundle`));
    expect(bundle[1]).toContain('检索记录');
    const search = bundle.slice(2).find((page) => page.includes('政府信息检索记录'));
    for (const one of ['业务系统和档案室', '拆除台账', '未检索到', '档案科王敏', '记录人']) expect(search).toContain(one);

    const bag = mkdtempSync(path.join(tmpdir(), 'gongkai-bag-'));
    unzip(await fetched(`/cases/${id}/export`), bag);
    expect(faultsOf(bag)).toEqual([]);
    const kept = readdirSync(path.join(bag, 'data/documents')).filter((name) => name.includes('检索记录'));
    expect(kept.map((name) => path.extname(name)).sort()).toEqual(['.docx', '.pdf']);
    const found = kept.find((name) => name.endsWith('.pdf')) ?? '';
    expect(pagesOf(readFileSync(path.join(bag, 'data/documents', found))).join('')).toContain('业务系统和档案室');
    expect(readFileSync(path.join(bag, 'data/index.html'), 'utf8')).toContain('检索记录');
    rmSync(bag, { recursive: true });
  });

  test('as long as it is not filed they are bound behind the papers, each with its pages in the catalogue', async () => {
    const { id } = await answered();
    expect((await namesOf(id)).every((name) => name.startsWith('答复书'))).toBe(true);
    const [, catalogue, ...pages] = pagesOf(await fetched(`/cases/${id}/bundle`));
    for (const [name, title] of [
      ['申请登记表', '政府信息公开申请登记表'],
      ['检索记录', '政府信息检索记录'],
      ['发文签批单', '发文签批单'],
    ] as const) {
      const at = pages.findIndex((page) => page.includes(title));
      expect(at).toBeGreaterThan(0);
      // The row of the catalogue ends with the page of the sheet.
      expect(catalogue).toMatch(new RegExp(`${name}[^号]*号[^号]*日${String(at + 1)}`));
    }
  });

  test('a record tells what was corrected as it stands, and the journal both', async () => {
    const { id } = await answered();
    const { items } = (await caseworker.get(`/cases/${id}/journal`)).body as JournalPage;
    const entryId = items.find(({ type }) => type === 'SEARCH_RECORDED')?.id;
    const fields = { where: '局档案馆', searchedBy: '档案科李静' };
    await step(caseworker, id, { type: 'correctFact', entryId, fields, reason: '检索地点和检索人写错' });
    const { pdf } = (await archivist.post(`/cases/${id}/papers`, { kind: 'search_record' })).body as DrawnPaper;
    const told = pagesOf(await fetched(`/files/${pdf.id}`)).join('');
    for (const one of ['局档案馆', '档案科李静', '拆除台账']) expect(told).toContain(one);
    for (const one of ['业务系统和档案室', '档案科王敏']) expect(told).not.toContain(one);
  });

  test('what ended without a reply has its form and its closing record, and nothing that did not take place', async () => {
    const { id, number } = await withdrawn();
    const draft = (
      await archivist.post(`/cases/${id}/papers/draft`, { type: 'file', unproven: 'the slips lie in the paper folder' })
    ).body as DrawnPaper;
    expect(draft.kind).toBe('registration_form');
    await step(archivist, id, { type: 'file', unproven: 'the slips lie in the paper folder' });
    expect(await namesOf(id)).toEqual(inBothForms([`申请登记表${number}`, `结案登记表${number}`]));
  });

  test('whoever files without them says so', async () => {
    const { id } = await withdrawn();
    expect(
      (await archivist.post(`/cases/${id}/commands?draw=false`, { type: 'file', unproven: 'the slips lie in the paper folder' }))
        .status,
    ).toBe(200);
    expect(await namesOf(id)).toEqual([]);
  });
});
