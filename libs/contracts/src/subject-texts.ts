import type { Text } from './text.js';

/** What a step names is not there, or does not wait for it. */
export const subjectTexts = {
  'unknown-item': { 'zh-CN': '没有这一申请事项', en: 'There is no such item' },
  'unknown-request': { 'zh-CN': '没有这一协办，或已反馈', en: 'There is no such request to a unit, or it is answered' },
  'unknown-order': { 'zh-CN': '没有这一督办，或已答复、销号', en: 'There is no such order, or it is answered or closed' },
  'order-from-above': { 'zh-CN': '由发出督办的机关或其上级办', en: 'It belongs to the organ that gave it or one above' },
  'nothing-to-tick': { 'zh-CN': '核对清单里没有这一项，或已是这样', en: 'No list has this item, or it stands so already' },
  'unknown-consultation': { 'zh-CN': '没有这一征求意见', en: 'There is no such consultation' },
  'nobody-refused': {
    'zh-CN': '这一第三方没有不同意，或其意见已不予采纳；未答复的由本机关依法决定，不用作公共利益认定',
    en: 'This third party has not refused, or its refusal is set aside already; over one that stays silent the organ decides without a finding',
  },
  'unknown-notice': { 'zh-CN': '没有这一文书', en: 'There is no such notice' },
  'unknown-remedy': { 'zh-CN': '没有这一救济，或已办结', en: 'There is no such remedy, or it is closed' },
  'which-remedy': {
    'zh-CN': '有{count}项救济尚未办结，请写明是哪一项',
    en: '{count} remedies are open; say which one is meant',
  },
  'cannot-see-case': { 'zh-CN': '没有这个人，或这一件不在其范围内', en: 'There is no such person, or they cannot see this case' },
  'no-assigner': { 'zh-CN': '不是承办人分办的，请退到待认领', en: 'No caseworker assigned it; hand it back to the pool' },
  'unknown-person': {
    'zh-CN': '本机关没有这个人，或没有这一步所需的岗位',
    en: 'There is no such person in this organ, or they hold no post that this takes',
  },
  'follows-another-case': {
    'zh-CN': '随分出本件的案件更正，在那一件复核',
    en: 'It follows the case this one was taken out of; confirm or reject it there',
  },
  'holds-it-already': { 'zh-CN': '本件已由这位同事承办，换一位', en: 'This colleague has the case already; choose another' },
  'asks-oneself': { 'zh-CN': '不能请自己协办，选另一位', en: 'You cannot ask yourself to help; choose somebody else' },
  'asks-own-organ': {
    'zh-CN': '不能向本机关或者本机关的科室发函征求意见，内部会办不停止计时：请科室协办用“请科室协办”',
    en: 'This is your own organ, or a section of it: no letter to it stops the clock. Ask the section to help instead',
  },
  'asks-applicant': {
    'zh-CN': '申请人及其代理人不是第三方，不能向其征求意见：写明被征求意见的一方',
    en: 'The applicant and their representative are no third party: name who is to be consulted',
  },
  'letter-stands': {
    'zh-CN':
      '已就同一申请事项向“{party}”发函征求意见（{letter}），该函没有退回：请登记它的送达或者答复，不再另发。退回或者丢失的，先登记退回',
    en: '“{party}” is asked about the same item already ({letter}), and that letter did not come back: record its service or its answer instead. Where it came back or was lost, record the return first',
  },
  'asked-already': {
    'zh-CN': '{on}已请{unit}的这位同事协办同一事项，尚未反馈：等其反馈，或写明另需协办什么',
    en: 'This colleague ({unit}) was asked for the same on {on} and has not answered: wait for the answer, or say what else is needed',
  },
  'answer-waits': {
    'zh-CN': '对方网上的答复与此不同，还没有处理：先在收件箱看过，归入办件后照样登记，或者注明不收的原因',
    en: 'Another answer of theirs came by the link and waits: look at it in the inbox, take it down as it stands, or say why it is not taken',
  },
  'answer-came': {
    'zh-CN': '对方在网上答复的日期是{on}：按这一天登记',
    en: 'Their answer came by the link on {on}: record it with that day',
  },
  'grounds-unsaid': {
    'zh-CN': '对方不同意公开或者只同意部分公开的，写明对方的理由；对方没有说明理由的，写明“对方未说明理由”',
    en: 'Say on what grounds they do not agree, or agree in part only; where they gave none, say that they gave none',
  },
  'unknown-entry': { 'zh-CN': '没有这一条记录', en: 'There is no such entry' },
  'unknown-handler': {
    'zh-CN': '本机关没有（或者不止一个）叫“{name}”的承办人，导入后无人认领',
    en: 'No caseworker here, or more than one, is called {name}; nobody holds the case after the import',
  },
  'unknown-file': { 'zh-CN': '没有这个文件', en: 'There is no such file' },
  'unknown-case': { 'zh-CN': '没有这一件', en: 'There is no such case' },
} as const satisfies Readonly<Record<string, Text>>;
