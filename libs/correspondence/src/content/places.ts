import type { Text } from '@gongkai/contracts';

const place = (zh: string, en: string): Text => ({ 'zh-CN': zh, en });

/** What a source may put in braces anywhere, and name as the condition of a part; with what is said where it is lacking. */
export const PLACES = {
  today: place('今天的日期', 'today'),
  'organ.name': place('本机关名称', 'the name of the organ'),
  'organ.office': place('本机关指南中的工作机构', 'the unit for disclosure, in the guide of the organ'),
  'organ.address': place('本机关指南中的办公地址', 'the address, in the guide of the organ'),
  'organ.postalAddress': place('本机关指南中的通信地址', 'the postal address, in the guide of the organ'),
  'organ.phone': place('本机关指南中的联系电话', 'the phone, in the guide of the organ'),
  'organ.hours': place('本机关指南中的办公时间', 'the hours, in the guide of the organ'),
  'organ.payment': place('本机关指南中的缴费方式', 'where and how a fee is paid, in the guide of the organ'),
  'organ.fonds': place('本机关的全宗号', 'the number of its fonds in the archive, in the guide of the organ'),
  'organ.reconsiderationOrgan': place('本机关指南中的行政复议机关', 'the reconsideration organ, in the guide of the organ'),
  'organ.court': place('本机关指南中的管辖法院', 'the court, in the guide of the organ'),
  'organ.supervisor': place('本机关指南中的政府信息公开主管部门', 'the competent department, in the guide of the organ'),
  'organ.onlineChannel': place('本机关指南中的行政复议网上渠道', 'reconsideration by internet, in the guide of the organ'),
  'case.number': place('办件编号', 'the number of the case'),
  'case.subject': place('申请事项', 'what is asked for'),
  'case.year': place('归档年度', 'the year it is filed under'),
  'case.openedOn': place('登记日期', 'the day it was logged'),
  'case.closedOn': place('办结日期', 'the day it was closed'),
  'case.outcome': place('办理结果', 'how it ended'),
  'case.retention': place('保管期限', 'how long it is kept'),
  'case.filedBy': place('立卷人', 'who put the folder together'),
  'case.handler': place('承办人', 'the caseworker'),
  'case.inapplicable': place('标明不适用的材料份数', 'how many papers were said not to apply'),
  'case.appearing': place('出席开庭或者听证的人数', 'how many appear at hearings'),
  'case.papers': place('卷内文件份数', 'how many papers are in the folder'),
  'applicant.name': place('申请人姓名或者名称', 'the name of the applicant'),
  'applicant.you': place('对申请人的称呼', 'how the applicant is addressed'),
  'applicant.kind': place('申请人类别', 'the kind of applicant'),
  'applicant.identity': place('申请人证件', 'the document of the applicant'),
  'applicant.address': place('申请人地址', 'the address of the applicant'),
  'applicant.phone': place('申请人电话', 'the phone of the applicant'),
  'applicant.email': place('申请人电子邮箱', 'the e-mail of the applicant'),
  'applicant.agent': place('代理人', 'the agent'),
  'receipt.channel': place('提交方式', 'how it was sent'),
  'receipt.arrivedOn': place('来件日期', 'the day it arrived'),
  'receipt.receivedOn': place('收到申请之日', 'the date of receipt'),
  'receipt.article': place('确定收到之日的依据', 'the article that settles the date of receipt'),
  'receipt.trackingNumber': place('邮件号', 'the number of the letter'),
  'receipt.followedAt': place('网上申请的查询地址', 'where an application over the portal is followed'),
  'wanted.form': place('获取信息的载体', 'in which form it is wanted'),
  'wanted.delivery': place('获取信息的方式', 'how it is to be delivered'),
  'reply.due': place('答复期限', 'the reply due date'),
  'reply.drafter': place('拟稿人', 'who drafted the reply'),
  'reply.proposed': place('拟稿提出的公开属性', 'the public attribute as its drafter proposes it'),
  'reply.opined': place('保密审查对公开属性的意见', 'the public attribute as its reviewer sees it'),
  'reply.fixed': place('签发确定的公开属性', 'the public attribute as it was signed'),
  'notice.kind': place('文书名称', 'what the paper is called'),
  'notice.number': place('文号', 'the number of the paper'),
  'notice.madeOn': place('制作日期', 'the day it was made'),
  'notice.sentOn': place('发出日期', 'the day it was sent'),
  'notice.servedOn': place('送达日期', 'the day it was served'),
  'notice.mode': place('送达方式', 'how it was sent'),
  'notice.trackingNumber': place('邮件号', 'the number of the letter'),
  'notice.servedHow': place('签收情况', 'how it was served'),
  'notice.witness': place('见证人', 'who witnessed that it was left at the address'),
  'notice.recorded': place('拍照、录像', 'the photos or films of its being left'),
  'notice.addressee': place('受送达人', 'whom it is for'),
  'post.name': place('收件人', 'whom the letter is for'),
  'post.address': place('收件地址', 'where the letter goes'),
  'post.postcode': place('收件邮政编码', 'the postcode where the letter goes'),
  'post.phone': place('收件人电话', 'the phone of whom the letter is for'),
  'unit.name': place('协办单位', 'the unit that is asked to help'),
  'unit.person': place('协办人', 'who answers for the unit'),
  'unit.task': place('协办事项', 'what the unit is asked for'),
  'unit.askedOn': place('请求协办的日期', 'the day the unit was asked'),
  'unit.due': place('协办反馈期限', 'by when the unit is to answer'),
  'unit.answer': place('协办反馈意见', 'what the unit answered'),
  'unit.answeredOn': place('协办反馈日期', 'the day the unit answered'),
  'order.kind': place('督办方式', 'what a supervision order asks for'),
  'order.person': place('督办答复人', 'who is to answer a supervision order'),
  'order.closed': place('督办销号', 'how a supervision order was closed'),
  'correction.missing': place('补正内容', 'what is missing'),
  'correction.period': place('补正期限', 'the period for the correction'),
  'extension.days': place('延长的工作日数', 'the working days of the extension'),
  'extension.reason': place('延长理由', 'the reason of the extension'),
  'extension.due': place('延长后的期限', 'the extended due date'),
  'proposal.days': place('提出延长的工作日数', 'the working days of the extension that was proposed'),
  'proposal.reason': place('提出延长的理由', 'why an extension was proposed'),
  'proposal.by': place('延长的提出人', 'who proposed the extension'),
  'proposal.on': place('提出延长的日期', 'the day the extension was proposed'),
  'proposal.opinion': place('负责人对延长的意见', 'what the head said of the extension'),
  'proposal.decidedBy': place('决定延长的负责人', 'the head who decided on the extension'),
  'proposal.decidedOn': place('决定延长的日期', 'the day it was decided on'),
  'party.name': place('被征求意见的一方', 'who is asked'),
  'party.address': place('被征求意见方的地址', 'the address of who is asked'),
  'party.period': place('答复意见的期限', 'the period for the answer'),
  'party.deemedConsent': place('逾期视为同意', 'silence is consent'),
  'party.answerLink': place('网上答复的网址', 'where it is answered over the portal'),
  'party.saidByLink': place(
    '通过网址提交的答复：没有这样答复过的，不制作',
    'an answer that was given by the link: without one there is nothing to record',
  ),
  'party.endedOn': place(
    '征求意见终止的日期：仍在等待答复的，不制作',
    'the day on which the consultation ended: one that is still awaited has none',
  ),
  'party.grounds': place('第三方不同意的理由', 'why the third party refuses'),
  'override.publicInterest': place('公共利益的理由', 'the public interest'),
  'reasons.period': place('说明理由的期限', 'the period for the explanation'),
  'reasons.found': place('明显超过合理范围的情形', 'in what number and frequency exceed the reasonable'),
  'fee.found': place('收费的认定和数量', 'the finding and the numbers that are charged for'),
  'fee.amount': place('收费金额', 'the amount of the fee'),
  'fee.whole': place('包括已缴纳部分的收费金额', 'the fee for all that was counted, with what was paid of it'),
  'fee.paidBefore': place('此前已缴纳的金额', 'what was paid of the fee before'),
  'fee.basis': place('计收方式', 'how the fee is counted'),
  'fee.rule': place('收费标准的依据', 'the provision that sets the standard'),
  'fee.standard': place('收费标准', 'the standard by which the fee is reckoned, tier by tier'),
  'fee.period': place('缴费期限', 'the period for the payment'),
  'fee.receivedOn': place('收到收费通知书的日期', 'the day on which the fee notice was received, or would be at the earliest'),
  'fee.due': place('缴费的最后一日', 'the last day for the payment'),
  'lifted.on': place('决定不再收费的日期', 'the day on which the fee was taken back'),
  'lifted.reason': place('不再收费的理由', 'why the fee is taken back'),
  'lifted.askedOn': place('被撤销的收费通知书的日期', 'the day of the fee notice that is taken back'),
  'lifted.number': place('被撤销的收费通知书的文号', 'the number of the fee notice that is taken back'),
  'lifted.amount': place('被撤销的收费金额', 'the amount that was asked for'),
  'lifted.anewFrom': place(
    '答复期限重新起算之日：误收的不重新起算',
    'the day from which the period begins anew: not of a fee asked in error',
  ),
  'lifted.due': place('不再收费后的答复期限', 'by when the reply is due after it'),
  'delay.until': place('延迟到的日期', 'the date set'),
  'delay.reason': place('延迟答复的理由', 'why it is delayed'),
  'ended.abandoned_correction': place('逾期不补正，视为放弃申请', 'it ended without the correction'),
  'ended.abandoned_fee': place('逾期不缴费，视为放弃申请', 'it ended without the payment'),
  'ended.withdrawn': place('申请人撤回', 'it was withdrawn'),
  'ended.merged': place('并入同一申请人的另一办件', 'it was merged into another case'),
  several: place('有几项申请事项', 'there are several items'),
  'items.withdrawn': place('申请人撤回的事项', 'the items that were withdrawn'),
  'items.apart': place('另行答复的事项有几项', 'how many items are answered apart'),
} as const satisfies Record<string, Text>;

