import type { Disclosure, DisclosureList, DisclosureTable } from '@gongkai/contracts';
import { startTestApi, type TestApi } from '../../support/api.js';
import { request } from '../../support/officer.js';

/** A catalogue as an organ keeps it: with all that it has, and to whom each may be given. */
const TABLE = `索引号,名称,发布日期,网址,公开属性
SX-1,机关保密工作请示,2026-04-01,https://cgj.example/1,不予公开
SX-2,某项目批复,2026-04-01,https://cgj.example/2,依申请公开
SX-3,停车收费标准,2026-04-01,https://cgj.example/3,主动公开
SX-4,未标注的一件,2026-04-01,https://cgj.example/4,`;

describe('the public attribute of what stands in a catalogue', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ today: '2026-05-08' });
  });
  afterAll(() => api.stop());

  test('keeps from the public what a table says is not for everybody, and is told of what is', async () => {
    const keeper = await api.officer('supervisor.bureau');
    const { rows, fresh, wrong } = (await keeper.upload('/disclosures/table', new File([TABLE], '目录.csv')))
      .body as DisclosureTable;
    expect([fresh, wrong]).toEqual([1, 3]);
    expect(
      rows.flatMap(({ indexNumber, problems }) => problems.map(({ column, code }) => `${indexNumber} ${column} ${code}`)),
    ).toEqual(['SX-1 公开属性 not-for-everybody', 'SX-2 公开属性 not-for-everybody', 'SX-4 公开属性 required']);
    const list = (await request(`${api.url}/api/v1/public/disclosures`)).body as DisclosureList;
    expect(list.items.map(({ indexNumber, attribute }): Partial<Disclosure> => ({ indexNumber, attribute }))).toEqual([
      { indexNumber: 'SX-3', attribute: 'public' },
    ]);
  });
});
