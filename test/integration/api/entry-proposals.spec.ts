import type { CatalogueEntry, Disclosure, EntryProposal, EntryProposalList, NotificationList } from '@gongkai/contracts';
import { startTestApi, type TestApi } from '../../support/api.js';
import { open } from '../../support/applications.js';
import { fieldsIn, problemIn, request, type Officer } from '../../support/officer.js';
import { pdfOf, written } from '../../support/pdfs.js';
import { confirmProposal } from '../../support/proposals.js';

let api: TestApi;
let keeper: Officer;
let reviewer: Officer;
beforeAll(async () => {
  api = await startTestApi();
  [keeper, reviewer] = await Promise.all([api.officer('supervisor.bureau'), api.officer('reviewer.bureau')]);
});
afterAll(() => api.stop());

const WORDS = { title: '户外广告设置管理办法', kind: 'normative_documents' };
const RULE = 'Article 1 These rules are made to govern signs in the open.';
const fileOf = (text: string, name = '办法.pdf'): File =>
  new File([new Uint8Array(pdfOf([{ content: written(text, 60, 700) }]))], name);
const upload = async (officer: Officer, file: File): Promise<string> =>
  ((await officer.upload('/files', file)).body as { id: string }).id;
const propose = async (indexNumber: string, file = fileOf(RULE), words: object = WORDS) =>
  keeper.post('/entry-proposals', { ...words, indexNumber, fileId: await upload(keeper, file) });
const move = (id: string, body: object, officer = reviewer) => officer.post(`/entry-proposals/${id}/moves`, body);
const isPublic = async (id: string): Promise<boolean> =>
  (await request(`${api.url}/api/v1/public/disclosures/${id}`)).status === 200;

/** What somebody is told of a proposal and has not read: where it leads is told by its name. */
async function toldOf(username: string, id: string): Promise<number> {
  const officer = await api.officer(username);
  const { items } = (await officer.get('/notifications?unread=true')).body as NotificationList;
  return items.filter(({ news, about }) => news === 'entry-proposed' && about === id).length;
}

test('those who may confirm are told of it at once, who proposed it is not; once it is decided it presses nobody', async () => {
  const { id } = (await propose('CG-21')).body as EntryProposal;
  const told = () => Promise.all(['reviewer', 'approver', 'supervisor', 'clerk'].map((role) => toldOf(`${role}.bureau`, id)));
  expect(await told()).toEqual([1, 1, 0, 0]);
  expect(await toldOf('reviewer.street', id)).toBe(0);
  expect(fieldsIn(await propose('CG-21'))).toEqual(['indexNumber taken']);
  await move(id, { move: 'return', reason: '文件不全' });
  expect(await told()).toEqual([0, 0, 0, 0]);
});

