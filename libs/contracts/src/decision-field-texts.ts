import type { Text } from './text.js';

/** What a decision on an item, or on a fee, lacks or says too much of. */
export const decisionFieldTexts = {
  'facts-missing': {
    'zh-CN': '写明查明的事实：是哪一份信息，其中哪些内容属于不予公开的情形',
    en: 'Say what was found: which record it is, and what of it falls under the ground',
  },
  'harm-missing': {
    'zh-CN': '写明公开会损害谁的什么利益、怎样损害',
    en: 'Say whom or what its disclosure would harm, and how',
  },
  'severability-missing': {
    'zh-CN': '写明为什么不能作区分处理（条例第三十七条）；能够区分的，请选“部分公开”',
    en: 'Say why nothing can be separated and given (Regulations, art. 37); where it can, decide “partly disclosed”',
  },
  'contact-missing': {
    'zh-CN': '写明负责公开的机关的名称和联系方式：电话、地址或者网址（条例第三十六条第五项）；确定不了的，写“无法确定”',
    en: 'Name the organ in charge and how it is reached: telephone, address or site (Regulations, art. 36(5)); where nobody can tell, say that it cannot be determined',
  },
  'unknown-record': {
    'zh-CN': '这份文件不在本件的材料里，请先附到本件（如检索记录），再选它',
    en: 'This is no file of the case: attach it first, to the search record say, and choose it then',
  },
  'original-missing': {
    'zh-CN': '没有附文件的，写明出示或者当场提供的原件：名称和文号、页数、存放处（条例第十七条）',
    en: 'Where no file is given, name the original that is shown or handed over: its title and number, its pages and where it lies (Regulations, art. 17)',
  },
  'only-where-withheld': {
    'zh-CN': '不予公开或者部分公开才填写，请删去',
    en: 'Only where something is withheld; take it out',
  },
  'only-where-repeated': { 'zh-CN': '重复申请才填写，请删去', en: 'Only where it was answered before; take it out' },
  'earlier-missing': {
    'zh-CN': '选择此前答复过的办件；答复早于本系统的，填写其文号和日期',
    en: 'Choose the case that was answered before; of a reply older than this register, give number and day',
  },
  'earlier-day-off': {
    'zh-CN':
      '原答复应在本件收到之前作出（本件收到日{received}），也不早于条例施行日（{from}）；请核对日期，尚未答复过的不属于重复申请（条例第三十六条第六项）',
    en: 'The earlier reply was given before this application came in ({received}) and not before the Regulations applied ({from}): check the day. What had not been answered is not asked for again (art. 36(6))',
  },
  'earlier-number-none': {
    'zh-CN': '填写原答复的文号，文号中应有编号',
    en: 'Give the number of the earlier reply as it stands on it; a number has digits',
  },
  'redacted-original': {
    'zh-CN': '这份文件已作遮盖，请改选遮盖后的“{name}”，原件不能提供',
    en: 'This file has been redacted: choose “{name}” instead; the original is not given',
  },
  'redaction-unchecked': {
    'zh-CN':
      '这份文件不是在本系统里遮盖的：打开核对，确认不公开的内容已经去除（不只是盖住，复制、搜索都找不到），再勾选；没有去除的，审查不通过',
    en: 'This file was not redacted here: open it, make sure that what is withheld is gone (not merely covered: it can neither be copied nor searched for), and tick that; where it is not, block the review',
  },
  'redacted-as-whole': {
    'zh-CN': '“{name}”有遮盖，不是全部公开：请改选“部分公开”，并写明理由',
    en: 'Parts of “{name}” are blacked out: decide “partly disclosed” and say why',
  },
  'finding-missing': {
    'zh-CN': '写明怎样明显超过合理范围：没有这一认定，不能收费（条例第四十二条）',
    en: 'Say how number or frequency clearly exceed a reasonable range: without that finding nothing is charged (Regulations, art. 42)',
  },
  'below-threshold': {
    'zh-CN': '没有超过免费的数量，不收费，请核对；已发出的收费通知办理“不再收费”',
    en: 'It does not exceed what is free of charge: check the number; where a fee notice is out already, choose “charge no fee after all”',
  },
  'count-differs': {
    'zh-CN': '登记系统计得本月此前{items}项：按此填写，或写明为何不同',
    en: 'The register counts {items} items before in the month: take that number, or say why it is another',
  },
  'payment-over': {
    'zh-CN': '应缴{yuan}元。多缴的退还缴款人，这里登记{yuan}元',
    en: '{yuan} yuan are due. Return what was paid beyond that to the payer, and record {yuan} here',
  },
  'fee-differs': {
    'zh-CN': '按标准计算应为{yuan}元，请删去金额或者核对数量',
    en: 'By the tariff it is {yuan} yuan; take the amount out, or check the numbers',
  },
  'standard-fixed': {
    'zh-CN': '申请人已按另一种标准缴费，同一件申请不能两种标准都收（办法第三条）；多收少收的按原标准另发收费通知书',
    en: 'A fee was paid by the other standard, and one application is charged by one of them alone (fee measures, art. 3); ask for more by a notice of the same',
  },
  'fee-paid': {
    'zh-CN': '申请人已为此缴费{yuan}元，按这里的数量不再应缴；请核对数量',
    en: '{yuan} yuan were paid for this already, and by these numbers no more is owed; check the numbers',
  },
  'fee-paid-meanwhile': {
    'zh-CN': '申请人已于{on}按前一份收费通知书缴费，这份通知书不用缴，不再发出；还应补缴的，另发收费通知书',
    en: 'The fee was paid on {on} by an earlier notice, so nothing is to be paid on this one: do not send it; what is still owed is asked for by a new notice',
  },
  'one-standard': {
    'zh-CN': '按件和按量只能选一种（办法第三条），请删去',
    en: 'By item or by volume, never both (fee measures, art. 3); take it out',
  },
} as const satisfies Readonly<Record<string, Text>>;
