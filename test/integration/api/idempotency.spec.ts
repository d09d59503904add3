import { startTestApi, type TestApi } from '../../support/api.js';
import { verifyRecords } from '@gongkai/casework';
import type { EnteredRecord, RecordCorrection } from '@gongkai/contracts';
import { Sealer } from '@gongkai/platform';
import { application, caseIn, open } from '../../support/applications.js';
import { fieldsIn, postJson, problemIn, request, type Officer } from '../../support/officer.js';

let api: TestApi;
let clerk: Officer;
beforeAll(async () => {
  api = await startTestApi();
  clerk = await api.officer('clerk.bureau');
});
afterAll(() => api.stop());

const under = (key: string): Record<string, string> => ({ 'idempotency-key': key });

describe('the same key', () => {
  test('with the same application opens one case and gives the same answer', async () => {
    const before = await api.count('case_file');
    const first = await clerk.post('/cases', application(), under('letter-1'));
    const second = await clerk.post('/cases', application(), under('letter-1'));
    expect([second.status, second.text]).toEqual([first.status, first.text]);
    for (const header of ['location', 'etag']) expect(second.headers.get(header)).toBe(first.headers.get(header));
    expect(await api.count('case_file')).toBe(before + 1);
  });

  test('sent many times at once opens one case', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => clerk.post('/cases', application(), under('letter-2'))));
    expect(new Set(answers.map((answer) => caseIn(answer).id)).size).toBe(1);
  });

  test('with another application is refused', async () => {
    await clerk.post('/cases', application(), under('letter-3'));
    const answer = await clerk.post('/cases', application({ delivery: 'pick_up' }), under('letter-3'));
    expect(problemIn(answer)).toMatchObject({ status: 422, code: 'idempotency-key-reused' });
    expect(problemIn(answer).fields).toBeUndefined();
  });

  test('of somebody else, or for another address, is another key', async () => {
    const [first, other] = [await open(clerk), await open(clerk)];
    const register = (id: string, officer: Officer) => officer.post(`/cases/${id}/commands`, { type: 'register' }, under('k'));
    expect(caseIn(await register(first.id, clerk)).id).toBe(first.id);
    expect(caseIn(await register(other.id, clerk)).id).toBe(other.id);
    const stranger = await api.officer('clerk.street');
    expect(problemIn(await register(first.id, stranger)).code).toBe('case-not-found');
  });

  test('gives the answer of a step again although the case has gone on', async () => {
    const { id, version } = await open(clerk);
    const register = () =>
      clerk.post(`/cases/${id}/commands`, { type: 'register' }, { ...under('step-1'), 'if-match': `"${version}"` });
    const first = await register();
    await (await api.officer('caseworker.bureau')).post(`/cases/${id}/commands`, { type: 'accept' });
    const second = await register();
    expect([second.status, second.text]).toEqual([200, first.text]);
  });

  test('after a refusal is free again', async () => {
    const wrong = application({ receipt: { channel: 'in_person', submittedOn: '2026-03-09' } });
    expect((await clerk.post('/cases', wrong, under('letter-4'))).status).toBe(422);
    expect((await clerk.post('/cases', application(), under('letter-4'))).status).toBe(201);
  });

  test('is kept without what is known of the applicant in clear', async () => {
    await clerk.post('/cases', application(), under('letter-5'));
    const kept = await api.services.source.query<object[]>('SELECT * FROM idempotency_key');
    expect(JSON.stringify(kept)).not.toContain('李明远');
  });
});

