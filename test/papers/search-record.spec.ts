import { localDate } from '@gongkai/calendar';
import { compose } from '../../libs/correspondence/src/content/compose.js';
import { sources, tellingOf } from './worked-case.js';

const searched = { type: 'SEARCH_RECORDED', where: '局档案馆', words: '巡查', result: '未检索到' };

/** The record of search with one more search, written down on 6 May 2026. */
function recordWith(fact: object): string {
  const { matter, ...telling } = tellingOf('search_record');
  const entry = {
    ...matter.journal.at(-1),
    actorId: 'the-clerk',
    today: localDate('2026-05-06'),
    fact: { ...searched, ...fact },
  };
  const journal = [...matter.journal, entry] as unknown as typeof matter.journal;
  return JSON.stringify(compose(sources.of('search_record'), { ...telling, matter: { ...matter, journal } }, false).blocks);
}

describe('the record of search', () => {
  test('names who has searched and on which day, and who wrote it down, with the day where that is another', () => {
    const told = recordWith({ searchedBy: '档案科王敏', on: '2026-04-08' });
    for (const said of ['"档案科王敏"', '"2026年4月8日"', '"苏晴（2026年5月6日）"']) expect(told).toContain(said);
  });

  test('names one person where nobody else has searched, and no second day where it was written down at once', () => {
    const told = recordWith({ on: '2026-05-06' });
    expect(told).toContain('"苏晴","局档案馆"');
    expect(told).not.toContain('苏晴（');
  });
});
