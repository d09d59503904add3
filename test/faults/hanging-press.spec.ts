import { Press } from '@gongkai/correspondence';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startTestApi, type TestApi } from '../support/api.js';
import { open, step } from '../support/applications.js';
import { problemIn } from '../support/officer.js';
import { paperOf } from '../papers/worked-case.js';

/** Prints the page without a word by which it is known to be ready, and hangs on every paper. */
const HANGS = `
process.on('message', (said) => {
  const { paper } = JSON.parse(Buffer.from(said).toString('utf8'));
  if (paper.title === '') process.send({ pdf: Buffer.from('%PDF'), docx: Buffer.from('PK') });
});
process.once('disconnect', () => process.exit());
process.send('ready');
`;
const folder = mkdtempSync(path.join(tmpdir(), 'gongkai-press-'));
const HANGING = path.join(folder, 'hangs.mjs');
writeFileSync(HANGING, HANGS);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('whoever cannot wait for a paper any longer learns that, in its turn or before it', async () => {
  const press = new Press('config/fonts', HANGING);
  try {
    await press.ready();
    const [first, second] = [new AbortController(), new AbortController()];
    const paper = paperOf('correction');
    const printed = [press.print(paper, first.signal), press.print(paper, second.signal)];
    const refused = printed.map((one) => expect(one).rejects.toMatchObject({ code: 'press-silent' }));
    second.abort();
    await refused[1];
    first.abort();
    await refused[0];
    await expect(press.print(paper, AbortSignal.abort())).rejects.toMatchObject({ code: 'press-silent' });
  } finally {
    press.close();
  }
});

describe('a program that prints papers and does not answer', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ press: HANGING });
  });
  afterAll(() => api.stop());

  test('holds a case no longer than others wait for it: the step is told to be tried again, and nothing was changed', async () => {
    const { id } = await open(await api.officer('clerk.bureau'), {});
    const caseworker = await api.officer('caseworker.bureau');
    const { version } = await step(caseworker, id, { type: 'accept' });
    const before = [await api.count('journal'), await api.count('stored_file')];
    const making = caseworker.post(`/cases/${id}/commands`, { type: 'sendCorrectionNotice', missing: '哪一年' });
    // Waits for the row, and takes it once the other has let it go.
    const noted = await step(caseworker, id, { type: 'note', text: '等一等' });
    const answer = await making;
    expect([answer.status, problemIn(answer).code, answer.headers.get('retry-after')]).toEqual([503, 'press-silent', '3']);
    expect(noted).toMatchObject({ version: version + 1, notices: [] });
    expect([await api.count('journal'), await api.count('stored_file')]).toEqual([(before[0] ?? 0) + 1, before[1]]);
  });
});
