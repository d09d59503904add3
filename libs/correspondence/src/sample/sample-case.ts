import { localDate } from '@gongkai/calendar';
import { reckon, type LawOfCase } from '@gongkai/casework';
import { PAPERS_ABOUT, Receipt, type Guide, type PaperKind } from '@gongkai/contracts';
import { ledgerOf, type Actor } from '@gongkai/lifecycle';
import { momentAt } from '@gongkai/platform';
import type { Words } from '../content/source.js';
import type { Telling } from '../values/telling.js';
import { SampleLife } from './sample-life.js';

/** A made-up case, and the notices in it that slips can be about. */
type SampleCase = {
  readonly life: SampleLife;
  readonly thirdParty: string;
  readonly unit: string;
  readonly order?: string;
  readonly correction: string;
};

const ITEMS = ['2025年违法建设拆除台账', '某建筑公司的处罚决定书', '内部会议纪要', '2010年的巡查日志'];

const anApplication = (law: LawOfCase): SampleLife =>
  new SampleLife(
    law,
    {
      type: 'APPLICATION_RECEIVED',
      receipt: Receipt.parse({ channel: 'in_person', submittedOn: '2026-03-02' }),
      items: ITEMS.map((description, i) => ({ id: `item-${String(i + 1)}`, description })),
      applicantId: 'applicant-1',
      wantedForm: 'electronic',
      delivery: 'email',
    },
    '2026-03-02',
  );

/** Four items with four answers, after correction, consultations, an override, an extension and a fee: everything that can be written was. */
function workedCase(law: LawOfCase): SampleCase {
  const life = anApplication({ ...law, feeEnabled: true });
  life.step('2026-03-02', { type: 'register' });
  life.step('2026-03-02', { type: 'accept' });
  const correction = life.step('2026-03-04', { type: 'sendCorrectionNotice', missing: '请写明台账的年份\n请写明公司的名称' });
  life.step('2026-03-05', { type: 'recordService', noticeId: correction, how: '本人签收' });
  life.step('2026-03-09', { type: 'receiveCorrection' });
  const thirdParty = consulted(life);
  const told = life.step('2026-03-20', {
    type: 'overrideThirdParty',
    consultationId: thirdParty,
    publicInterest: '涉及周边居民的人身安全',
  });
  life.step('2026-03-20', { type: 'dispatchNotice', noticeId: told, mode: 'ems', trackingNumber: 'E123' });
  life.step('2026-03-23', { type: 'askReasons', reason: '同一事项反复申请', requestsThisMonth: 31 });
  life.step('2026-03-24', { type: 'acceptReasons', answer: '用于编写小区业主手册' });
  life.step('2026-03-25', { type: 'proposeExtension', workingDays: 10, reason: '档案查找工作量大' });
  life.step('2026-03-26', { type: 'approveExtension' });
  const fee = life.step('2026-03-27', {
    ...{ type: 'sendFeeNotice', basis: 'per_item', amount: 200 },
    ...{ finding: '短期内反复大量申请', itemsBefore: 10, itemsNow: 2 },
  });
  life.step('2026-03-30', { type: 'recordService', noticeId: fee, how: '本人签收' });
  life.step('2026-03-31', { type: 'recordPayment', amount: 200 });
  life.step('2026-04-01', { type: 'recordSearch', where: '档案室、业务系统', words: '巡查日志 2010', result: '未检索到' });
  decided(life);
  life.step('2026-04-02', { type: 'setDelay', until: '2026-05-29', reason: '涉及多个部门' });
  const unit = life.step('2026-04-02', ASKED);
  life.step('2026-04-03', { type: 'recordUnitAnswer', requestId: unit, answer: '台账一份，可以公开' });
  life.step('2026-04-08', { type: 'submitForApproval' });
  life.step('2026-04-08', { type: 'approve', reason: '请核对期限' }, DEPUTY);
  life.step('2026-04-09', { type: 'signReply' });
  return { life, thirdParty, correction, unit };
}

/** Signs for the head of the office, by a delegation. */
const DEPUTY: Actor = {
  id: 'the-deputy',
  roles: ['caseworker'],
  ogiHead: false,
  standsFor: [{ id: 'the-head', roles: ['approver'], ogiHead: true, delegatedOn: localDate('2026-03-02') }],
};

const ASKED = { type: 'askUnit', unit: '执法科', person: 'the-clerk', task: '查找2025年台账', workingDays: 3 } as const;

