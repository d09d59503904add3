import { fileFieldTexts } from './file-field-texts.js';
import type { LocalDate } from '@gongkai/calendar';
import { wayInFieldTexts } from './way-in-texts.js';
import { reportFieldTexts } from './report-field-texts.js';
import { calendarFieldTexts } from './calendar-field-texts.js';
import { commandLineTexts } from './command-line-texts.js';
import { factsInWords } from './day-texts.js';
import { decisionFieldTexts } from './decision-field-texts.js';
import { delegationTexts } from './delegation-texts.js';
import { postFieldTexts } from './post-texts.js';
import { remedyFieldTexts } from './remedy-field-texts.js';
import { replyFieldTexts } from './reply-field-texts.js';
import { disposalFieldTexts } from './disposal-field-texts.js';
import { snoozeFieldTexts } from './snooze-field-texts.js';
import { subjectTexts } from './subject-texts.js';
import { expectationTexts } from './expectation-texts.js';
import type { FieldCode } from './field-codes.js';
import { optionsTold, type OptionNames } from './option-texts.js';
import type { FieldProblem } from './problems.js';
import { fill, type Language, type Text } from './text.js';

/** What is said of a field; `{name}` is replaced by the fact of that name. */
const fieldTexts = {
  'wording-lacks': { 'zh-CN': '{zh}', en: '{en}' },
  'paper-lacks': { 'zh-CN': '文书缺少：{zh}{zhWhere}', en: 'The paper lacks {en}{enWhere}' },
  'glyph-missing': {
    'zh-CN': '字库中没有“{letter}”（{code}），见“{where}”。请在 config/fonts 加入有这个字的字体，或者改写',
    en: 'No font has “{letter}” ({code}), in “{where}”; add a font that has it to config/fonts, or write it in another way',
  },
  'no-paper': { 'zh-CN': '这一步不发出文书', en: 'No paper goes out with this step' },
  'malformed-json': { 'zh-CN': '不是有效的JSON，请核对', en: 'Not valid JSON; check it' },
  'content-differs': {
    'zh-CN': '文件内容与扩展名不符，请核对后重新上传',
    en: 'Its content is not what its name says; check it and upload it again',
  },
  'virus-found': {
    'zh-CN': '其中有病毒（{virus}）。请清除后重新上传，或者请对方另发一份',
    en: 'There is a virus in it ({virus}); clean it and upload it again, or ask for another copy',
  },
  'table-unreadable': {
    'zh-CN': '读不成表格。请存为CSV（UTF-8或GB 18030）或XLSX后再试',
    en: 'It cannot be read as a table; save it as CSV (UTF-8 or GB 18030) or XLSX and try again',
  },
  'old-spreadsheet': {
    'zh-CN': '这是旧版Excel（.xls）或WPS表格（.et）文件，不能直接读取。请用Excel或WPS打开，另存为.xlsx或.csv后再试',
    en: 'This is a workbook of an old Excel (.xls) or of WPS (.et), which is not read. Open it in Excel or WPS, save it as .xlsx or .csv, and try again',
  },
  'column-missing': {
    'zh-CN': '表头里没有这一列，可用的列名：{names}',
    en: 'No heading names this column; one of these would: {names}',
  },
  'twice-in-table': { 'zh-CN': '与第{row}行编号相同', en: 'Row {row} has the same number' },
  'not-a-moment': {
    'zh-CN': '不是有效的时间，应如 2026-05-07 21:40',
    en: 'Not a real time; write it like 2026-05-07 21:40',
  },
  'hotline-only': {
    'zh-CN': '只有热线工单可以当场答复；其他来件请登记或归入办件',
    en: 'Only work orders of the hotline are answered on the spot; log it, or put it to a case',
  },
  'no-year-and-serial': {
    'zh-CN': '编号里看不出年份和序号，应如 某办依申请〔2024〕7号',
    en: 'Year and serial cannot be told from the number; write it like 2024-7',
  },
  'number-borne': { 'zh-CN': '{year}年第{serial}号已由{number}使用', en: 'No. {serial} of {year} is borne by {number}' },
  'law-refuses': { 'zh-CN': '{title}', en: '{title}' },
  'body-too-large': {
    'zh-CN': '一次提交的内容超过{limit} MB，请缩短文字，文件单独上传',
    en: 'More than {limit} MB at once; shorten the text, and upload files by themselves',
  },
  ...fileFieldTexts,
  required: { 'zh-CN': '必填', en: 'This is required' },
  'invalid-date': { 'zh-CN': '不是有效日期，按 YYYY-MM-DD 填写', en: 'Not a real date; write it as YYYY-MM-DD' },
  'told-only-after': {
    'zh-CN': '到期之前必须提醒：请至少保留一档到期前的提醒，并提醒标准规则在到期前提醒的人之一',
    en: 'People have to be warned before the day: keep a rung before it that tells one of those whom the standard warns before it',
  },
  'told-only-before': {
    'zh-CN': '逾期之后必须提醒：请至少保留一档到期后的提醒，并提醒标准规则在到期后提醒的人之一',
    en: 'People have to be told once the day has passed: keep a rung after it that tells one of those whom the standard tells after it',
  },
  'too-early': { 'zh-CN': '早于{from}，请核对年份', en: 'Earlier than {from}; check the year' },
  'invalid-value': { 'zh-CN': '取值有误：{expected}', en: 'Not a valid value: {expected}' },
  'wrong-type': { 'zh-CN': '类型有误，应为{expected}', en: 'It must be {expected}' },
  'wrong-format': { 'zh-CN': '格式有误，应为{expected}', en: 'It must be {expected}' },
  'unknown-option': { 'zh-CN': '没有这一选项，可用：{options}', en: 'No such choice; use one of: {options}' },
  'too-small': { 'zh-CN': '不能小于{minimum}', en: 'It must be {minimum} or more' },
  'too-big': { 'zh-CN': '不能大于{maximum}', en: 'It must be {maximum} or less' },
  'not-above': { 'zh-CN': '须大于{minimum}', en: 'It must be more than {minimum}' },
  'not-below': { 'zh-CN': '须小于{maximum}', en: 'It must be less than {maximum}' },
  'not-a-multiple': { 'zh-CN': '须是{divisor}的倍数', en: 'It must be a multiple of {divisor}' },
  'not-whole': { 'zh-CN': '须是整数', en: 'It must be a whole number' },
  'unknown-figure': { 'zh-CN': '没有“{name}”这个数字', en: 'There is no figure "{name}"' },
  'too-short': { 'zh-CN': '太短，至少{minimum}个字', en: 'Too short; the least is {minimum} character(s)' },
  'too-long': { 'zh-CN': '太长，最多{maximum}个字', en: 'Too long; the most is {maximum} character(s)' },
  'too-few': { 'zh-CN': '至少要有{minimum}项', en: 'Too few; the least is {minimum}' },
  'too-many': { 'zh-CN': '最多{maximum}项', en: 'Too many; the most is {maximum}' },
  'unknown-field': {
    'zh-CN': '没有“{name}”这一项，请删去或核对拼写',
    en: 'There is no field "{name}"; remove it or check the spelling',
  },
  'unknown-type': { 'zh-CN': '没有这一种类，可用：{options}', en: 'No such kind; use one of: {options}' },
  'unknown-statute': { 'zh-CN': '没有“{name}”这部规则', en: 'There is no statute pack "{name}"' },
  'unknown-calendar': { 'zh-CN': '没有“{name}”的工作日历', en: 'There is no working-day calendar "{name}"' },
  'before-calendar': { 'zh-CN': '早于{from}，没有那时的工作日历', en: 'There is no working-day calendar before {from}' },
  'after-calendar': { 'zh-CN': '晚于{to}，无法推算', en: 'Nothing can be reckoned after {to}' },
  'signed-before-posted': { 'zh-CN': '收到的日期早于邮戳日，请核对', en: 'Received before it was posted; check both dates' },
  'confirmed-before-arrival': {
    'zh-CN': '确认日早于来件日{arrived}，请核对',
    en: 'Confirmed before it arrived on {arrived}; check both dates',
  },
  'before-receipt': {
    'zh-CN': '早于收到申请之日{receivedOn}，请核对',
    en: 'Earlier than the date of receipt {receivedOn}; check both dates',
  },
  'receipt-not-settled': {
    'zh-CN': '收到申请之日尚未确定，先确认收到再登记这一项',
    en: 'The date of receipt is not settled; confirm receipt first',
  },
  'notice-missing': {
    'zh-CN': '没有相应的告知书，先登记告知书的送达',
    en: 'There is no notice to answer; record service of the notice first',
  },
  'before-notice': { 'zh-CN': '早于告知书送达之日，请核对', en: 'Earlier than service of the notice; check both dates' },
  'second-correction-notice': {
    'zh-CN': '补正只能一次告知，只保留一份补正告知',
    en: 'Only one correction notice is allowed; keep one',
  },
  'received-before-dispatch': {
    'zh-CN': '收到日早于发出日{dispatchedOn}，请核对',
    en: 'Received before it was sent on {dispatchedOn}; check both dates',
  },
  'answer-before-dispatch': {
    'zh-CN': '答复日早于发函之日，请核对',
    en: 'Answered before the letter was sent; check both dates',
  },
  'duplicate-consultation': {
    'zh-CN': '征求意见的编号“{id}”重复，请各用一个',
    en: 'Two consultations have the id "{id}"; give each its own',
  },
  'correction-awaited': {
    'zh-CN': '正在等待补正，不能发收费通知',
    en: 'A correction is awaited; no fee notice can be served meanwhile',
  },
  'payment-awaited': {
    'zh-CN': '正在等待缴费，不能发补正告知',
    en: 'Payment is awaited; no correction notice can be served meanwhile',
  },
  'answered-and-lapsed': {
    'zh-CN': '已按期补正或缴费，不能同时登记逾期未办，删去一项',
    en: 'It was answered in time and also marked as not answered; remove one',
  },
  'fees-not-in-force': { 'zh-CN': '{from}前不收信息处理费', en: 'No information processing fee could be charged before {from}' },
  'until-before-set': {
    'zh-CN': '延迟到的日期早于作出决定之日，请核对',
    en: 'The date set lies before the day it was set; check both dates',
  },
  'future-date': { 'zh-CN': '日期不能晚于今天', en: 'A date cannot be later than today' },
  'over-already': { 'zh-CN': '不能早于今天', en: 'Cannot be earlier than today' },
  'too-long-valid': { 'zh-CN': '最迟为{latest}', en: 'No later than {latest}' },
  'after-its-entry': {
    'zh-CN': '晚于登记这一条的{day}，请核对',
    en: 'Later than {day}, the day on which it was written down; check the date',
  },
  'before-earlier-fact': {
    'zh-CN': '早于前一环节的{earlier}，请核对',
    en: 'Earlier than {earlier}, the day of the step before it; check both dates',
  },
  'after-later-fact': {
    'zh-CN': '晚于后一环节的{later}，请核对',
    en: 'Later than {later}, the day of the step after it; check both dates',
  },
  ...subjectTexts,
  'closed-case': { 'zh-CN': '该件已办结', en: 'That case is closed' },
  'answered-case': {
    'zh-CN': '该件的答复已经签发，本件须另行答复',
    en: 'The reply of that case is signed already; this application needs one of its own',
  },
  'waiting-case': {
    'zh-CN': '该件还没有确定收到之日，或在等申请人补正、缴费，不能并入',
    en: 'That case has no date of receipt yet, or waits for its applicant; nothing can be merged into it',
  },
  'unanswered-case': { 'zh-CN': '该件还没有答复，不是重复申请', en: 'That case has not been answered: nothing is repeated' },
  'later-case': {
    'zh-CN': '该件收到得更晚，请把后收到的并入先收到的',
    en: 'That case was received later; merge the later one into the first',
  },
  'later-date': {
    'zh-CN': '该件的答复期限比本件晚，或现在没有期限；并入后本件会误期，请另行答复',
    en: 'The reply of that case is due later than this one, or has no date now: this application would be answered late',
  },
  'approved-already': {
    'zh-CN': '答复已审批，不再发出意见征求书；需要征求意见的，先退回修改',
    en: 'The reply is approved and nobody is asked any more; where somebody has to be asked, have it sent back first',
  },
  'judgment-not-final': {
    'zh-CN': '判决尚未生效，不能据此重新处理；生效后再登记',
    en: 'A judgment that is not final orders nothing yet; record it once it is final',
  },
  'other-applicant': {
    'zh-CN': '不是同一申请人的办件，不能合并',
    en: 'That case has another applicant; only cases of one applicant can be merged',
  },
  'same-case': { 'zh-CN': '不能指向本件自己', en: 'It cannot be this case itself' },
  'already-dispatched': { 'zh-CN': '已于{on}发出', en: 'Already sent on {on}' },
  'not-dispatched': { 'zh-CN': '还没有发出，先登记发出', en: 'Not sent yet; record its dispatch first' },
  'came-back': { 'zh-CN': '已被退回，先再次发出', en: 'It came back; send it again first' },
  'no-proof': { 'zh-CN': '填一项，或附一份凭证', en: 'Fill in a field, or attach a proof' },
  'already-served': { 'zh-CN': '已于{on}送达', en: 'Already served on {on}' },
  'already-answered': { 'zh-CN': '已于{on}答复', en: 'Already answered on {on}' },
  'one-of': { 'zh-CN': '只填其中一项：{options}', en: 'Give just one of: {options}' },
  'not-of-code': { 'zh-CN': '不予公开或部分公开才填写不予公开理由', en: 'Give a ground only where something is withheld' },
  'article-not-of-decision': { 'zh-CN': '依据应为{articles}', en: 'The decision rests on {articles}' },
  'only-with': { 'zh-CN': '只与{option}一起填写', en: 'Give it only together with {option}' },
  'not-rejectable': {
    'zh-CN': '登记或者补录本身不能退回；日期有误用“更正记录”',
    en: 'What was logged or entered late cannot be rejected; where its days are wrong, correct the fact',
  },
  'changes-course': {
    'zh-CN': '这样一改，此后的步骤就不该办；先用相应的步骤改正',
    en: 'Steps were taken since that this would not have allowed; undo it by steps of their own',
  },
  'split-off-case': {
    'zh-CN': '由本案分出的{number}不能随之更正（如已送审、已办结），先在该案中处理',
    en: 'Case {number}, taken out of this one, cannot follow as it stands (its reply may be submitted, or the case over); deal with that case first',
  },
  'field-not-correctable': {
    'zh-CN': '这一项不能更正，可更正：{options}',
    en: 'This cannot be corrected; you can correct: {options}',
  },
  'all-items': { 'zh-CN': '至少留一项在本件', en: 'At least one item has to stay' },
  'no-such-track': {
    'zh-CN': '当时没有这一程序，或者不是行政复议',
    en: 'There was no such procedure then, or it is no reconsideration',
  },
  'mistyped-code': {
    'zh-CN': '查询码输错了：共8位，没有0、1和字母I、L、O',
    en: 'The query code was mistyped: it has 8 signs, and no 0, no 1 and none of the letters I, L and O',
  },
  'mistyped-phone': {
    'zh-CN': '电话号码输错了，请核对：手机号码是11位，固定电话带区号',
    en: 'The telephone number was mistyped: a mobile one has 11 digits; give others with their area code',
  },
  'mistyped-number': {
    'zh-CN': '证件号码输错了，请照证件核对：最后一位与前面的对不上，或者位数不对',
    en: 'The number was mistyped: its last place does not fit the others, or there are too few or too many. Compare it with the document',
  },
  ...wayInFieldTexts,
  taken: { 'zh-CN': '“{value}”已有人用，换一个', en: '"{value}" is taken; choose another' },
  'unknown-organ': { 'zh-CN': '没有这个机关，或不在您的管理范围内', en: 'There is no such organ among those you administer' },
  'web-not-open': {
    'zh-CN': '这个机关没有开通网上申请。可以当面交或者邮寄，其他方式见它的公开指南',
    en: 'This office takes no applications online. Bring or post yours; its guide tells the other ways',
  },
  'announce-first': {
    'zh-CN': '改为人工确认须事先公布，从明天或更晚的日子起执行',
    en: 'Confirmation by hand has to be announced beforehand: let it begin tomorrow or later',
  },
  'organ-cycle': { 'zh-CN': '不能移到自己或自己的下级之下', en: 'An organ cannot stand below itself' },
  'absence-overlaps': {
    'zh-CN': '与{from}至{to}的外出重叠，先取消那一段',
    en: 'It overlaps with the absence from {from} to {to}; cancel that one first',
  },
  'ends-before-start': { 'zh-CN': '截止日早于起始日，请核对', en: 'It ends before it begins; check both dates' },
  'past-date': { 'zh-CN': '日期已过，从今天起填写', en: 'That day is over; give today or a later one' },
  'same-person': { 'zh-CN': '不能是本人', en: 'It cannot be the same person' },
  'substitute-not-caseworker': {
    'zh-CN': '代办人不是承办人，不能代为办理，换一位承办人',
    en: 'Only a caseworker can stand in for a caseworker; choose another person',
  },
  ...decisionFieldTexts,
  ...replyFieldTexts,
  ...remedyFieldTexts,
  ...delegationTexts,
  ...postFieldTexts,
  ...calendarFieldTexts,
  ...disposalFieldTexts,
  ...snoozeFieldTexts,
  ...reportFieldTexts,
  'not-together': { 'zh-CN': '不能与{other}同用，只留一个', en: 'It cannot be used together with {other}; keep one' },
  ...commandLineTexts,
} as const satisfies Record<FieldCode, Text>;

/** One sentence about a field; what it should have been is said in the same language, and left out where nothing is known of it. */
export function fieldMessage(
  { path, code, facts = {} }: FieldProblem,
  language: Language,
  today?: LocalDate,
  named?: OptionNames,
): string {
  const { expected = '' } = facts;
  // A text of which one sign is enough is missing, not short.
  const said = code === 'too-short' && facts.minimum === 1 ? 'required' : code;
  const words = expectationTexts[expected]?.[language] ?? expected;
  const told = { ...factsInWords(facts, language, today), expected: words, ...optionsTold({ path, facts }, language, named) };
  return fill(fieldTexts[said][language], told).replace(/[：:]\s*$/, '');
}