/** Something a source may put in braces anywhere. */
export type Place = keyof typeof PLACES;

/** What there can be several of, each a part of its own; and what its part may put in braces beside the places. */
export const LISTS = {
  items: {
    'item.no': place('事项序号', 'the number of the item'),
    'item.description': place('事项内容', 'what is asked for'),
    'item.documentNumber': place('事项的文号', 'the document number of the item'),
    'item.period': place('事项的时间', 'the time of the item'),
    'item.result': place('处理决定', 'the decision'),
    'item.ground': place('不予公开的理由', 'the ground'),
    'item.article': place('适用条款', 'the article'),
    'item.facts': place('查明的事实', 'what was found'),
    'item.reasons': place('说明理由', 'the reasons'),
    'item.harm': place('公开会造成的损害', 'what disclosure would harm'),
    'item.severability': place('不能作区分处理的原因', 'why nothing can be separated'),
    'item.enclosed': place('所提供信息的名称', 'what is given out'),
    'item.otherOrgan': place('名称和联系方式、获取途径', 'the organ in charge, or where it can be had'),
    'item.earlierReply': place('此前的申请和答复', 'the earlier application and its reply'),
  },
  feeTiers: {
    'tier.line': place('一档的件数或者页数、标准和金额', 'what was counted in a tier, its rate and what comes of it'),
  },
  searches: {
    'search.on': place('检索日期', 'the day of the search'),
    'search.by': place('检索人', 'who searched'),
    'search.recordedBy': place(
      '记录人，另日记录的附记录日期',
      'who put the search on record, with the day where that is another',
    ),
    'search.where': place('检索范围', 'where it was searched'),
    'search.words': place('检索词', 'the words searched for'),
    'search.result': place('检索结果', 'what was found'),
  },
  demands: {
    'demand.on': place('督办日期', 'the day it was demanded'),
    'demand.by': place('督办人', 'who demanded it'),
    'demand.text': place('督办要求', 'what was demanded'),
    'demand.due': place('督办答复期限', 'by when it was to be answered'),
    'demand.answer': place('督办答复情况', 'what was answered, by whom and when'),
  },
  withheld: {
    'withheld.no': place('事项序号', 'the number of the item'),
    'withheld.item': place('事项内容', 'what is asked for'),
    'withheld.file': place('文件', 'the file that is withheld'),
    'withheld.hash': place('文件指纹（SHA-256）', 'its fingerprint (SHA-256)'),
  },
  notices: {
    'sent.name': place('文书名称', 'what the paper is called'),
    'sent.number': place('文号', 'the number of the paper'),
    'sent.madeOn': place('制作日期', 'the day it was made'),
    'sent.sentOn': place('发出日期', 'the day it was sent'),
    'sent.servedOn': place('送达日期', 'the day it was served'),
  },
  signOff: {
    'signOff.step': place('签批环节', 'the step of the sign-off'),
    'signOff.by': place('签批人', 'who signed it, and in whose place'),
    'signOff.opinion': place('签批意见', 'what was said'),
    'signOff.on': place('签批日期', 'the day of it'),
  },
  reviews: {
    'review.item': place('审查的事项', 'the item that is reviewed'),
    'review.decision': place('拟作的处理', 'how it is to be answered'),
    'review.files': place('审查的文件', 'the files that are reviewed'),
    'review.submittedBy': place('送审人', 'who submitted it'),
    'review.submittedOn': place('送审日期', 'the day it was submitted'),
    'review.opinion': place('审查意见', 'what the review found'),
    'review.by': place('审查人', 'who reviewed it'),
    'review.on': place('审查日期', 'the day of the review'),
  },
  consultations: {
    'consultation.party': place('被征求意见方', 'who was asked'),
    'consultation.role': place('被征求意见方的身份', 'as what they were asked'),
    'consultation.number': place('征求意见文号', 'the number of the letter'),
    'consultation.items': place('涉及的事项', 'the items the letter is about'),
    'consultation.sentOn': place('发出日期', 'the day it was sent'),
    'consultation.servedOn': place('送达日期', 'the day it was served'),
    'consultation.due': place('答复期限', 'the last day for the answer'),
    'consultation.result': place('征求意见的结果', 'what came of it'),
  },
  said: {
    'said.at': place('答复时间', 'when it was answered'),
    'said.answer': place('意见', 'the answer'),
    'said.text': place('答复全文', 'the words of the answer'),
    'said.files': place('随附材料', 'what came with the answer'),
  },
  contacts: {
    'contact.on': place('联系日期', 'the day of the contact'),
    'contact.how': place('联系方式', 'how they were reached'),
    'contact.by': place('联系人', 'who reached them'),
    'contact.result': place('联系结果', 'what was said'),
  },
  addressees: {
    'addressee.no': place('序号', 'the number of the addressee'),
    'addressee.role': place('收件人身份', 'who the addressee is in the case'),
    'addressee.name': place('收件人', 'the name of the addressee'),
    'addressee.address': place('收件地址', 'the address of the addressee'),
    'addressee.phone': place('收件人电话', 'the phone of the addressee'),
    'addressee.papers': place('发出的文书', 'what was sent to the addressee'),
  },
  inapplicable: {
    'inapplicable.line': place('不适用的材料', 'what does not apply of what the archive asks for'),
    'inapplicable.reason': place('不适用的原因', 'why it does not apply'),
    'inapplicable.by': place('说明人', 'who has said so'),
    'inapplicable.on': place('说明日期', 'the day it was said'),
  },
  appearing: {
    'appearing.before': place('复议机关或者法院', 'before whom the hearing is held'),
    'appearing.on': place('开庭或者听证日期', 'the day of the hearing'),
    'appearing.role': place('出席身份', 'as what they appear'),
    'appearing.name': place('姓名', 'the name of who appears'),
    'appearing.attorney': place('授权委托书', 'whether the power of attorney is on file'),
  },
  papers: {
    'paper.no': place('顺序号', 'its place'),
    'paper.name': place('题名', 'its name'),
    'paper.number': place('文号', 'its number'),
    'paper.by': place('责任者', 'whose it is'),
    'paper.on': place('日期', 'its day'),
    'paper.pages': place('页号', 'its pages'),
    'paper.remark': place('备注', 'a remark: its public attribute, or that it is internal material'),
  },
} as const satisfies Record<string, Record<string, Text>>;

