import { randomUUID } from 'node:crypto';
import type { CaseView, Completeness, JournalPage } from '@gongkai/contracts';
import { EVERYTHING, withSight } from '@gongkai/platform';
import { startTestApi, type TestApi } from '../../support/api.js';
import { open, step } from '../../support/applications.js';
import { pdfOf } from '../../support/pdfs.js';
import { fieldsIn, type Officer } from '../../support/officer.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ today: '2026-03-02' });
});
afterAll(() => api.stop());

const as = (role: string): Promise<Officer> => api.officer(`${role}.bureau`);

/** A case of former times: its correction notice was made by the desk alone, which draws nothing. */
async function withoutCopy(): Promise<CaseView> {
  const { id } = await open(await as('clerk'), {});
  await step(await as('caseworker'), id, { type: 'accept' });
  const actor = await api.services.directory.byUsername('caseworker.bureau');
  if (actor === undefined) throw new Error('Nobody works here.');
  const command = { type: 'sendCorrectionNotice', missing: '哪一年', dispatchedOn: null } as const;
  await withSight(EVERYTHING, () => api.services.desk.handle({ id: randomUUID(), caseId: id, actor, command }));
  return step(await as('caseworker'), id, { type: 'withdraw', how: '书面' });
}

const file = async (id: string, more = {}, query = '') =>
  (await as('archivist')).post(`/cases/${id}/commands${query}`, { type: 'file', ...more });

describe('a case that keeps no copy of a letter (REG 45)', () => {
  test('is not filed without a word why, which the journal keeps; the check names the letter', async () => {
    const { id, notices } = await withoutCopy();
    const { items } = (await (await as('archivist')).get(`/cases/${id}/completeness`)).body as Completeness;
    expect(items.find(({ check }) => check === 'papers')).toMatchObject({
      passed: false,
      papers: [{ number: notices[0]?.number }],
    });
    for (const query of ['', '?preview=true']) {
      const refused = await file(id, {}, query);
      expect(fieldsIn(refused)).toEqual(['unkept letter-unkept']);
      expect(JSON.stringify(refused.body)).toContain(notices[0]?.number);
    }
    const unkept = '原件在2019年纸质卷';
    expect((await file(id, { unkept })).status).toBe(200);
    const { items: entries } = (await (await as('auditor')).get(`/cases/${id}/journal?limit=100`)).body as JournalPage;
    expect(entries.at(-1)).toMatchObject({ type: 'FILED', fact: { unkept } });
  });

  test('is filed as any other once a stamped copy is there, and the word is left out then', async () => {
    const { id, notices } = await withoutCopy();
    const scan = new File([new Uint8Array(pdfOf([{ content: '' }]))], '补正.pdf', { type: 'application/pdf' });
    const fileIds = [((await (await as('caseworker')).upload('/files', scan)).body as { id: string }).id];
    await step(await as('caseworker'), id, { type: 'addStamped', noticeId: notices[0]?.id, fileIds });
    expect((await file(id, { unkept: '多余的话' })).status).toBe(200);
    const { items: entries } = (await (await as('auditor')).get(`/cases/${id}/journal?limit=100`)).body as JournalPage;
    expect(entries.at(-1)?.fact).not.toHaveProperty('unkept');
  });
});
