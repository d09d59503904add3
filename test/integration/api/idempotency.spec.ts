import { startTestApi, type TestApi } from '../../support/api.js';
import { application, caseIn, open } from '../../support/applications.js';
import { fieldsIn, problemIn, type Officer } from '../../support/officer.js';

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

test.each([[''], [' '], ['a b'], ['k'.repeat(201)]])('the key %j is none', async (key) => {
  const answer = await clerk.post('/cases', application(), under(key));
  expect(fieldsIn(answer)).toEqual(['Idempotency-Key invalid-value']);
});
