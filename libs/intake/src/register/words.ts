import type { AnswerCode, Channel, CommandOf, Ground, NewApplication } from '@gongkai/contracts';

type Category = NewApplication['applicant']['category'];
export type Ending = 'withdrawn' | 'abandoned_correction';
export type Outcome = AnswerCode | Ending;
export type Mode = CommandOf<'dispatch'>['mode'];

/** What registers write for what the program names; the first of each is told where a word is unknown. */
export type Words<Name extends string> = Readonly<Record<Name, readonly string[]>>;

/** The name that a word stands for; undefined where none is known. */
export const named = <Name extends string>(text: string | undefined, words: Words<Name>): Name | undefined =>
  (Object.entries(words) as [Name, readonly string[]][]).find(
    ([name, known]) => text !== undefined && (name === text || known.includes(text)),
  )?.[0];

export const optionsOf = (words: Words<string>): string =>
  Object.values(words)
    .flatMap((known) => known.slice(0, 1))
    .join('、');

export const CHANNELS: Words<Channel> = {
  in_person: ['当面', '当面提交', '现场', '窗口', '当面申请'],
  ems: ['EMS', '特快专递', '邮政特快', '快递'],
  registered_mail: ['挂号信', '挂号', '信函', '邮寄'],
  ordinary_mail: ['平信', '普通信函', '平常信函'],
  fax: ['传真'],
  web: ['网上', '网络', '网站', '在线申请', '平台'],
  email: ['电子邮件', '邮件', '邮箱'],
};

export const CATEGORIES: Words<Category> = {
  natural_person: ['公民', '自然人', '个人'],
  commercial_enterprise: ['商业企业', '企业', '公司'],
  research_institution: ['科研机构'],
  public_welfare_org: ['社会公益组织', '公益组织'],
  legal_service_org: ['法律服务机构', '律师事务所'],
  other_org: ['其他', '法人', '其他组织', '法人或其他组织'],
};

export const OUTCOMES: Words<Outcome> = {
  granted: ['予以公开', '公开', '全部公开', '同意公开'],
  partly_granted: ['部分公开', '同意部分公开'],
  refused: ['不予公开', '不同意公开'],
  already_public: ['已主动公开', '属于主动公开'],
  not_existing: ['信息不存在', '不存在', '本机关不掌握'],
  not_this_organ: ['不属于本机关负责公开', '非本机关', '不属于本机关', '不属本机关公开'],
  needs_processing: ['需要加工、分析', '需加工'],
  still_unclear: ['补正后仍不明确', '申请内容不明确'],
  disguised_complaint: ['信访、投诉、举报等', '信访举报投诉', '信访'],
  repeated: ['重复申请'],
  publication: ['公开出版物'],
  excessive_no_reason: ['无正当理由大量、反复申请'],
  confirm_or_reissue: ['要求确认或者重新出具'],
  special_rule: ['法律、行政法规另有规定'],
  withdrawn: ['申请人撤回', '撤回', '撤销申请', '申请人主动撤回'],
  abandoned_correction: ['逾期不补正，视为放弃', '逾期不补正', '视为放弃'],
};

export const GROUNDS: Words<Ground> = {
  state_secret: ['国家秘密'],
  prohibited_by_law: ['法律、行政法规禁止公开', '法律行政法规禁止公开'],
  three_security_one_stability: ['危及“三安全一稳定”', '三安全一稳定'],
  third_party_rights: ['商业秘密、个人隐私等第三方合法权益', '第三方合法权益', '个人隐私', '商业秘密'],
  internal_affairs: ['内部事务信息', '三类内部事务信息'],
  process_information: ['过程性信息', '四类过程性信息'],
  enforcement_file: ['行政执法案卷'],
  administrative_query: ['行政查询事项'],
};

export const MODES: Words<Mode> = {
  in_person: ['当面', '当面领取', '自取', '现场领取'],
  ems: ['EMS', '邮寄', '特快专递'],
  registered_mail: ['挂号信', '挂号'],
  other_organ: ['转交'],
  email: ['电子邮件', '邮件'],
  portal: ['网上', '网站'],
  fax: ['传真'],
  left_at_address: ['留置送达', '留置'],
};