/** A case that ended because nothing was added to the application. */
function abandonedCase(law: LawOfCase): SampleCase {
  const life = anApplication(law);
  life.step('2026-03-02', { type: 'accept' });
  const correction = life.step('2026-03-04', { type: 'sendCorrectionNotice', missing: '请写明台账的年份' });
  life.step('2026-03-05', { type: 'recordService', noticeId: correction, how: '本人签收' });
  life.step('2026-04-01', { type: 'closeAbandoned', cause: 'correction', unproven: '凭证原件在纸质卷' });
  return { life, thirdParty: '', unit: '', correction };
}

/** A case that its applicant withdrew while somebody was asked. */
function withdrawnCase(law: LawOfCase): SampleCase {
  const life = anApplication(law);
  life.step('2026-03-02', { type: 'accept' });
  const thirdParty = life.step('2026-03-10', { type: 'askThirdParty', party: '某建筑公司', itemIds: ['item-2'] });
  life.step('2026-03-11', { type: 'recordService', consultationId: thirdParty, how: '签收' });
  life.step('2026-03-13', { type: 'withdraw', how: '来信' });
  return { life, thirdParty, unit: '', correction: '' };
}

/** A case in which a fee was asked in error. */
function uncharged(law: LawOfCase): SampleCase {
  const life = anApplication({ ...law, feeEnabled: true });
  life.step('2026-03-02', { type: 'accept' });
  const asked = { basis: 'per_item', amount: 200, finding: '短期内反复大量申请', itemsBefore: 10, itemsNow: 2 };
  const fee = life.step('2026-03-05', { type: 'sendFeeNotice', ...asked });
  life.step('2026-03-06', { type: 'recordService', noticeId: fee, how: '本人签收' });
  life.step('2026-03-11', { type: 'liftFee', reason: '本月申请件数计算有误，未达到收费标准' });
  return { life, thirdParty: '', unit: '', correction: '' };
}

/** A case with a supervision order that was answered, demanded again, and answered late. */
function orderedCase(law: LawOfCase): SampleCase {
  const life = anApplication(law);
  life.step('2026-03-02', { type: 'accept' });
  life.step('2026-03-02', { type: 'claim' });
  const demanded = { orderKind: 'explain', demand: '说明为何尚未检索', workingDays: 3 };
  const order = life.step('2026-03-10', { type: 'issueOrder', ...demanded });
  life.step('2026-03-12', { type: 'answerOrder', orderId: order, answer: '档案室搬迁，已约定检索时间' });
  life.step('2026-03-13', { type: 'repeatOrder', orderId: order, demand: '检索后报告结果', workingDays: 2 });
  life.step('2026-03-18', { type: 'answerOrder', orderId: order, answer: '已检索，形成清单' });
  return { life, thirdParty: '', unit: '', order, correction: '' };
}

/** Four are asked; the third party refuses. @returns the letter to it */
function consulted(life: SampleLife): string {
  const asked = (type: 'askThirdParty' | 'askJointProducer' | 'askOtherOrgan' | 'askSecrecyAuthority', party: string): string =>
    life.step('2026-03-10', { type, party, itemIds: ['item-2'] });
  const thirdParty = asked('askThirdParty', '某建筑公司');
  const others = [
    asked('askJointProducer', '市规划局'),
    asked('askOtherOrgan', '市档案局'),
    asked('askSecrecyAuthority', '市国家保密局'),
  ];
  for (const id of [thirdParty, ...others]) life.step('2026-03-11', { type: 'recordService', consultationId: id, how: '签收' });
  for (const id of others) life.step('2026-03-16', { type: 'recordAnswer', consultationId: id, answer: 'agree' });
  life.step('2026-03-16', { type: 'recordAnswer', consultationId: thirdParty, answer: 'refuse', grounds: '影响商誉' });
  return thirdParty;
}

function decided(life: SampleLife): void {
  const on = (item: number, decision: object): void =>
    void life.step('2026-04-02', { type: 'decideItem', itemId: `item-${String(item)}`, ...decision });
  on(1, { code: 'already_public', otherOrgan: '本机关门户网站“政府信息公开”专栏' });
  on(2, {
    ...{ code: 'partly_granted', ground: 'third_party_rights', article: '条例第十五条', reasons: '含有个人身份证号码' },
    ...{ facts: '该合同附件第3页载有两名经办人的身份证号码', harm: '公开会使经办人的个人信息被他人冒用' },
    recordIds: ['a'.repeat(64)],
  });
  on(3, {
    ...{ code: 'refused', ground: 'process_information', article: '条例第十六条第二款', reasons: '属于讨论记录。' },
    ...{ facts: '该记录为2025年3月局长办公会的讨论记录，方案尚未确定', severability: '全文均为讨论意见，没有可以单独提供的内容' },
  });
  on(4, { code: 'not_existing', reasons: '经检索档案室和业务系统，未检索到' });
  const original = { original: '处罚决定书原件', originalPages: '共4页', originalPlace: '档案室' };
  life.step('2026-04-02', { type: 'submitReview', itemId: 'item-2', fileIds: ['a'.repeat(64)], ...original });
  life.step('2026-04-03', { type: 'passReview', itemId: 'item-2' });
}

