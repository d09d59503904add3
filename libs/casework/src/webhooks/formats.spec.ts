import { createHmac } from 'node:crypto';
import { postOf, verdictOf, type WebhookItem, type WebhookMessage } from './formats.js';

const now = new Date('2026-03-27T01:00:00Z');
const item: WebhookItem = {
  number: '柳荫依申请〔2026〕1号',
  deadline: 'finalDue',
  text: '答复期限：2026年3月30日（周一），还剩1个工作日',
  due: '2026-03-30',
  daysLeft: 1,
  url: 'https://office.example.org/case/1',
  to: [{ username: 'caseworker.street', name: '周知行' }],
};
const message: WebhookMessage = { id: 'a-b-c', kind: 'reminders', title: '依申请公开办件提醒（1项）', items: [item] };
const address = { url: 'https://oapi.example.org/robot/send?access_token=t', secret: 'SEC0123456789abcdef' };
const contentOf = (body: string): string => (JSON.parse(body) as { text: { content: string } }).text.content;

it('signed: the signature is over the timestamp and the body as they are sent', () => {
  const { headers, body } = postOf('signed', message, address, now);
  const hex = createHmac('sha256', address.secret).update(`1774573200.${body}`).digest('hex');
  expect(headers).toMatchObject({
    'x-gongkai-timestamp': '1774573200',
    'x-gongkai-delivery': 'a-b-c',
    'x-gongkai-signature': `sha256=${hex}`,
  });
  expect(JSON.parse(body)).toEqual(message);
});

it('DingTalk: text, and the sign of its documentation in the address', () => {
  const { url, body, headers } = postOf('dingtalk', message, address, now);
  const { searchParams } = new URL(url);
  const sign = createHmac('sha256', address.secret).update(`1774573200000\n${address.secret}`).digest('base64');
  expect(Object.fromEntries(searchParams)).toEqual({ access_token: 't', timestamp: '1774573200000', sign });
  expect(url).toContain(encodeURIComponent(sign));
  expect(JSON.parse(body)).toMatchObject({ msgtype: 'text' });
  expect(Object.keys(headers)).toEqual(['content-type']);
  expect(postOf('dingtalk', message, { ...address, secret: null }, now).url).toBe(address.url);
});

it('WeCom: text of no more than 2048 bytes; what does not fit is counted', () => {
  const { url, body } = postOf('wecom', message, address, now);
  expect(url).toBe(address.url);
  expect(contentOf(body)).toBe([message.title, [item.number, item.text, '送：周知行', item.url].join('\n')].join('\n\n'));
  const long = contentOf(postOf('wecom', { ...message, items: Array.from({ length: 40 }, () => item) }, address, now).body);
  expect(Buffer.byteLength(long)).toBeLessThanOrEqual(2048);
  expect(long).toMatch(/另有\d+项，见办件系统$/);
});

it.each([
  ['wecom', 200, '{"errcode":0}', true, false],
  ['dingtalk', 200, '{"errcode":310000,"errmsg":"sign not match"}', false, false],
  ['wecom', 200, 'hello', false, false],
  ['signed', 204, '', true, false],
  ['signed', 302, '', false, true],
  ['signed', 404, 'no such hook', false, true],
  ['signed', 429, 'slowly', false, false],
  ['signed', 500, 'oh', false, false],
] as const)('%s answers %i %s: taken %s, for good %s', (...[format, status, text, taken, final]) =>
  expect(verdictOf(format, { status, text })).toMatchObject({ taken, final }),
);
