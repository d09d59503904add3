import { CaseDesk } from '@gongkai/casework';
import type { CaseChange } from '@gongkai/platform';
import { atTheCounter, Office } from './office.js';

let office: Office;
beforeAll(async () => {
  office = await Office.open();
});
afterAll(() => office.close());

/** The office's desk with a bell that notes what is rung. */
function desk(): { desk: CaseDesk; rung: CaseChange[] } {
  const rung: CaseChange[] = [];
  const { pool, clock, laws, sealer } = office;
  return { desk: new CaseDesk({ pool, clock, laws, sealer, bell: { ring: (change) => rung.push(change) } }), rung };
}

test('the desk rings after each commit, for every case that has changed, and for nothing else', async () => {
  const { desk: ringing, rung } = desk();
  const { id } = await office.log(atTheCounter('2026-03-02'));
  expect(rung).toEqual([]);

  await ringing.handle(office.envelope(id, 'clerk.bureau', { type: 'register' }));
  expect(rung).toMatchObject([{ caseId: id, organId: office.person('clerk.bureau').organId, version: 2 }]);

  const refused = office.envelope(id, 'clerk.bureau', { type: 'register' });
  await expect(ringing.handle(refused)).rejects.toMatchObject({ code: 'step-not-permitted' });
  await ringing.preview(office.envelope(id, 'caseworker.bureau', { type: 'accept' }));
  expect(rung).toHaveLength(1);
});

test('a case that is split rings for itself and for the cases made of it', async () => {
  const { desk: ringing, rung } = desk();
  const { id, items } = await office.log(atTheCounter('2026-03-02'));
  await office.step(id, 'clerk.bureau', { type: 'register' });
  await office.step(id, 'caseworker.bureau', { type: 'accept' });
  await ringing.handle(office.envelope(id, 'caseworker.bureau', { type: 'split', items: items.slice(1).map((item) => item.id) }));
  const [split] = await office.rows<{ made: string }>(`SELECT fact ->> 'newCaseId' AS made FROM journal WHERE type = 'SPLIT'`);
  expect(rung.map(({ caseId }) => caseId)).toEqual([id, split?.made]);
});
