import { reckon } from '@gongkai/casework';
import { Receipt, type AnswerCode, type DecisionCode, type PaperKind } from '@gongkai/contracts';
import { ledgerOf, type Actor } from '@gongkai/lifecycle';
import { SampleLife } from '../../libs/correspondence/src/sample/sample-life.js';
import type { Telling } from '../../libs/correspondence/src/values/telling.js';
import { tellingOf } from './worked-case.js';

/** What is decided on the one item of a made-up case, what comes before, and what its reply has to say, worked out by hand from the law. */
export type DecidedSample = {
  readonly decision: object;
  readonly before?: (life: SampleLife) => void;
  readonly expected: readonly string[];
};

const CITED = '《中华人民共和国政府信息公开条例》';
/** Against what is withheld reconsideration comes first (ARL 23(1)(4)); against the rest either way is open (ARL 23; ALL 46). */
const FIRST = [
  '对本答复不服的，可以自收到本答复之日起60日内向云川市人民政府申请行政复议。依照行政复议法第二十三条，此类决定应当先申请行政复议',
  '仍不服的，可以自收到该决定之日起15日内向云川市清河区人民法院提起行政诉讼',
];
const EITHER = [
  '对本答复不服的，可以自收到本答复之日起60日内向云川市人民政府申请行政复议，也可以自收到本答复之日起6个月内直接向云川市清河区人民法院提起行政诉讼',
];

const searched = (life: SampleLife): void =>
  void life.step('2026-03-04', { type: 'recordSearch', where: '档案室、业务系统', words: '台账', result: '未检索到' });

/** The reply is fixed by who reviewed what is given out. */
function reviewed(life: SampleLife): void {
  life.step('2026-03-05', {
    ...{ type: 'submitReview', itemId: 'item-1', fileIds: ['a'.repeat(64)] },
    ...{ original: '处罚决定书原件', originalPages: '共4页', originalPlace: '档案室' },
  });
  life.step('2026-03-06', { type: 'passReview', itemId: 'item-1' });
}

function correctedInVain(life: SampleLife): void {
  const correction = life.step('2026-03-03', { type: 'sendCorrectionNotice', missing: '请写明台账的年份' });
  life.step('2026-03-03', { type: 'recordService', noticeId: correction, how: '本人签收' });
  life.step('2026-03-04', { type: 'receiveCorrection' });
}

function reasonsRejected(life: SampleLife): void {
  life.step('2026-03-03', { type: 'askReasons', reason: '同一事项反复申请', requestsThisMonth: 31 });
  life.step('2026-03-05', { type: 'rejectReasons', answer: '个人需要', reason: '说明的用途与申请的数量不相当' }, OTHER_HEAD);
}

const WITHHELD = {
  ...{ ground: 'third_party_rights', article: '条例第十五条', reasons: '含有个人身份证号码，公开会对其合法权益造成损害' },
  ...{ facts: '该合同附件第3页载有两名经办人的身份证号码', harm: '公开会使经办人的个人信息被他人冒用' },
};

