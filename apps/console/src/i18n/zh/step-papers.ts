import { optionTexts } from '@gongkai/contracts';
import type { Words } from '../same-keys.js';

/** What is drawn with a step. */
export const stepPapers = {
  'hint.file.retention': '按本机关保管期限表填入：可以改得更长，不能更短',
  'field.particulars': '文件含个人信息仍要发出的原因',
  'hint.particulars': '文件里有收件人以外的证件号码、电话、住址时才要写',
  'field.unkept': '没有留存文书副本的原因',
  'hint.file.unkept': '有文书没有留存副本时才要写：原件在哪里，或者为什么没有',
  'field.line': '材料',
  'field.takenBack': '撤回：这一项仍然适用',
  'hint.markInapplicable.reason': '写入卷内目录；答复书、送达凭证等每件都要有的，不能标明不适用',
  'option.line.envelope': optionTexts.line.envelope['zh-CN'],
  'option.line.identity': optionTexts.line.identity['zh-CN'],
  'option.line.answers': optionTexts.line.answers['zh-CN'],
  'field.differs': '盖章件与制作的文书不同的原因',
  'hint.addStamped.differs': '页数不同，或者读不到文号、日期时才要写',
  'after.foreseen': '送签后还不能签发，请先改好：',
  'paper.draw': '预览{{name}}',
  'paper.again': '重新预览{{name}}',
  'paper.along': '办理时制作，存入办件',
  'paper.along.filed': '登记表、检索记录等本件应有的记录一并制作，归入案卷',
  'paper.number': '文号在办理时取得，预览所示为下一个号。',
  'paper.stale': '预览之后内容改过，请重新预览。',
} as const satisfies Words;
