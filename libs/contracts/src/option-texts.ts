import type { FieldProblem } from './problems.js';
import { roleTexts } from './step-texts.js';
import { attributeTexts } from './public-attribute.js';
import { fill, type Language, type Text } from './text.js';

/** What the choices of a field are called, by its name; those that the law or a configuration names are called by that. */
export const optionTexts = {
  periodUnit: {
    working_day: { 'zh-CN': '工作日', en: 'working days' },
    calendar_day: { 'zh-CN': '日历日', en: 'calendar days' },
  },
  to: {
    pool: { 'zh-CN': '待认领', en: 'the pool' },
    assigner: { 'zh-CN': '分办的承办人', en: 'the caseworker who assigned it' },
  },
  cause: {
    correction: { 'zh-CN': '逾期不补正', en: 'not corrected in time' },
    fee: { 'zh-CN': '逾期不缴费', en: 'not paid in time' },
  },
  answer: {
    agree: { 'zh-CN': '同意公开', en: 'agrees' },
    agree_in_part: { 'zh-CN': '部分同意', en: 'agrees in part' },
    refuse: { 'zh-CN': '不同意公开', en: 'refuses' },
  },
  mode: {
    in_person: { 'zh-CN': '当面交付', en: 'in person' },
    ems: { 'zh-CN': 'EMS', en: 'EMS' },
    registered_mail: { 'zh-CN': '挂号信', en: 'registered mail' },
    other_organ: { 'zh-CN': '其他机关转交', en: 'through another organ' },
    email: { 'zh-CN': '电子邮件', en: 'e-mail' },
    portal: { 'zh-CN': '网上', en: 'portal' },
    fax: { 'zh-CN': '传真', en: 'fax' },
    left_at_address: { 'zh-CN': '留置送达', en: 'left at the address' },
  },
  basis: {
    per_item: { 'zh-CN': '按件', en: 'per item' },
    per_volume: { 'zh-CN': '按量', en: 'per volume' },
  },
  track: {
    summary: { 'zh-CN': '简易程序', en: 'summary' },
    ordinary: { 'zh-CN': '普通程序', en: 'ordinary' },
  },
  line: {
    envelope: { 'zh-CN': '信封', en: 'envelope' },
    identity: { 'zh-CN': '身份证明', en: 'proof of identity' },
    answers: { 'zh-CN': '征求意见的书面答复', en: 'written answers of those consulted' },
  },
  retention: {
    '10_years': { 'zh-CN': '10年', en: '10 years' },
    '30_years': { 'zh-CN': '30年', en: '30 years' },
    permanent: { 'zh-CN': '永久', en: 'permanent' },
  },
  result: {
    upheld: { 'zh-CN': '维持', en: 'upheld' },
    rejected: { 'zh-CN': '驳回复议请求或者驳回起诉', en: 'claim rejected, or suit rejected' },
    changed: { 'zh-CN': '变更', en: 'changed' },
    annulled: { 'zh-CN': '撤销', en: 'annulled' },
    confirmed_illegal: { 'zh-CN': '确认违法', en: 'confirmed illegal' },
    ordered: { 'zh-CN': '责令履行', en: 'ordered to perform' },
    void: { 'zh-CN': '确认无效', en: 'void' },
    not_accepted: { 'zh-CN': '不予受理', en: 'not accepted' },
    application_dismissed: { 'zh-CN': '驳回复议申请', en: 'application dismissed' },
    terminated: { 'zh-CN': '终止', en: 'terminated' },
    mediated: { 'zh-CN': '调解', en: 'mediated' },
    dismissed: { 'zh-CN': '驳回诉讼请求', en: 'dismissed' },
    withdrawn: { 'zh-CN': '撤回（撤诉）', en: 'withdrawn' },
    transferred: { 'zh-CN': '移送其他法院', en: 'transferred to another court' },
    appeal_dismissed: { 'zh-CN': '驳回上诉，维持一审裁判', en: 'appeal dismissed: the first instance holds' },
    appeal_withdrawn: { 'zh-CN': '撤回上诉，一审裁判生效', en: 'appeal withdrawn: the first instance holds' },
    withheld: { 'zh-CN': '仍不公开', en: 'still withheld' },
    partly: { 'zh-CN': '部分可以公开', en: 'a part can be public' },
    public: { 'zh-CN': '可以公开', en: 'can be public' },
  },
  light: {
    green: { 'zh-CN': '绿灯', en: 'Green' },
    yellow: { 'zh-CN': '黄灯', en: 'Yellow' },
    red: { 'zh-CN': '红灯', en: 'Red' },
    overdue: { 'zh-CN': '逾期', en: 'Overdue' },
    stopped: { 'zh-CN': '停计', en: 'Stopped' },
    none: { 'zh-CN': '未起算', en: 'Not started' },
  },
  state: {
    unconfirmed: { 'zh-CN': '待确认', en: 'To be confirmed' },
    received: { 'zh-CN': '已收到', en: 'Received' },
    registered: { 'zh-CN': '已登记', en: 'Registered' },
    accepted: { 'zh-CN': '已受理', en: 'Accepted' },
    awaiting_correction: { 'zh-CN': '待补正', en: 'Awaiting correction' },
    awaiting_payment: { 'zh-CN': '待缴费', en: 'Awaiting payment' },
    approving: { 'zh-CN': '审批中', en: 'Awaiting approval' },
    signed: { 'zh-CN': '已签发', en: 'Signed' },
    dispatched: { 'zh-CN': '已寄出', en: 'Posted' },
    returned: { 'zh-CN': '退回重送', en: 'Returned, serve again' },
    closed: { 'zh-CN': '已办结', en: 'Closed' },
    filed: { 'zh-CN': '已归档', en: 'Filed' },
  },
  link: {
    acceptance: { 'zh-CN': '受理', en: 'Acceptance' },
    handling: { 'zh-CN': '办理', en: 'Handling' },
    reply: { 'zh-CN': '答复', en: 'Reply' },
    delivery: { 'zh-CN': '送达', en: 'Delivery' },
    filing: { 'zh-CN': '归档', en: 'Filing' },
  },
  channel: {
    in_person: { 'zh-CN': '当面', en: 'In person' },
    registered_mail: { 'zh-CN': '挂号信', en: 'Registered mail' },
    ems: { 'zh-CN': 'EMS', en: 'EMS' },
    ordinary_mail: { 'zh-CN': '平信', en: 'Ordinary letter' },
    fax: { 'zh-CN': '传真', en: 'Fax' },
    web: { 'zh-CN': '网上', en: 'Web' },
    email: { 'zh-CN': '邮件', en: 'E-mail' },
  },
  searched: {
    found: { 'zh-CN': '检索到', en: 'Something was found' },
    nothing: { 'zh-CN': '没有检索到', en: 'Nothing was found' },
  },
  opinion: {
    agrees: { 'zh-CN': '同意', en: 'Agrees' },
    remarks: { 'zh-CN': '同意，有意见', en: 'Agrees, with remarks' },
    objects: { 'zh-CN': '不同意', en: 'Objects' },
  },
  wantedForm: {
    paper: { 'zh-CN': '纸质', en: 'paper' },
    electronic: { 'zh-CN': '电子', en: 'electronic' },
    on_site: { 'zh-CN': '现场查阅', en: 'read on site' },
  },
  delivery: {
    post: { 'zh-CN': '邮寄', en: 'by post' },
    pick_up: { 'zh-CN': '自行领取', en: 'picked up' },
    email: { 'zh-CN': '电子邮件', en: 'by e-mail' },
    portal: { 'zh-CN': '网上获取', en: 'on the portal' },
    fax: { 'zh-CN': '传真', en: 'by fax' },
  },
  category: {
    natural_person: { 'zh-CN': '自然人', en: 'natural person' },
    commercial_enterprise: { 'zh-CN': '商业企业', en: 'commercial enterprise' },
    research_institution: { 'zh-CN': '科研机构', en: 'research institution' },
    public_welfare_org: { 'zh-CN': '社会公益组织', en: 'public welfare organization' },
    legal_service_org: { 'zh-CN': '法律服务机构', en: 'legal service organization' },
    other_org: { 'zh-CN': '其他', en: 'Other' },
  },
  recipients: {
    clerk: { 'zh-CN': '收件登记人', en: 'Clerk' },
    caseworker: { 'zh-CN': '承办人', en: 'Caseworker' },
    co_handler: { 'zh-CN': '协办人', en: 'Whoever was asked to help' },
    ordered: { 'zh-CN': '被督办人', en: 'Whoever was ordered' },
    order_giver: { 'zh-CN': '督办人', en: 'Whoever gave the order' },
    legal: { 'zh-CN': '法制审核人', en: 'Legal reviewer' },
    archivist: { 'zh-CN': '归档人', en: 'Archivist' },
    supervisor: { 'zh-CN': '监督人', en: 'Supervisor' },
    supervisor_above: { 'zh-CN': '上级监督人', en: 'Supervisor above' },
    leader_above: { 'zh-CN': '上级负责人', en: 'Leader above' },
  },
  form: {
    judgment: { 'zh-CN': '判决', en: 'judgment' },
    ruling: { 'zh-CN': '裁定', en: 'ruling' },
  },
  as: {
    head: { 'zh-CN': '本机关负责人', en: 'head of this organ' },
    officer: { 'zh-CN': '负责人委托的工作人员', en: 'staff in place of the head' },
    agent: { 'zh-CN': '委托代理人', en: 'agent' },
    other_party: { 'zh-CN': '对方当事人及其代理人', en: 'other party or its agent' },
  },
  appealedBy: {
    organ: { 'zh-CN': '本机关', en: 'this organ' },
    other_party: { 'zh-CN': '对方当事人', en: 'the other party' },
  },
  attribute: attributeTexts,
  role: roleTexts,
} as const satisfies Readonly<Record<string, Readonly<Record<string, Text>>>>;

