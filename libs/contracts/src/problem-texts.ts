import { disclosureProblemTexts } from './disclosure-problem-texts.js';
import { assessmentProblemTexts } from './assessment-problem-texts.js';
import type { LocalDate } from '@gongkai/calendar';
import type { CommandType } from './commands.js';
import { consultedProblemTexts } from './consulted-problem-texts.js';
import { factsInWords } from './day-texts.js';
import { fieldMessage } from './field-texts.js';
import { fileProblemTexts } from './file-problem-texts.js';
import { lawTexts } from './law-texts.js';
import type { OptionNames } from './option-texts.js';
import { problemStatus, type Problem, type ProblemCode, type Reason, type Refusal } from './problems.js';
import { wayInTexts } from './way-in-texts.js';
import { settledTexts } from './settled-texts.js';
import { reasonTexts, stepTexts } from './step-texts.js';
import { rolesInWords } from './roles-in-words.js';
import { fill, type Language, type Text } from './text.js';

/** What each problem says to people: what is wrong, and who or what changes it. */
const titles = {
  'malformed-json': { 'zh-CN': '内容不是有效的JSON，没有收下', en: 'The text is not valid JSON; nothing was taken' },
  unauthenticated: { 'zh-CN': '请先登录', en: 'Log in first' },
  csrf: { 'zh-CN': '页面已过期，刷新后再试一次', en: 'The page is out of date; reload it and try again' },
  ...wayInTexts,
  'role-missing': { 'zh-CN': '这一步由{role}办理', en: 'This step belongs to {role}' },
  'top-administrator-only': {
    'zh-CN': '日历由最上级机关的系统管理员导入：它改动所有机关的期限',
    en: 'Calendars are imported by an administrator of the organ at the top: they move the deadlines of all',
  },
  'calendar-of-another-organ': {
    'zh-CN': '这份日历由{name}导入，由其所在机关的系统管理员撤回',
    en: 'This calendar was imported by {name}: an administrator of that organ takes it back',
  },
  'calendar-shipped': {
    'zh-CN': '{year}年没有可以撤回的导入日历',
    en: 'No imported calendar of {year} is in force that could be taken back',
  },
  'calendar-running': {
    'zh-CN': '上一次日历改动还在重算期限，完成后再试',
    en: 'Deadlines are still being reckoned by the last change of the calendar; try again when that is done',
  },
  'not-found': { 'zh-CN': '没有这一项', en: 'There is nothing at this address' },
  'case-not-found': { 'zh-CN': '没有这一件，或不在您的范围内', en: 'No such case, or outside your organ' },
  'help-not-asked': {
    'zh-CN': '这项协办已不需要您答复：已经有人答复，或者办件已经结束。刷新协办列表即可看到还要答复的',
    en: 'This is asked of you no longer: somebody has answered it, or the case is over. Load the list again to see what still waits for you',
  },
  'application-not-found': {
    'zh-CN': '没有这样的编号和查询码。请照回执核对',
    en: 'No application has this number and this query code. Compare both with your receipt',
  },
  'method-not-allowed': { 'zh-CN': '这个地址不支持这种请求方法', en: 'This address does not take that method' },
  'step-not-permitted': { 'zh-CN': '现在不能{step}：{reason}', en: 'You cannot {step} now: {reason}' },
  'act-not-open': {
    'zh-CN': '办理情况变了，现在不能这样做。请重新查询一次',
    en: 'The application stands differently now, and this cannot be done. Ask after it once more',
  },
  ...consultedProblemTexts,
  ...lawTexts,
  ...fileProblemTexts,
  'cases-open': {
    'zh-CN': '{name}名下还有{count}件在办，或者已办结还有事未了，先用“工作交接”交给别人',
    en: '{name} still holds {count} case(s) that are open or have something left to do; hand them over first',
  },
  'named-in-cases': {
    'zh-CN': '还有{count}项督办或者协办指名{name}：督办由其他承办人代为答复，或者由督办人销号后重发；协办由办件承办人登记反馈',
    en: '{count} supervision order(s) or request(s) for help name {name}. An order is answered by another caseworker, or closed and given anew by whoever gave it; help is answered by {name}, or the caseworker of the case records its answer',
  },
  'only-bearer': {
    'zh-CN': '有{count}件正等着只有{name}能办的一步，没有别人能接：先把同样的岗位任给另一位，再免去或者停用',
    en: '{count} case(s) wait for a step that only {name} can take; give the same post to somebody else first',
  },
  'last-admin': {
    'zh-CN': '这是本机关最后一位系统管理，先指定另一位',
    en: 'This is the last administrator of the organ; appoint another first',
  },
  'own-account': {
    'zh-CN': '不能停用自己或收回自己的系统管理；由另一位系统管理办理',
    en: 'You cannot shut yourself out; another administrator has to do it',
  },
  'organ-not-empty': {
    'zh-CN': '{name}下有机构、人员或办件，不能删除',
    en: '{name} has units, people or cases; it cannot be removed',
  },
  'incoming-held': {
    'zh-CN': '这份来件正由{name}办理；要接过来，先请其放回',
    en: '{name} is working on this; ask them to put it back first',
  },
  'incoming-waiting': {
    'zh-CN': '这份来件还没有处理，没有可以撤回的',
    en: 'Nothing was done with it yet, so there is nothing to take back',
  },
  'incoming-settled': {
    'zh-CN': '这份来件已有去向，不能再办；要改，先撤回',
    en: 'It has been dealt with already; take that back first to do otherwise',
  },
  'redaction-opening': {
    'zh-CN': '文件还没有全部打开，现在查找或送复核会有遗漏；请等各页都打开后再试，打不开的先点“重试”',
    en: 'Not all pages are open yet, so some would be missed; wait until all are open, and where one cannot be opened let it be tried again',
  },
  'redaction-unmarked': {
    'zh-CN': '还没有遮盖标记，没有可以复核的；请先标出不予公开的内容，没有要遮盖的就直接公开原件',
    en: 'Nothing is marked, so there is nothing to check; mark what is withheld first, or release the file as it is',
  },
  'redaction-settled': { 'zh-CN': '{settled}', en: '{settled}' },
  'disposal-settled': {
    'zh-CN': '清册已批准、已退回或已销毁，现在不能这样处理',
    en: 'That is not open now: the list was sent back, approved or carried out',
  },
  'report-frozen': {
    'zh-CN': '这份年报已经冻结，不能再改；以后的更正列为差异',
    en: 'This report is frozen and stays as it is; later corrections are told as differences',
  },
  'report-not-frozen': {
    'zh-CN': '年报还没有冻结，冻结后再公布',
    en: 'The report is not frozen yet; freeze it, then publish it',
  },
  'report-published': {
    'zh-CN': '这份年报已经公布；要改正，先在公开目录撤下',
    en: 'This report is published already; to correct it, withdraw it in the catalogue first',
  },
  'published-report-differs': {
    'zh-CN': '这份年报的勾稽关系不符（{identities}），与公布的原件核对后再导入',
    en: 'Identities of this report do not hold ({identities}); compare it with the published original, then import it',
  },
  'published-report-over': {
    'zh-CN': '这份年报已被替换或撤下',
    en: 'This report has been replaced or withdrawn before',
  },
  'report-year-open': {
    'zh-CN': '{year}年还没有结束，年终以后才能冻结',
    en: '{year} is not over yet; its report can be frozen after the end of the year',
  },
  'report-differs': {
    'zh-CN': '勾稽关系不符（{identities}），先查明差异再冻结',
    en: 'Identities do not hold ({identities}); settle the differences before freezing',
  },
  'report-changed': {
    'zh-CN': '数字刚刚变了。请看过最新的数字再冻结',
    en: 'The figures have just changed. Look at them once more, then freeze',
  },
  'report-not-approved': {
    'zh-CN': '表一和文字部分还没有审定，先提交并由他人审定',
    en: 'Table A and the text are not approved yet; hand them in and have somebody else approve them',
  },
  'report-entry-settled': {
    'zh-CN': '现在不能这样处理：填报内容已提交、已审定，或报告已冻结',
    en: 'That is not open now: what was entered is handed in or approved, or the report is frozen',
  },
  'report-entry-changed': {
    'zh-CN': '填报内容已被他人改动，请重新载入',
    en: 'Somebody else has changed what is entered; load it again',
  },
  'report-entry-lacks': {
    'zh-CN': '填报内容还不完整，请按各项提示补正后再提交',
    en: 'What is entered is not complete; see each field, then hand it in',
  },
  'report-entry-own': {
    'zh-CN': '自己填写的内容不能自己审定，请另一人审定',
    en: 'Nobody approves what they have written; ask somebody else',
  },
  ...assessmentProblemTexts,
  'cases-changed': {
    'zh-CN': '列入清册后有变化，不能销毁：{numbers}。请审批人退回清册，重新鉴定',
    en: 'Changed since they were listed, and not to be destroyed: {numbers}. Have the approver send the list back and appraise them anew',
  },
  'redaction-changed': {
    'zh-CN': '遮盖标记已被他人改动，请重新载入',
    en: 'Somebody else has changed the marks meanwhile; load them again',
  },
  'disclosure-reviewed': {
    'zh-CN': '这一条的文件经过审查才公开，不能直接更换或移除：先撤下，再在办件里另拟公开稿',
    en: 'The file of this entry was reviewed before it became public and is not changed by itself: withdraw the entry and begin another draft in its case',
  },
  'publication-settled': { 'zh-CN': '{settled}', en: '{settled}' },
  'publication-not-clean': {
    'zh-CN': '公开稿里还有个人信息，或者文件还没有读完。先删去或更换文件，再送审',
    en: 'It still tells of a person, or the file is not read to its end. Remove that or take another file first',
  },
  'publication-other-bytes': {
    'zh-CN': '保密审查的不是现在这一份，须重新审查',
    en: 'What was reviewed is not what is here now: it has to be reviewed again',
  },
  'publication-changed': {
    'zh-CN': '公开稿已被他人改动，请重新载入',
    en: 'Somebody else has changed the draft meanwhile; load it again',
  },
  'import-running': {
    'zh-CN': '旧登记簿正在导入，等它导完再操作',
    en: 'An old register is being imported; wait until it is done',
  },
  'cases-worked-at': {
    'zh-CN': '导入以后已有办件办理过，不能整批撤回；有误的逐件更正或作废',
    en: 'Some of its cases were worked at since; it cannot be taken back as a whole. Correct or void them one by one',
  },
  'incoming-case-stands': {
    'zh-CN': '由它登记的{number}还在办理；要撤回，先将该件作废',
    en: '{number}, which it opened, still stands; void that case first to take this back',
  },
  'ladder-changed': {
    'zh-CN': '这套提醒规则已被他人改动，请重新载入后再改',
    en: 'Somebody else has changed this ladder of reminders; load it again before you change it',
  },
  'case-changed': {
    'zh-CN': '这一件刚被改过。已显示最新内容，您填的还在',
    en: 'This case has just been changed. Your text is kept',
  },
  'too-large': { 'zh-CN': '内容过大，没有收下', en: 'It is too large; nothing was taken' },
  'unsupported-media-type': { 'zh-CN': '不支持这种格式，请用{taken}', en: 'This format is not supported; send {taken}' },
  'invalid-request': { 'zh-CN': '填写的内容有误，没有收下', en: 'Something in the request is not valid; nothing was changed' },
  'idempotency-key-reused': {
    'zh-CN': '同一个Idempotency-Key已用于另一个请求，请换一个',
    en: 'This Idempotency-Key was used for another request; use a new one',
  },
  'file-not-what-it-says': {
    'zh-CN': '文件内容与扩展名不符，没有收下',
    en: 'The file is not what its name says; it was not taken',
  },
  'token-scope': {
    'zh-CN': '这个令牌不能做这件事（{scope}）。请管理员另发一个',
    en: 'This token does not open that ({scope}); ask an administrator for another one',
  },
  'too-many-attempts': {
    'zh-CN': '失败次数过多，{minutes}分钟后再试',
    en: 'Too many failed attempts; try again in {minutes} minutes',
  },
  ...disclosureProblemTexts,
  'too-many-questions': {
    'zh-CN': '从您这里来的查询太多，{minutes}分钟后再试',
    en: 'Too many questions come from where you are; try again in {minutes} minute(s)',
  },
  'too-many-requests': {
    'zh-CN': '从您这里来的申请太多，{minutes}分钟后再试。也可以当面或者邮寄申请',
    en: 'Too many applications come from where you are; try again in {minutes} minutes. You can also apply in person or by post',
  },
  'proof-needed': {
    'zh-CN': '要先由您的设备做一次验证计算，再交一次',
    en: 'Your device has to do a sum first, against those who send thousands; send it once more',
  },
  'internal-error': {
    'zh-CN': '系统出错，没有保存。请联系管理员，编号{reference}',
    en: 'Something failed here and nothing was saved. Tell the administrator this reference: {reference}',
  },
  'on-its-way': {
    'zh-CN': '已经送出，正在送往办公网络，还没有回音。请等一分钟再点一次：同一份提交只登记一次',
    en: 'It was sent and is on its way to the office; no answer has come yet. Wait a minute and press again: the same entry is logged once',
  },
  busy: {
    'zh-CN': '系统正忙，没有保存。请稍等几秒再试一次',
    en: 'The system is busy and nothing was saved. Wait a few seconds and try again',
  },
} as const satisfies Record<ProblemCode, Text>;

