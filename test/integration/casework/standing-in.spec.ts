import { verifyChains, verifyReplay } from '@gongkai/casework';
import { atTheCounter, Office } from './office.js';

let office: Office;
beforeAll(async () => {
  office = await Office.open();
});
afterAll(() => office.close());

const absence = (from: string, to: string): Promise<unknown> =>
  office.source.query('INSERT INTO absence VALUES (gen_random_uuid(), $1, $2, $3, $4)', [
    office.person('caseworker.bureau').id,
    from,
    to,
    office.person('legal.bureau').id,
  ]);
const search = (where: string) => ({ type: 'recordSearch', where, words: '名单', result: '找到' }) as const;

test('the journal keeps for whom a substitute took a step on the days of the absence, and its chain and replay stay whole', async () => {
  office.on('2026-03-02');
  const { id } = await office.log(atTheCounter('2026-03-02', { items: [{ description: '代办的件' }] }));
  await office.step(id, 'caseworker.bureau', { type: 'accept' });
  await office.step(id, 'caseworker.bureau', { type: 'claim' });
  await office.source.query(`
    INSERT INTO post (id, person_id, organ_id, role, valid_from)
    SELECT gen_random_uuid(), id, organ_id, 'caseworker', '2026-01-01' FROM person WHERE username = 'legal.bureau'`);
  await absence('2026-03-03', '2026-03-04');
  for (const day of ['2026-03-02', '2026-03-03', '2026-03-05']) {
    office.on(day);
    await office.meetAgain('legal.bureau');
    await office.step(id, 'legal.bureau', search(day));
  }
  const [away, instead] = [office.person('caseworker.bureau'), office.person('legal.bureau')];
  const { items } = await office.queries.journal(instead, id, { limit: 50 });
  const searches = items.filter(({ type }) => type === 'SEARCH_RECORDED');
  expect(searches.map(({ actor, fact }) => [actor, fact.where, fact.standingInFor])).toEqual([
    [instead.id, '2026-03-02', undefined],
    [instead.id, '2026-03-03', away.id],
    [instead.id, '2026-03-05', undefined],
  ]);
  const parts = { pool: office.pool, laws: office.laws, clock: office.clock };
  expect((await verifyChains(office.pool)).broken).toEqual([]);
  expect((await verifyReplay(parts)).differences).toEqual([]);
  expect((await office.queries.view(instead, id)).people).toMatchObject({ [away.id]: away.name });
});