/** One for each decision that a reply can tell: the compiler misses the one of a new code. */
export const DECIDED: Readonly<Record<AnswerCode, DecidedSample>> = {
  already_public: {
    decision: { otherOrgan: '云川市政府门户网站“信息公开”专栏' },
    expected: ['已经主动公开', `根据${CITED}第三十六条第一项的规定`, '途径：云川市政府门户网站“信息公开”专栏。', ...EITHER],
  },
  granted: {
    decision: {},
    before: reviewed,
    expected: [
      ...['属于可以公开的范围', `根据${CITED}第三十六条第二项的规定，本机关决定予以公开`, '提供方式：电子，电子邮件。'],
      ...['所提供的政府信息：《处罚决定书》、《处罚决定书原件》。', ...EITHER],
    ],
  },
  partly_granted: {
    decision: WITHHELD,
    before: reviewed,
    expected: [
      ...['能够作区分处理', `根据${CITED}第三十七条的规定，本机关向你提供可以公开的政府信息内容`],
      `其余内容属于商业秘密、个人隐私等第三方合法权益，根据${CITED}第十五条的规定不予公开，理由如下：含有个人身份证号码`,
      ...['经查，该合同附件第3页', '造成的损害：公开会使经办人的个人信息被他人冒用。', ...FIRST],
    ],
  },
  refused: {
    decision: { ...WITHHELD, unasked: '第三方已经注销', severability: '全文均为个人信息，没有可以单独提供的内容' },
    expected: [
      `属于商业秘密、个人隐私等第三方合法权益，根据${CITED}第十五条的规定，本机关决定不予公开，理由如下：含有个人身份证号码`,
      ...['经查，该合同附件第3页', `本机关依照${CITED}第三十七条审查了能否作区分处理：全文均为个人信息`, ...FIRST],
    ],
  },
  not_existing: {
    decision: { reasons: '检索了档案室和业务系统2020年以来的台账' },
    before: searched,
    expected: [
      ...['经检索，你申请公开的信息不存在', `根据${CITED}第三十六条第四项的规定，告知你该政府信息不存在`],
      ...['检索情况：检索了档案室和业务系统2020年以来的台账。', ...EITHER],
    ],
  },
  not_this_organ: {
    decision: { reasons: '台账由市自然资源局制作和保存', otherOrgan: '云川市自然资源局，电话0000-55012222' },
    expected: [
      ...['不属于本机关负责公开', `根据${CITED}第三十六条第五项的规定，告知你理由：台账由市自然资源局制作和保存。`],
      ...['名称、联系方式：云川市自然资源局，电话0000-55012222。', ...EITHER],
    ],
  },
  needs_processing: {
    decision: { reasons: '本机关没有按年度汇总的台账，需要逐卷统计' },
    expected: [
      ...['需要本机关对现有政府信息进行加工、分析', `根据${CITED}第三十八条的规定，本机关不予提供`],
      ...['理由如下：本机关没有按年度汇总的台账，需要逐卷统计。', ...EITHER],
    ],
  },
  still_unclear: {
    decision: { reasons: '补正后仍未写明台账的年份' },
    before: correctedInVain,
    expected: [
      ...[
        '经补正后，申请内容仍不明确：补正后仍未写明台账的年份。',
        `根据${CITED}第三十条的规定，本机关无法按照该申请提供政府信息`,
      ],
      ...EITHER,
    ],
  },
  disguised_complaint: {
    decision: { reasons: '要求查处邻居的违法建设', otherOrgan: '向云川市城管热线投诉，电话12319' },
    expected: [
      ...['进行信访、投诉、举报等活动', `根据${CITED}第三十九条第一款的规定，告知你本机关不作为政府信息公开申请处理`],
      ...['理由如下：要求查处邻居的违法建设。', '通过相应渠道提出：向云川市城管热线投诉，电话12319。', ...EITHER],
    ],
  },
  repeated: {
    decision: { earlierNumber: '云城管公开〔2025〕8号', earlierDay: '2025-06-05', reasons: '两次申请的内容相同' },
    expected: [
      ...['本机关已经予以答复', `根据${CITED}第三十六条第六项的规定，告知你不予重复处理`],
      ...['此前的申请和答复：2025年6月5日作出的答复（云城管公开〔2025〕8号）。', '两次申请的内容相同。', ...EITHER],
    ],
  },
  publication: {
    decision: { otherOrgan: '云川市图书馆地方文献室' },
    expected: [
      ...[
        '要求提供政府公报、报刊、书籍等公开出版物',
        `根据${CITED}第三十九条第二款的规定，告知你获取的途径：云川市图书馆地方文献室。`,
      ],
      ...EITHER,
    ],
  },
  excessive_no_reason: {
    decision: { reasons: '说明的用途与申请的数量不相当' },
    before: reasonsRejected,
    expected: [
      '数量、频次明显超过合理范围，说明的理由不合理：说明的用途与申请的数量不相当。',
      ...[`根据${CITED}第三十五条的规定，告知你不予处理`, ...EITHER],
    ],
  },
  confirm_or_reissue: {
    decision: { reasons: '所要的台账已于2025年提供' },
    expected: [
      '要求本机关对已经获取的政府信息进行确认或者重新出具，本机关不予处理，理由如下：所要的台账已于2025年提供。',
      ...EITHER,
    ],
  },
  special_rule: {
    decision: { article: '《不动产登记暂行条例》第二十七条', reasons: '属于不动产登记资料的查询' },
    expected: [
      `法律、行政法规对其获取另有规定。根据${CITED}第三十六条第七项的规定`,
      ...['依照有关法律、行政法规的规定办理：《不动产登记暂行条例》第二十七条。', ...EITHER],
    ],
  },
};

const HEAD: Actor = { id: 'the-approver', roles: ['approver'], ogiHead: true };
const OTHER_HEAD: Actor = { id: 'the-other-head', roles: ['approver'], ogiHead: true };

