import type { CaseView, CatalogueEntry } from '@gongkai/contracts';
import { startTestApi, type TestApi } from '../../support/api.js';
import { open } from '../../support/applications.js';
import { fieldsIn, problemIn, type Officer } from '../../support/officer.js';

let api: TestApi;
let keeper: Officer;
let clerk: Officer;
beforeAll(async () => {
  api = await startTestApi();
  [keeper, clerk] = await Promise.all([api.officer('supervisor.bureau'), api.officer('clerk.bureau')]);
});
afterAll(() => api.stop());

const record = (name: string): File => new File([`%PDF-1.4\n% ${name}\n%%EOF\n`], `${name}.pdf`);
const handedIn = async (officer: Officer, name: string): Promise<string> =>
  ((await officer.upload('/files', record(name))).body as { id: string }).id;

async function entered(indexNumber: string, more: object): Promise<CatalogueEntry> {
  const entry = {
    indexNumber,
    title: '户外广告设置管理办法',
    kind: 'normative_documents',
    url: 'https://cgj.example/1',
    ...more,
  };
  return (await keeper.post('/disclosures', entry)).body as CatalogueEntry;
}

const put = (id: string, name: string) => {
  const form = new FormData();
  form.append('file', record(name));
  return keeper.send(`/disclosures/${id}/file`, { method: 'PUT', body: form });
};

describe('a file that lies in a case (REG 17, 44)', () => {
  let paper: string;
  let inCase: CaseView;
  beforeAll(async () => {
    paper = await handedIn(clerk, 'what was asked');
    inCase = await open(clerk, { fileIds: [paper] });
  });

  test('is not published with an entry that is typed in', async () => {
    const entry = { indexNumber: 'CG-1', title: '台账', kind: 'normative_documents', fileId: paper };
    expect(fieldsIn(await keeper.post('/disclosures', entry))).toEqual(['fileId second-look']);
    expect(fieldsIn(await keeper.post('/entry-proposals', entry))).toEqual(['fileId file-of-case']);
    expect(await api.count('disclosure')).toBe(0);
  });

  test('nor put to one, also where somebody hands the same bytes in again', async () => {
    const { id } = await entered('CG-2', {});
    expect(fieldsIn(await put(id, 'what was asked'))).toEqual(['fileId file-of-case']);
    expect((await put(id, 'a rule')).status).toBe(200);
  });

  test('what came out of a case keeps the file that was reviewed', async () => {
    const fileId = await handedIn(keeper, 'the clean copy');
    const { id } = await entered('CG-3', {});
    await api.services.source.query('UPDATE disclosure SET file_id = $2 WHERE id = $1', [id, fileId]);
    await api.services.source.query('UPDATE disclosure SET case_id = $2 WHERE id = $1', [id, inCase.id]);
    expect(problemIn(await put(id, 'another'))).toMatchObject({ status: 409, code: 'disclosure-reviewed' });
    const dropped = await keeper.send(`/disclosures/${id}/file`, { method: 'DELETE' });
    expect(problemIn(dropped).code).toBe('disclosure-reviewed');
  });
});
