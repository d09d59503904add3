import type { Rectification } from '@gongkai/contracts';
import { startTestApi, type TestApi } from '../../support/api.js';
import { fieldsIn, problemIn, type HttpAnswer, type Officer } from '../../support/officer.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

/** Demanded on a Monday, five working days ahead. */
const DEMAND = `
  WITH assessed AS (
    INSERT INTO assessment (id, organ_id, year, from_day, to_day, scheme, begun_at)
    SELECT gen_random_uuid(), id, 2025, '2025-01-01', '2025-12-31', '{"indicators": []}', now() FROM organ WHERE code = 'district' RETURNING id),
  of_organ AS (
    INSERT INTO assessment_organ (assessment_id, organ_id, state, entries, history)
    SELECT assessed.id, organ.id, 'settled', '{}', '[]' FROM assessed, organ WHERE code = 'bureau' RETURNING assessment_id, organ_id)
  INSERT INTO rectification (id, assessment_id, organ_id, state, demanded_on, working_days, history)
  SELECT gen_random_uuid(), assessment_id, organ_id, 'open', '2026-03-02', 5,
         '[{"did": "demand", "on": "2026-03-02", "at": "2026-03-02T01:00:00.000Z", "by": "", "text": "更新公开指南", "workingDays": 5, "fileIds": []}]'
    FROM of_organ RETURNING id`;

test('what nobody answered after an assessment is closed with a reason, and the answer that comes after it is kept as late', async () => {
  const [{ id } = { id: '' }] = await api.services.source.query<{ id: string }[]>(DEMAND);
  const [supervisor, bureau] = [await api.officer('supervisor.district'), await api.officer('supervisor.bureau')];
  const act = (who: Officer, body: object): Promise<HttpAnswer> => who.post(`/rectifications/${id}/steps`, body);
  expect(fieldsIn(await act(supervisor, { version: 1, step: 'close', text: null }))).toEqual(['text closed-unanswered']);
  expect((await act(supervisor, { version: 1, step: 'close', text: '机构已撤销' })).body).toMatchObject({
    state: 'closed',
    may: [],
  });
  const listed = (await bureau.get('/rectifications')).body as { items: Rectification[] };
  expect(listed.items).toMatchObject([{ state: 'closed', may: ['answer'] }]);
  const answered = (await act(bureau, { version: 2, step: 'answer', text: '已更新', fileIds: [] })).body as Rectification;
  expect(answered).toMatchObject({ state: 'closed', may: [] });
  expect(answered.history.map(({ did, late }) => [did, late])).toEqual([
    ['demand', false],
    ['close', false],
    ['answer', true],
  ]);
  const again = await act(bureau, { version: 3, step: 'answer', text: '又', fileIds: [] });
  expect(problemIn(again).code).toBe('rectification-settled');
});