const applied = (telling: Telling): SampleLife => {
  const receipt = Receipt.parse({ channel: 'in_person', submittedOn: '2026-03-02' });
  const life = new SampleLife(
    { ...telling.matter.reckoned.law, feeEnabled: true },
    {
      ...{ type: 'APPLICATION_RECEIVED', receipt, applicantId: 'applicant-1', wantedForm: 'electronic', delivery: 'email' },
      items: [{ id: 'item-1', description: '2025年违法建设拆除台账' }],
    },
    '2026-03-02',
  );
  life.step('2026-03-02', { type: 'accept' });
  return life;
};

function told(kind: PaperKind, lead: (life: SampleLife) => void): Telling {
  const telling = tellingOf(kind);
  const { law } = telling.matter.reckoned;
  const life = applied(telling);
  lead(life);
  const { now, today, journal } = life;
  const reckoned = reckon(now, ledgerOf(now.file, law, { asOf: today, derivation: false }), law, today);
  return { ...telling, matter: { ...telling.matter, journal, reckoned } };
}

/** What the reply of a case is told from that has one item, received on 2 March 2026 and answered on the 10th. */
export const decidedTelling = (code: AnswerCode): Telling =>
  told('reply', (life) => {
    const { decision, before } = DECIDED[code];
    const isReview = before === reviewed;
    if (!isReview) before?.(life);
    if (life.now.file.items.some((item) => item.decision === null))
      life.step('2026-03-05', { type: 'decideItem', itemId: 'item-1', code, ...decision });
    if (isReview) reviewed(life);
    life.step('2026-03-09', { type: 'submitForApproval' });
    life.step('2026-03-09', { type: 'approve' }, HEAD);
    life.step('2026-03-10', { type: 'signReply' }, HEAD);
  });

/** How a case ends without a reply that somebody is told of, and what the notice of it has to say. */
export const ENDED = {
  abandoned_correction: {
    lead: (life) => {
      const correction = life.step('2026-03-04', { type: 'sendCorrectionNotice', missing: '请写明台账的年份' });
      life.step('2026-03-05', { type: 'recordService', noticeId: correction, how: '本人签收' });
      life.step('2026-04-01', { type: 'closeAbandoned', cause: 'correction', unproven: 'lost' });
    },
    expected: [`根据${CITED}第三十条的规定，视为放弃申请`, '该申请于2026年3月27日办结（逾期不补正，视为放弃）', '2026年4月1日'],
  },
  abandoned_fee: {
    lead: (life) => {
      const fee = life.step('2026-03-05', {
        ...{ type: 'sendFeeNotice', basis: 'per_item', amount: 200 },
        ...{ finding: '短期内反复大量申请', itemsBefore: 10, itemsNow: 2 },
      });
      life.step('2026-03-06', { type: 'recordService', noticeId: fee, how: '本人签收' });
      life.step('2026-04-20', { type: 'closeAbandoned', cause: 'fee', unproven: 'lost' });
    },
    expected: ['根据《政府信息公开信息处理费管理办法》第六条的规定，视为放弃申请', '逾期不缴费，视为放弃', '2026年4月20日'],
  },
  withdrawn: {
    lead: (life) => void life.step('2026-03-05', { type: 'withdraw', how: '来信' }),
    expected: ['你已经撤回该申请，本机关终止办理。', '该申请于2026年3月5日办结（申请人撤回）', '2026年3月5日'],
  },
  merged: {
    lead: (life) => void life.step('2026-03-05', { type: 'merge', intoCaseId: '3f0c6c1e-8f53-4a59-9d57-0d3c8f6f2a10' }),
    expected: ['本机关将两件申请合并', '该申请于2026年3月5日办结（并入另一申请办理）', '2026年3月5日'],
  },
} as const satisfies Partial<
  Record<DecisionCode, { readonly lead: (life: SampleLife) => void; readonly expected: readonly string[] }>
>;

/** Whether what is no longer handled can be challenged: only where the organ ended it by itself. */
const CHALLENGED: ReadonlySet<string> = new Set<keyof typeof ENDED>(['abandoned_correction', 'abandoned_fee']);
export const AGAINST_ENDING =
  '对本机关不再处理的行为不服的，可以自收到本告知书之日起60日内向云川市人民政府申请行政复议，也可以自';
export const isChallenged = (code: keyof typeof ENDED): boolean => CHALLENGED.has(code);

/** What the notice of an end is told from. */
export const endedTelling = (code: keyof typeof ENDED): Telling => told('ending_notice', ENDED[code].lead);
