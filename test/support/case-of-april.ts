import { localDate } from '@gongkai/calendar';
import type { CaseView } from '@gongkai/contracts';
import type { TestApi } from './api.js';
import { open, step } from './applications.js';
import type { Officer } from './officer.js';

const ITEMS = [
  '2025年度餐厨垃圾收运服务采购合同及补充协议',
  '该项目2025年1—12月考核评分表和扣款记录',
  '2026年续签合同的内部请示和讨论记录',
  '2019年以前的收运路线图',
];

/** A letter of April 2026 about which a third party was asked and stayed silent (scenario 7); the office stands on the day it is left at. */
export async function caseOfApril(api: TestApi, clerk: Officer, caseworker: Officer, today = '2026-05-08'): Promise<CaseView> {
  const on = (day: string): void => api.clock.set(localDate(day));
  on('2026-04-07');
  const { id } = await open(clerk, {
    receipt: { channel: 'ems', postedOn: '2026-04-06', signedOn: '2026-04-07', trackingNumber: '1234567890123' },
    items: ITEMS.map((description) => ({ description })),
  });
  on('2026-04-08');
  await step(caseworker, id, { type: 'accept' });
  on('2026-04-10');
  await step(caseworker, id, { type: 'askThirdParty', party: '洁源公司' });
  on('2026-04-13');
  const { consultations } = await step(caseworker, id, { type: 'note', text: '第三方要求当面送达' });
  await step(caseworker, id, { type: 'recordService', consultationId: consultations[0]?.id, how: '本人签收' });
  on('2026-04-28');
  const { items } = await step(caseworker, id, {
    type: 'recordSearch',
    where: '档案室、业务系统',
    words: '餐厨垃圾',
    result: '找到两份',
  });
  await step(caseworker, id, { type: 'decideItem', itemId: items[1]?.id, code: 'granted' });
  const view = await step(caseworker, id, {
    type: 'decideItem',
    itemId: items[2]?.id,
    code: 'refused',
    ground: 'process_information',
    article: '条例第十六条第二款',
    facts: '该记录为2026年3月专题会的讨论记录，路线尚未确定',
    reasons: '讨论记录尚在形成过程中',
    severability: '全文均为讨论意见，没有可以单独提供的内容',
  });
  on(today);
  return view;
}