describe('an entry with a file (REG 17)', () => {
  test('becomes public by a second person, who has looked at exactly these words and bytes', async () => {
    const proposal = (await propose('CG-1')).body as EntryProposal;
    expect(proposal).toMatchObject({ state: 'waiting', read: { pages: 1, total: 1 }, findings: [], may: ['return'] });
    expect(await isPublic(proposal.id)).toBe(false);
    const confirm = { move: 'confirm', hash: proposal.hash };
    expect(problemIn(await move(proposal.id, confirm, keeper)).code).toBe('role-missing');
    expect(problemIn(await move(proposal.id, confirm, await api.officer('reviewer.street'))).code).toBe('not-found');
    expect(problemIn(await move(proposal.id, confirm, await api.officer('clerk.bureau'))).code).toBe('role-missing');
    expect(problemIn(await move(proposal.id, { ...confirm, hash: '0'.repeat(64) })).code).toBe('proposal-other-bytes');
    expect(await confirmProposal(api, { body: proposal })).toMatchObject({ state: 'confirmed', may: [] });
    expect(problemIn(await move(proposal.id, confirm)).code).toBe('proposal-settled');
    const { body } = await request(`${api.url}/api/v1/public/disclosures/${proposal.id}`);
    expect(body as Disclosure).toMatchObject({ indexNumber: 'CG-1', file: { name: '办法.pdf' } });
    expect((await keeper.get(`/disclosures?q=CG-1`)).body).toMatchObject({ items: [{ id: proposal.id }] });
  });

  test('is confirmed by nobody who proposed it, whatever posts they hold', async () => {
    const { id, hash } = (await propose('CG-2')).body as EntryProposal;
    const own = `UPDATE entry_proposal SET proposed_by = (SELECT id FROM person WHERE username = 'reviewer.bureau') WHERE id = $1`;
    await api.services.source.query(own, [id]);
    expect(problemIn(await move(id, { move: 'confirm', hash })).code).toBe('self-approval');
    expect((await move(id, { move: 'return', reason: '文件不全' })).body).toMatchObject({
      state: 'returned',
      decided: { reason: '文件不全' },
    });
    expect(await isPublic(id)).toBe(false);
  });

  test('is read for what it tells of people: an identity number or the telephone of who asked keeps it from being public', async () => {
    const { id, hash } = (await propose('CG-3', fileOf('Zhang, card 11010519491231002X, signed'))).body as EntryProposal;
    const seen = (await reviewer.get(`/entry-proposals/${id}`)).body as EntryProposal;
    expect(seen).toMatchObject({ findings: [{ where: 'file', page: 1, what: 'number', blocks: true }], may: ['return'] });
    expect(problemIn(await move(id, { move: 'confirm', hash })).code).toBe('proposal-not-clean');
    const titled = { ...WORDS, title: '关于11010519491231002X的通报' };
    expect(fieldsIn(await propose('CG-4', fileOf(RULE), titled))).toEqual(['title personal-words']);
    const typed = { ...titled, indexNumber: 'CG-5', url: 'https://cgj.example/5' };
    expect(fieldsIn(await keeper.post('/disclosures', typed))).toEqual(['title personal-words']);
  });

  test('tells the name of somebody who asked to its second person alone', async () => {
    const clerk = await api.officer('clerk.bureau');
    const { applicant } = await open(clerk, {});
    const { id } = (await propose('CG-6', fileOf(RULE), { ...WORDS, summary: `由${applicant.name}起草` })).body as EntryProposal;
    expect((await keeper.get(`/entry-proposals/${id}`)).body).toMatchObject({ findings: [] });
    expect((await reviewer.get(`/entry-proposals/${id}`)).body).toMatchObject({
      findings: [{ where: 'summary', what: 'name', text: applicant.name, blocks: false }],
      may: ['confirm', 'return'],
    });
  });

  test('says nothing that a file of a case says word for word, whatever its bytes', async () => {
    const clerk = await api.officer('clerk.bureau');
    const text = 'Minutes of the meeting on the demolition of the wall, for inside use';
    await open(clerk, { fileIds: [await upload(clerk, fileOf(text, '纪要.pdf'))] });
    const [copy] = [pdfOf([{ content: written(text, 60, 600) }])];
    const answer = await propose('CG-7', new File([new Uint8Array(copy)], '别名.pdf'));
    expect(fieldsIn(answer)).toEqual(['fileId text-of-case']);
  });

  test('gets another file by a second person too; the one before stays until then, and no table writes over it', async () => {
    const first = await confirmProposal(api, await propose('CG-8'));
    const form = new FormData();
    form.append('file', fileOf(`${RULE} Second edition.`, '办法（修订）.pdf'));
    const second = (await keeper.send(`/disclosures/${first.id}/file`, { method: 'PUT', body: form })).body as EntryProposal;
    const entry = async () => (await request(`${api.url}/api/v1/public/disclosures/${first.id}`)).body as Disclosure;
    expect(await entry()).toMatchObject({ file: { name: '办法.pdf' } });
    const rows = '索引号,名称,公开日期,网址\nCG-8,另一个名称,2026-03-01,https://cgj.example/8';
    expect((await keeper.upload('/disclosures/table', new File([rows], '目录.csv'))).body).toMatchObject({
      reviewed: 1,
      changed: 0,
    });
    await confirmProposal(api, { body: second });
    expect(await entry()).toMatchObject({ title: WORDS.title, file: { name: '办法（修订）.pdf' } });
    const { items } = (await reviewer.get('/entry-proposals')).body as EntryProposalList;
    expect(items.find(({ id }) => id === second.id)?.state).toBe('confirmed');
  });
});

test('what is public elsewhere is entered by one person, with its address, and not with the number of a card', async () => {
  const entry = { ...WORDS, indexNumber: 'CG-9', url: 'https://cgj.example/9', publishedOn: '2026-02-01' };
  const made = (await keeper.post('/disclosures', entry)).body as CatalogueEntry;
  expect(await isPublic(made.id)).toBe(true);
  const rows = '索引号,名称,公开日期,网址\nCG-10,11010519491231002X的处罚决定,2026-02-01,https://cgj.example/10';
  expect((await keeper.upload('/disclosures/table', new File([rows], '目录.csv'))).body).toMatchObject({
    wrong: 1,
    rows: [{ problems: [{ column: '名称' }] }],
  });
});