/** Correction of a record about oneself (REG 41). */
describe('a request about a record', () => {
  const asked = { applicant: { name: '吴敏' }, record: '摊位登记表', wrong: '登记为12平方米', wanted: '8平方米' };
  const entry = { ...asked, channel: 'in_person', receivedOn: '2026-03-02', proof: '面积证明原件', fileIds: [] };
  const enter = (key: string, more: object = {}) => clerk.post('/record-corrections', { ...entry, ...more }, under(key));
  const chains = () => verifyRecords(api.services.pool, new Sealer(api.settings.secretKeys));

  test('is entered once under a key, and once under each', async () => {
    const before = await api.count('record_correction');
    const answers = await Promise.all([enter('record-1'), enter('record-1'), enter('record-1')]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(await api.count('record_correction')).toBe(before + 1);
    expect(problemIn(await enter('record-1', { wanted: '9平方米' })).code).toBe('idempotency-key-reused');
    await enter('record-2');
    expect(await api.count('record_correction')).toBe(before + 2);
  });

  test('is stepped once under a key, and gives the answer of the step again although it has gone on', async () => {
    const { entry: kept } = (await enter('record-3')).body as EnteredRecord;
    const caseworker = await api.officer('caseworker.bureau');
    const step = (version: number, said: object, key: string) =>
      caseworker.post(`/record-corrections/${kept.id}/steps`, { version, ...said }, under(key));
    const refused = { step: 'decide', outcome: 'refused', text: '实测为12平方米' };
    const first = await step(1, refused, 'step-3');
    expect((await step(2, { ...refused, text: '实测为12.5平方米' }, 'step-4')).body).toMatchObject({ version: 3 });
    const again = await step(1, refused, 'step-3');
    expect([again.status, again.text]).toEqual([200, first.text]);
    const now = (await caseworker.get(`/record-corrections/${kept.id}`)).body as RecordCorrection;
    expect([now.version, now.history.length, now.decision?.text]).toEqual([3, 3, '实测为12.5平方米']);
    expect(problemIn(await step(1, refused, 'step-5')).code).toBe('record-changed');
  });

  test('is asked for on the portal once under a key', async () => {
    const form = new FormData();
    form.append('file', new File(['%PDF-1.4 proof'], '证明.pdf', { type: 'application/pdf' }));
    const base = `${api.url}/api/v1/public`;
    const file = await request(`${base}/files?organ=bureau`, { method: 'POST', body: form });
    const body = { organ: 'bureau', ...asked, fileIds: [(file.body as { id: string }).id] };
    const [first, second] = [
      await postJson(`${base}/record-corrections`, body, under('record-6')),
      await postJson(`${base}/record-corrections`, body, under('record-6')),
    ];
    expect([second.status, second.body]).toEqual([201, first.body]);
  });

  test('has a journal that is only added to; what was changed in it, or behind it, is found', async () => {
    const before = await api.count('record_journal');
    expect(await chains()).toEqual({ records: 4, recordEntries: before, brokenRecords: [] });
    const { source } = api.services;
    await expect(source.query(`UPDATE record_journal SET did = 'sign'`)).rejects.toThrow('The journal is only added to');
    await expect(source.query('DELETE FROM record_journal')).rejects.toThrow('The journal is only added to');
    const [row] = await source.query<{ id: string }[]>('SELECT record_id AS id FROM record_journal WHERE seq = 3');
    const falsified = (change: string): Promise<unknown> =>
      source.transaction(async (manager) => {
        await manager.query(`SELECT set_config('app.falsify_journal', 'on', true)`);
        await manager.query(`${change} WHERE record_id = '${row?.id ?? ''}'`);
      });
    const found = async () => (await chains()).brokenRecords.map(({ recordId, seq, problem }) => [recordId, seq, problem]);
    await falsified(`UPDATE record_journal SET said_hash = repeat('0', 64)`);
    expect(await found()).toEqual([[row?.id, 1, 'content']]);
    await falsified(`DELETE FROM record_journal`);
    // As an older version has put it down: its next step writes all of it down.
    expect(await found()).toEqual([]);
    const caseworker = await api.officer('caseworker.bureau');
    await caseworker.post(`/record-corrections/${row?.id ?? ''}/steps`, { version: 3, step: 'withdraw', text: '申请人撤回' });
    expect(await chains()).toEqual({ records: 4, recordEntries: before + 1, brokenRecords: [] });
  });
});

test.each([[''], [' '], ['a b'], ['k'.repeat(201)]])('the key %j is none', async (key) => {
  const answer = await clerk.post('/cases', application(), under(key));
  expect(fieldsIn(answer)).toEqual(['Idempotency-Key invalid-value']);
});