/** What the organ of a made-up case announces of itself. */
const SAMPLE_GUIDE: Guide = {
  office: { 'zh-CN': '局办公室' },
  address: { 'zh-CN': '云川市云川大道18号' },
  hours: { 'zh-CN': '工作日' },
  phone: '0000-55018103',
  postalAddress: { 'zh-CN': '云川市云川大道18号，邮编000100' },
  reconsiderationOrgan: '云川市人民政府',
  onlineChannel: '云川市行政复议服务平台',
  court: '云川市清河区人民法院',
  supervisor: '云川市人民政府办公室',
  fonds: 'X123',
  channels: [],
  webReceipt: 'auto',
};

/** Everything that is known of a made-up case. */
function matterOf({ life, thirdParty }: SampleCase, law: LawOfCase): Telling['matter'] {
  const { now, today, journal } = life;
  const ledger = ledgerOf(now.file, law, { asOf: today, derivation: false });
  return { organId: 'organ-1', journal, reckoned: reckon(now, ledger, law, today), head: headOf(thirdParty) };
}

/** Of the third party it is known where it is reached. */
const headOf = (thirdParty: string): Telling['matter']['head'] => ({
  id: 'case-1',
  number: '城管依申请〔2026〕21号',
  version: 1,
  organCode: 'bureau',
  applicant: {
    id: 'applicant-1',
    kind: 'natural_person',
    category: 'natural_person',
    name: '李明远',
    idNumber: '110101199003070015',
    phone: '13900000000',
    address: '云川市清河区南路6号（邮编100070）',
  },
  assignee: { id: 'the-caseworker', name: '林致远' },
  openedOn: localDate('2026-03-02'),
  closedOn: null,
  people: {
    ...{ 'the-caseworker': '林致远', 'the-clerk': '苏晴', 'the-reviewer': '顾宁', 'the-approver': '陈立' },
    'the-supervisor': '赵启明',
    ...{ 'the-deputy': '方越', 'the-head': '高岚' },
  },
  tied: { merged: [], partsOpen: [] },
  appearing: {},
  contacts: { [thirdParty]: { address: '云川市清河区工业路9号，邮编100080', phone: '13811112222' } },
});

/** A life is led once for each law. */
function once(lead: (law: LawOfCase) => SampleCase): (law: LawOfCase) => SampleCase {
  const led = new WeakMap<object, SampleCase>();
  return (law) => {
    const known = led.get(law.statute) ?? lead(law);
    led.set(law.statute, known);
    return known;
  };
}
const worked = once(workedCase);
const OTHERS: Readonly<Partial<Record<PaperKind, (law: LawOfCase) => SampleCase>>> = {
  ending_notice: once(abandonedCase),
  consultation_ended: once(withdrawnCase),
  supervision_order: once(orderedCase),
  fee_lifted: once(uncharged),
};

/** What the third party answered by the link. */
const SAID = {
  at: momentAt({ on: localDate('2026-03-16'), time: '10:20' }),
  answer: 'refuse',
  text: '意见：不同意公开\n理由和依据：影响商誉\n填写人：王经理',
  files: [{ id: 'b'.repeat(64), name: '情况说明.pdf' }],
  waits: false,
} as const;

const SUBJECT = { notice: 'correction', consultation: 'thirdParty', unit: 'unit', order: 'order' } as const;

/** What a paper of a kind is told from, in a made-up case in which it can be told. */
export function sampleTelling(kind: PaperKind, law: LawOfCase, words: Words): Telling {
  const sample = (OTHERS[kind] ?? worked)(law);
  const about = (PAPERS_ABOUT as Readonly<Partial<Record<PaperKind, keyof typeof SUBJECT>>>)[kind];
  return {
    kind,
    about: about === undefined ? undefined : sample[SUBJECT[about]],
    words,
    organ: { name: '云川市城市管理综合行政执法局', guide: SAMPLE_GUIDE },
    files: [{ id: 'a'.repeat(64), name: '处罚决定书.pdf' }],
    matter: matterOf(sample, law),
    said: kind === 'answer_by_link' ? [SAID] : [],
  };
}