/** Names of choices by the field and the choice. */
export type OptionNames = Readonly<Record<string, Readonly<Record<string, Text>>>>;

const OWN: OptionNames = optionTexts;
const APART: Text = { 'zh-CN': '、', en: ', ' };
const BESIDE: Text = { 'zh-CN': '{name}（{id}）', en: '{name} ({id})' };

/** The choices of a field in words, each with what a program writes for it. */
function optionsInWords(path: string, options: string, names: OptionNames, language: Language): string {
  const field = path.split('.').findLast((name) => !/^\d+$/.test(name)) ?? '';
  const known = names[field];
  if (known === undefined) return options;
  const inWords = (id: string): string => {
    const name = known[id]?.[language];
    return name === undefined ? id : fill(BESIDE[language], { name, id });
  };
  return options.split(', ').map(inWords).join(APART[language]);
}

type Asked = { readonly path: string; readonly facts: NonNullable<FieldProblem['facts']> };

/**
 * The choices that a problem of a field tells, or the post it names, in words where they have any: the last name of its path says which field it is, whatever list
 * it stands in.
 * @param named what the law in force names them
 */
export function optionsTold(
  { path, facts: { options, post, zh, en } }: Asked,
  language: Language,
  named: OptionNames = {},
): Asked['facts'] {
  const title = typeof post === 'string' ? (roleTexts as OptionNames[string])[post] : undefined;
  if (title !== undefined) return { post: title[language] };
  if (typeof options !== 'string') return {};
  const own = language === 'en' ? en : zh;
  return { options: own ?? optionsInWords(path, options, { ...OWN, ...named }, language) };
}

/** A choice that there is none of, among such as have a name of their own. */
export const unknownOption = (path: string, options: readonly { readonly id: string; readonly name: Text }[]): FieldProblem => ({
  path,
  code: 'unknown-option',
  facts: {
    options: options.map(({ id }) => id).join(', '),
    zh: options.map(({ id, name }) => fill(BESIDE['zh-CN'], { name: name['zh-CN'], id })).join(APART['zh-CN']),
    en: options.map(({ id, name }) => fill(BESIDE.en, { name: name.en, id })).join(APART.en),
  },
});
