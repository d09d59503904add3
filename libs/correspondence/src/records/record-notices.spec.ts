import { localDate } from '@gongkai/calendar';
import { lawShelf, type RecordMatter } from '@gongkai/casework';
import type { Organ } from '../values/telling.js';
import { recordPaper } from './record-notices.js';
import { recordSource } from './record-source.js';

const on = localDate('2026-05-15');
const text = (zh: string) => ({ 'zh-CN': zh, en: zh });

const guide = {
  office: text('办公室'),
  phone: '010-65000000',
  address: text('南大街1号'),
  reconsiderationOrgan: '区人民政府',
  onlineChannel: '行政复议服务平台',
  court: '区人民法院',
  supervisor: '区政府办公室',
} as NonNullable<Organ['guide']>;

const matter = (channel: RecordMatter['asked']['channel']): RecordMatter => ({
  ...{ organId: 'organ', organCode: 'bureau', caseNumber: '更〔2026〕1号', number: null, on },
  asked: {
    applicant: { name: '吴敏' },
    ...{ record: '摊位登记表', wrong: '登记为12平方米', wanted: '8平方米' },
    ...{ channel, receivedOn: on, fileIds: [] },
  },
  decision: { did: 'decide', on, at: '', by: 'person', name: '周知行', outcome: 'refused', text: '实测为12平方米' },
  law: lawShelf('config').lawOf('cn-ogi-711', on),
});

const remedies = (channel: RecordMatter['asked']['channel'], organ: Organ): string[] =>
  recordPaper(recordSource('config'), matter(channel), organ).blocks.flatMap((block) =>
    block.type === 'paragraph' && block.about === 'remedies' ? [block.text] : [],
  );

test('the answer tells of reconsideration, suit and complaint (REG 51), by internet where it came that way (ARL 22)', () => {
  const organ: Organ = { name: '市场监督管理局', guide };
  const [choice, complaint] = remedies('post', organ);
  expect(choice).toContain('自收到本告知书之日起60日内向区人民政府申请行政复议');
  expect(complaint).toBe('认为本机关未依法履行政府信息公开义务的，也可以向上一级行政机关或者区政府办公室投诉、举报。');
  const online = '行政复议申请也可以通过互联网渠道提交：行政复议服务平台。';
  expect(remedies('post', organ)).toHaveLength(2);
  expect(remedies('web', organ)).toEqual([choice, online, complaint]);
  const { onlineChannel: _, ...without } = guide;
  expect(remedies('email', { ...organ, guide: without })).toEqual([choice, complaint]);
});

test('an organ that has not said whom one complains to is told so before anything is drawn', () => {
  const { supervisor: _, ...without } = guide;
  expect(() => remedies('post', { name: '市场监督管理局', guide: without })).toThrow('invalid-request');
});