/**
 * The problem document of a refusal, in one language.
 * @param today the office's, by which days of this year are told without it
 * @param named what the law in force names choices
 */
export function renderProblem(refusal: Refusal, language: Language, today?: LocalDate, named?: OptionNames): Problem {
  const { code, fields, details } = refusal;
  const title = reasonOf(refusal, language, today);
  const rendered = fields.map((field) => ({
    path: field.path,
    code: field.code,
    message: fieldMessage(field, language, today, named),
  }));
  const { article, permitted, version, state, cases } = details;
  return {
    type: `/problems/${code}`,
    title,
    status: problemStatus[code],
    code,
    detail:
      rendered.length === 0
        ? title
        : rendered.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)).join('; '),
    ...(rendered.length === 0 ? {} : { fields: rendered }),
    ...(article === undefined ? {} : { article }),
    ...(permitted === undefined ? {} : { permitted: [...permitted] }),
    ...(version === undefined ? {} : { version }),
    ...(state === undefined ? {} : { state }),
    ...(cases === undefined ? {} : { cases: [...cases] }),
  };
}

/** One sentence that says why not, and who or what changes it. */
export function reasonOf({ code, details }: Reason, language: Language, today?: LocalDate): string {
  const { step, reason, settled, facts = {}, estimates } = details;
  return fill(titles[code][language], {
    ...factsInWords(facts, language, today, estimates),
    ...(step === undefined ? {} : { step: stepTexts[step as CommandType][language] }),
    ...(reason === undefined ? {} : { reason: reasonTexts[reason][language] }),
    ...(settled === undefined ? {} : { settled: settledTexts[settled][language] }),
    ...(typeof facts.post === 'string' ? { post: rolesInWords(facts.post, language) } : {}),
    ...(typeof facts.role === 'string' ? { role: rolesInWords(facts.role, language) } : {}),
  });
}
