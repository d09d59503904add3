import type { Words } from '../same-keys.js';

/** What several screens are made of. */
export const parts = {
  'date.example': '如 8、5-8、昨',
  'date.unread': '看不懂这个日期，写 8、5-8、0508、今、昨 或 2026-05-08',
  'date.far': '不是今年：{{day}}',
  'date.pick': '选日期',
  'date.near.0': '今天',
  'date.near.-1': '昨天',
  'date.near.-2': '前天',
  'date.near.1': '明天',
  'print.foot': '打印人{{name}}　{{time}}　第{{page}}页，共{{pages}}页',
  scan: '扫描件',
  'scan.place': '第{{place}}份，共{{total}}份',
  'scan.rotate': '旋转',
  'scan.smaller': '缩小',
  'scan.larger': '放大',
  'scan.empty': '没有附件。扫描件或照片拖到这里，或按“添加文件”，边看边登记。原件不改动。',
  'scan.show': '看{{name}}',
  'scan.remove': '取下{{name}}',
  'scan.not-shown': '{{name}}不能在这里显示。',
  'scan.download': '下载',
  'scan.next': '下一份',
  'scan.previous': '上一份',
  'scan.upright': '还原',
  'no-classified': '涉密文件不得进入本系统。国家秘密只记线索，不上传、不存放。',
} as const satisfies Words;
