import { localDate } from '@gongkai/calendar';
import { compose } from '../../libs/correspondence/src/content/compose.js';
import type { Telling } from '../../libs/correspondence/src/values/telling.js';
import { sources, tellingOf } from './worked-case.js';

type File = Telling['matter']['reckoned']['now']['file'];

/** The correction notice of the worked case, had the application come in this way. */
function noticeAfter(receipt: File['receipt']): string {
  const telling = tellingOf('correction');
  const { matter } = telling;
  const { reckoned } = matter;
  const now = { ...reckoned.now, file: { ...reckoned.now.file, receipt } };
  const paper = compose(sources.of('correction'), { ...telling, matter: { ...matter, reckoned: { ...reckoned, now } } }, false);
  return JSON.stringify(paper);
}

test('who applied over the portal is told where it is corrected there; who came with paper is told the postal address alone', () => {
  const on = localDate('2026-03-02');
  const online = noticeAfter({ channel: 'web', submittedOn: on, confirmedOn: on });
  expect(online).toContain('也可以登录https://office.example.org/portal/follow，凭办件编号和查询码在网上补正。');
  expect(online).toContain('通信地址：云川市云川大道18号');
  expect(noticeAfter({ channel: 'in_person', submittedOn: on })).not.toContain('portal/follow');
});