export type ListName = keyof typeof LISTS;
export const LIST_NAMES = Object.keys(LISTS) as readonly ListName[];

/** Something that one of several has of its own. */
export type OwnPlace = { [L in ListName]: keyof (typeof LISTS)[L] }[ListName];

/** What stands in the braces; what is not known, is left out. */
export type Values = Readonly<Partial<Record<Place | OwnPlace, string>>>;

const ALL: ReadonlyMap<string, Text> = new Map([PLACES, ...Object.values(LISTS)].flatMap((places) => Object.entries(places)));

/** What a place is called. */
export const placeText = (name: string): Text => ALL.get(name) ?? { 'zh-CN': name, en: name };

/** All that can be named, with what it means: anywhere, or in parts of a list alone. */
export const allPlaces = (): { name: string; means: Text; list: ListName | null }[] => [
  ...Object.entries(PLACES).map(([name, means]) => ({ name, means, list: null })),
  ...LIST_NAMES.flatMap((list) => Object.entries(LISTS[list]).map(([name, means]) => ({ name, means, list }))),
];

/** Whether it can be named here. */
export const isKnown = (name: string, list?: ListName): boolean =>
  Object.hasOwn(PLACES, name) || (list !== undefined && Object.hasOwn(LISTS[list], name));

/** A brace within ends the search: else a text of braces alone would be gone through to its end from each of them. */
const HOLE = /\{([^{}]*)\}/g;

/** The names in the braces of a text. */
export const holesOf = (text: string): readonly string[] => [...text.matchAll(HOLE)].map(([, name = '']) => name);

/** Braces that hold no name: one of two that is alone, and those of the wide keyboard. They would be printed as they stand. */
export const strayBracesIn = (text: string): readonly string[] => text.replaceAll(HOLE, '').match(/[{}｛｝]/g) ?? [];

/** The text with its braces filled. */
export const filled = (text: string, valueOf: (name: string) => string): string =>
  text.replaceAll(HOLE, (_, name: string) => valueOf(name));
